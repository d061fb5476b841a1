import Casework

extension ThingKind {
    /// The kind with these bytes as its name; nothing where there is none.
    init?(_ text: Span<UInt8>, _ range: Range<Int>) {
        for concept in Self.allCases where concept.rawValue.utf8.count == range.count {
            if zip(concept.rawValue.utf8, range).allSatisfy({ $0 == text[$1] }) {
                self = concept
                return
            }
        }
        return nil
    }
}
