/// The tags of a page in their order, read strictly: a page that needs a browser's forgiveness is a fault here.
struct Markup {
    /// One start tag.
    struct Tag {
        let name: String
        let attributes: [String: String]
    }

    /// Every start tag in its order.
    private(set) var tags: [Tag] = []
    /// What is wrong with the nesting or the quoting; empty for a well-formed page.
    private(set) var faults: [String] = []

    private static let void: Set<String> = ["meta", "link", "img", "input", "br", "!doctype"]

    init(_ html: String) {
        var open: [String] = []
        var rest = html[...]
        while let start = rest.firstIndex(of: "<") {
            guard let end = rest[start...].firstIndex(of: ">") else {
                faults.append("a tag without an end")
                return
            }
            let inside = rest[rest.index(after: start)..<end]
            rest = rest[rest.index(after: end)...]
            guard !inside.hasPrefix("/") else {
                if open.popLast() != String(inside.dropFirst()) {
                    faults.append("</\(inside.dropFirst())> out of place")
                }
                continue
            }
            let tag = read(inside)
            tags.append(tag)
            if !Self.void.contains(tag.name) { open.append(tag.name) }
        }
        faults += open.map { "<\($0)> is never closed" }
    }

    func all(_ name: String) -> [Tag] {
        tags.filter { $0.name == name }
    }

    /// Every value of an attribute, its parts separated by spaces.
    func values(_ attribute: String) -> [String] {
        tags.compactMap { $0.attributes[attribute] }.flatMap { $0.split(separator: " ").map(String.init) }
    }

    private mutating func read(_ inside: Substring) -> Tag {
        let name = inside.prefix { $0 != " " && $0 != "\n" }
        var attributes: [String: String] = [:]
        var rest = inside.dropFirst(name.count)
        while true {
            rest = rest.drop { $0 == " " }
            let key = rest.prefix { $0 != "=" && $0 != " " }
            if key.isEmpty { break }
            rest = rest.dropFirst(key.count)
            var value = ""
            if rest.hasPrefix("=\"") {
                rest = rest.dropFirst(2)
                value = String(rest.prefix { $0 != "\"" })
                rest = rest.dropFirst(value.count + 1)
            } else if rest.hasPrefix("=") {
                faults.append("\(key) of <\(name)> is not quoted")
                rest = rest.dropFirst()
            }
            if attributes.updateValue(value, forKey: String(key)) != nil { faults.append("\(key) twice in <\(name)>") }
        }
        return Tag(name: name.lowercased(), attributes: attributes)
    }
}
