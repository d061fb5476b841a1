import Journal

/// Which errors mean that the store cannot work now, for whoever must tell a client to come back later.
package enum StoreTrouble {
    /// Whether the same request may succeed later; nothing has been promised meanwhile.
    package static func isTemporary(_ error: any Error) -> Bool {
        // A row that the store's own rules forbid is forbidden at the next try, too.
        if case StoreFailure.refused? = error as? StoreFailure { return false }
        return error is StoreFailure || error is CancellationError
    }
}
