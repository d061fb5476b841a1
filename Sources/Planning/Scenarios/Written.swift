/// A value that is written as a JSON object.
package protocol Written: Encodable {
    /// The members by name; one without a value is left out.
    var members: WrittenMembers { get }
}

/// Names and values of a JSON object.
package typealias WrittenMembers = KeyValuePairs<String, (any Encodable)?>

extension Written {
    package func encode(to encoder: any Encoder) throws {
        try encoder.members { written in
            for case (let name, let value?) in members { try written.put(name, value) }
        }
    }
}
