import Exchange
import Planning

/// What a part of the editor has posted, put in its place.
extension ScenarioSheet {
    /// What a scenario says of places without a limit.
    private static let unlimited = "unlimited"

    /// Takes in the fields of a form, named as ``PlanEditorParts/name(_:_:)`` names them.
    mutating func take(_ fields: [String: String], _ catalog: Catalog) {
        var plain: [(pointer: String, text: String)] = []
        var lengths: [String: (family: String?, numbers: [String])] = [:]
        var needs: [String: (kind: String?, after: String)] = [:]
        for (name, text) in fields.sorted(by: { $0.key < $1.key }) {
            let parts = name.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
            let pointer = Self.decoded(parts.last ?? "")
            switch (parts.count, parts.first) {
            case (1, _) where pointer.hasPrefix("/"): plain.append((pointer, text))
            case (2, "family"): lengths[pointer, default: (nil, ["", ""])].family = text
            case (2, "a"): lengths[pointer, default: (nil, ["", ""])].numbers[0] = text
            case (2, "b"): lengths[pointer, default: (nil, ["", ""])].numbers[1] = text
            case (2, "need"): needs[pointer, default: (nil, "")].kind = text
            case (2, "after"): needs[pointer, default: (nil, "")].after = text
            case (2, "new"): addPlace(named: pointer, text, catalog)
            default: break
            }
        }
        for (pointer, length) in lengths.sorted(by: { $0.key < $1.key }) {
            guard let family = length.family else { continue }
            StaySheet.put(family, length.numbers, at: pointer, in: &self)
        }
        for (pointer, need) in needs {
            guard let kind = need.kind else { continue }
            let after = need.after.trimming
            put(.text(kind), at: pointer)
            guard !after.isEmpty else { continue }
            put(.object(["kind": .text(kind)]), at: pointer)
            put(after, at: pointer + "/after")
        }
        takePlain(plain, catalog)
        tidy()
    }

    private mutating func takePlain(_ plain: [(pointer: String, text: String)], _ catalog: Catalog) {
        var names: [ScenarioName: [Int: String]] = [:]
        for (pointer, text) in plain {
            let tokens = JsonPointer.tokens(pointer)
            if let (sort, place) = Self.named(pointer) {
                names[sort, default: [:]][place] = text.trimming
            } else if tokens.last == "count", text.trimming.lowercased() == catalog.text("planning.unlimited") {
                put(.text(Self.unlimited), at: pointer)
            } else if tokens.last == "name" || tokens.last == "note" || tokens.last == "unit" {
                put(text.isEmpty ? nil : .text(text), at: pointer)
            } else {
                put(text, at: pointer)
            }
        }
        // Last: the other fields say the names as the page had them.
        for sort in ScenarioName.allCases { rename(sort, names[sort] ?? [:]) }
    }

    private mutating func addPlace(named name: String, _ text: String, _ catalog: Catalog) {
        guard !text.trimming.isEmpty, let (kind, region) = PlaceName.read(name) else { return }
        append(.object(["kind": .text(kind), "region": .text(region)]), to: "/places")
        let pointer = "/places/\(count("/places") - 1)/count"
        takePlain([(pointer, text)], catalog)
    }

    /// Takes away what a form leaves empty as a whole.
    private mutating func tidy() {
        for place in (0..<count("/places")).reversed() {
            let pointer = "/places/\(place)"
            if self[pointer + "/count"] == nil { remove(pointer) }
            if self[pointer + "/surge/places"] == nil { remove(pointer + "/surge") }
        }
        for each in 0..<count("/classes") {
            let wanted = "/classes/\(each)/wanted"
            if self[wanted + "/within"] == nil { remove(wanted) }
            if text(wanted + "/otherwise") != "interim", self[wanted] != nil {
                for member in ["/interimCost", "/interimPlaces"] { remove(wanted + member) }
            }
            if self["/classes/\(each)/stays"] == nil {
                put(.object([] as [JsonTree.Member]), at: "/classes/\(each)/stays")
            }
        }
    }

    /// Adds an item to a list or takes one away, as a button says: `add /classes`, `remove /classes/1`.
    mutating func change(_ button: String, _ catalog: Catalog) {
        let parts = button.split(separator: " ", maxSplits: 1).map(String.init)
        guard parts.count == 2 else { return }
        let tokens = JsonPointer.tokens(parts[1])
        switch parts[0] {
        case "remove":
            if tokens.count == 2, let sort = ScenarioName(rawValue: tokens[0]), let place = Int(tokens[1]) {
                remove(sort, place)
            } else {
                remove(parts[1])
                if let list = parts[1].lastIndex(of: "/"),
                    ["changes", "transfers", "overflow"].contains(tokens.dropLast().last),
                    count(String(parts[1][..<list])) == 0
                {
                    remove(String(parts[1][..<list]))
                }
            }
        case "add": add(to: parts[1], tokens, catalog)
        default: break
        }
    }

    private mutating func add(to pointer: String, _ tokens: [String], _ catalog: Catalog) {
        let (kind, region) = (texts("/kinds").first ?? "", texts("/regions").first ?? "")
        switch tokens.last {
        case "regions": append(.text(freshName(.regions, catalog.text("planning.blank.region"))), to: pointer)
        case "kinds": append(.text(freshName(.kinds, catalog.text("planning.blank.kind"))), to: pointer)
        case "changes": append(.object(["at": .number("0"), "by": .number("1")]), to: pointer)
        case "arrivals": append(.object(["region": .text(region), "rate": .number("0.1")]), to: pointer)
        case "needs":
            let taken = items(pointer)
            let free = texts("/kinds").first { !taken.contains(.text($0)) } ?? kind
            append(.text(free), to: pointer)
        case "transfers":
            append(
                .object(["from": .text(kind), "to": .list([.text(kind)]), "share": .number("0.1")]),
                to: pointer
            )
        case "overflow":
            let other = texts("/regions").dropFirst().first ?? region
            append(.object(["from": .text(region), "to": .text(other), "after": .number("0")]), to: pointer)
        case "classes":
            append(
                .object([
                    "name": .text("\(catalog.text("planning.blank.class")) \(count(pointer) + 1)"),
                    "arrivals": .list([.object(["region": .text(region), "rate": .number("0.1")])]),
                    "needs": .list([.text(kind)]),
                    "stays": .object([
                        JsonTree.Member(kind, .object(["exponential": .object(["mean": .number("90")])]))
                    ]),
                ]),
                to: pointer
            )
        default: break
        }
    }

    /// A name of a field as the pointer that it stands for.
    private static func decoded(_ name: Substring) -> String {
        FormText.decode(Array(name.utf8)[...], plusIsBlank: false) ?? ""
    }
}
