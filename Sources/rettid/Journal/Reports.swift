import Foundation
import Journal
import Law
import Office

/// The result of a check as text and as JSON.
struct VerificationReport {
    private let result: Verification

    init(_ result: Verification) {
        self.result = result
    }

    var text: String {
        let depth =
            result.withKeys ? "chains, seals and rows vouched for" : "chains only; planted rows not looked for"
        let witness = result.witnessLines == 0 ? "no witness compared" : "\(result.witnessLines) witness lines compared"
        let scope = "\(depth); \(witness)"
        let counts =
            "\(result.units) units, \(result.entries) entries, \(result.accessLines) access lines, "
            + "\(result.references) rows vouched for"
        guard !result.findings.isEmpty else { return "whole: \(counts) (\(scope))" }
        return result.findings.map(\.description).joined(separator: "\n")
            + "\nNOT WHOLE: \(result.findings.count) findings in \(counts) (\(scope))"
    }

    var json: String {
        encoded([
            "whole": result.findings.isEmpty, "withKeys": result.withKeys,
            "lookedForPlantedRows": result.withKeys, "witnessLines": result.witnessLines, "units": result.units,
            "entries": result.entries, "accessLines": result.accessLines, "references": result.references,
            "findings": result.findings.map(\.description),
        ])
    }
}

/// What a store holds, as text and as JSON.
struct StatsReport {
    let tables: [(table: String, rows: Int)]
    let heads: [UnitHead]
    let witnessKey: String
    var replay: Replay.Result?

    init(tables: [(table: String, rows: Int)], heads: [UnitHead], witnessKey: String) {
        self.tables = tables
        self.heads = heads
        self.witnessKey = witnessKey
    }

    var text: String {
        let width = tables.map(\.table.count).max() ?? 0
        var lines = tables.map { "\($0.table.padding(toLength: width, withPad: " ", startingAt: 0)) \($0.rows) rows" }
        lines += heads.map { "unit \($0.unit): \($0.sequence) entries, head \($0.hash.hexadecimal.prefix(16))…" }
        lines.append("witness public key \(witnessKey)")
        if let replay {
            lines.append(
                "replay: \(replay.entries) entries in \(replay.seconds) s, \(Int(replay.perSecond)) a second on "
                    + "\(replay.cores) cores, seals opened and events decoded"
            )
        }
        return lines.joined(separator: "\n")
    }

    var json: String {
        var object: [String: Any] = [
            "tables": Dictionary(uniqueKeysWithValues: tables.map { ($0.table, $0.rows) }),
            "units": heads.map { ["unit": $0.unit.text, "entries": $0.sequence, "hash": $0.hash.hexadecimal] },
            "witnessKey": witnessKey,
        ]
        if let replay {
            object["replay"] = [
                "entries": replay.entries, "seconds": replay.seconds, "perSecond": replay.perSecond,
                "cores": replay.cores,
            ]
        }
        return encoded(object)
    }
}

private func encoded(_ object: [String: Any]) -> String {
    let data = try? JSONSerialization.data(
        withJSONObject: object,
        options: [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
    )
    return String(decoding: data ?? Data(), as: UTF8.self)
}
