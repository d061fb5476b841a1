import Exchange
import Law

/// The two forms of a sender's list; a list with one wrong line is refused whole.
package enum SentListText {
    /// An array of objects with `messageId` and, if the sender likes, `sha256`, `kommunenummer` and `bydelsnummer`.
    package static func lines(json bytes: [UInt8]) -> [SentList.Line]? {
        guard let document = try? JsonDocument(parsing: bytes), document.root.kind == .list else { return nil }
        var lines: [SentList.Line] = []
        for item in document.root.items {
            let values = ["messageId", "sha256", "kommunenummer", "bydelsnummer"].map { item[$0] }
            // A number without quotes would lose its leading zero: it is refused, not passed over.
            guard values.allSatisfy({ $0 == nil || $0?.kind == .null || $0?.text != nil }),
                let line = line(values.map { $0?.text })
            else { return nil }
            lines.append(line)
        }
        return lines
    }

    /// A line for each message, without a heading: the same four, separated by semicolons; the last ones may be left out.
    package static func lines(csv bytes: [UInt8]) -> [SentList.Line]? {
        guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
        var lines: [SentList.Line] = []
        for row in text.split(whereSeparator: \.isNewline) {
            let cells = row.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
            guard cells.count <= 4, let line = line(cells + Array(repeating: nil, count: 4 - cells.count)) else {
                return nil
            }
            lines.append(line)
        }
        return lines
    }

    private static func line(_ cells: [String?]) -> SentList.Line? {
        let cells = cells.map { $0.flatMap { $0.isEmpty ? nil : $0 } }
        guard let id = cells[0], Sender.isIdentifier(id) else { return nil }
        let digest = cells[1]?.lowercased()
        if let digest, digest.utf8.count != 64 || !digest.allSatisfy(\.isHexDigit) { return nil }
        let municipality = cells[2].flatMap { try? MunicipalityNumber(parsing: $0) }
        let district = cells[3].map { try? DistrictNumber(parsing: $0) } ?? DistrictNumber.none
        guard (municipality == nil) == (cells[2] == nil), let district else { return nil }
        return SentList.Line(messageID: id, digest: digest, municipality: municipality, district: district)
    }
}
