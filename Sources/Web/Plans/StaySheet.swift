import Exchange
import Planning

/// A distribution as a form has it: its family and two numbers; other families stay as the document has them.
enum StaySheet {
    /// The families that the form knows, each with the names of its numbers.
    static let families: [(name: String, numbers: [String])] = [
        ("constant", []), ("exponential", ["mean"]), ("lognormal", ["mean", "deviation"]),
        ("gamma", ["mean", "shape"]),
        ("weibull", ["scale", "shape"]), ("uniform", ["from", "to"]),
    ]

    /// The family of a distribution; the document's own word where the form does not know it.
    static func family(_ sheet: ScenarioSheet, _ pointer: String) -> String {
        sheet[pointer]?.members.first?.name ?? ""
    }

    static func isKnown(_ family: String) -> Bool { families.contains { $0.name == family } }

    /// The pointers of its numbers, in order.
    static func numbers(_ family: String, _ pointer: String) -> [String] {
        guard family != "constant" else { return [pointer + "/constant"] }
        return families.first { $0.name == family }?.numbers.map { "\(pointer)/\(family)/\($0)" } ?? []
    }

    /// Puts a family and what was typed for its numbers in a distribution's place.
    static func put(_ family: String, _ typed: [String], at pointer: String, in sheet: inout ScenarioSheet) {
        guard isKnown(family) else {
            if family.isEmpty { sheet.remove(pointer) }
            return
        }
        sheet.put(.object([] as [JsonTree.Member]), at: pointer)
        if family != "constant" {
            sheet.put(.object([] as [JsonTree.Member]), at: "\(pointer)/\(family)")
        }
        for (number, text) in zip(numbers(family, pointer), typed) { sheet.put(text, at: number) }
    }
}
