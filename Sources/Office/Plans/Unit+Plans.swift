import Planning

extension Unit {
    /// The scenario of a plan's version as it was saved; `nil` where the entry is about something else.
    func document(of version: KeptPlan.Version) throws -> [UInt8]? {
        guard case .saved(let saved)? = try planEvent(at: version.entry) else { return nil }
        return saved.document
    }
}
