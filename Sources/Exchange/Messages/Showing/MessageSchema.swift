/// A table written as an XML Schema of our own, so that other engines can judge by the same rule.
///
/// Made for tests and benchmarks: two engines that agree on many documents vouch for each other. It says what the table
/// says and nothing more; names of types and Bufdir's notes are not in it, nor what `xsi:type` could derive.
package struct MessageSchema: Sendable {
    /// One schema document.
    package struct File: Sendable {
        /// The name by which the others import it.
        package let name: String
        /// The schema, UTF-8.
        package let text: String
    }

    /// A file for each namespace; the first has the root element and imports the others by name.
    package let files: [File]

    /// Writes the table of one message.
    package init(_ specification: MessageSpecification) {
        var writer = Writer(namespaces: specification.namespaces)
        let root = specification.root
        writer.bodies[0] += writer.element(root, in: root.namespace)
        files = specification.namespaces.indices.map { writer.file($0) }
    }

    private struct Writer {
        let namespaces: [MessageNamespace]
        var bodies: [String]
        var groups = 0

        init(namespaces: [MessageNamespace]) {
            self.namespaces = namespaces
            bodies = namespaces.map { _ in "" }
        }

        /// A local element belongs to the namespace of the document it stands in, so one of another namespace
        /// becomes a group in that namespace's document.
        mutating func particle(_ rule: ElementRule, in namespace: MessageNamespace) -> String {
            guard rule.namespace != namespace else { return element(rule, in: namespace, occurs: rule.occurs) }
            groups += 1
            let name = "g\(groups)"
            let content = element(rule, in: rule.namespace, occurs: rule.occurs)
            if let place = namespaces.firstIndex(of: rule.namespace) {
                bodies[place] += "<xs:group name=\"\(name)\"><xs:sequence>\(content)</xs:sequence></xs:group>\n"
            }
            return "<xs:group ref=\"\(rule.namespace.prefix):\(name)\"/>"
        }

        mutating func element(
            _ rule: ElementRule,
            in namespace: MessageNamespace,
            occurs: Occurrence? = nil
        ) -> String {
            let bounds = occurs.map { occurs in
                let most = occurs.max == .max ? "unbounded" : String(occurs.max)
                return " minOccurs=\"\(occurs.min)\" maxOccurs=\"\(most)\""
            }
            let fixed = rule.simpleType?.fixed.map { " fixed=\"\($0)\"" }
            let content =
                switch rule.content {
                case .simple(let type): Self.simple(type)
                case .complex(let type): complex(type, in: namespace)
                }
            return "<xs:element name=\"\(rule.name)\"\(bounds ?? "")\(fixed ?? "")>\(content)</xs:element>\n"
        }

        mutating func complex(_ type: ComplexType, in namespace: MessageNamespace) -> String {
            var content = ""
            for step in type.particles {
                switch step {
                case .element(let rule): content += particle(rule, in: namespace)
                case .choice(let rules):
                    content += "<xs:choice>"
                    for rule in rules { content += particle(rule, in: namespace) }
                    content += "</xs:choice>"
                }
            }
            return "<xs:complexType><xs:sequence>\(content)</xs:sequence></xs:complexType>"
        }

        static func simple(_ type: SimpleType) -> String {
            var facets = type.codes.map { "<xs:enumeration value=\"\($0)\"/>" }.joined()
            if type.minLength > 0 { facets += "<xs:minLength value=\"\(type.minLength)\"/>" }
            if type.maxLength < .max { facets += "<xs:maxLength value=\"\(type.maxLength)\"/>" }
            if let pattern = type.pattern { facets += "<xs:pattern value=\"\(expression(pattern))\"/>" }
            return "<xs:simpleType><xs:restriction base=\"xs:\(type.base)\">\(facets)</xs:restriction></xs:simpleType>"
        }

        static func expression(_ pattern: TextPattern) -> String {
            switch pattern {
            case .uuid: "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"
            case .digits(let count): "\\d{\(count)}"
            case .version: "(\\d+\\.){0,3}(\\d+|\\*)"
            }
        }

        func file(_ place: Int) -> File {
            let own = namespaces[place]
            let prefixes = namespaces.map { " xmlns:\($0.prefix)=\"\($0.uri)\"" }.joined()
            let imports = namespaces.indices.filter { $0 != place }.map {
                "<xs:import namespace=\"\(namespaces[$0].uri)\" schemaLocation=\"\(namespaces[$0].prefix).xsd\"/>\n"
            }
            let text = """
                <?xml version="1.0" encoding="UTF-8"?>
                <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"\(prefixes) targetNamespace="\(own.uri)" \
                elementFormDefault="qualified">
                \(imports.joined())\(bodies[place])</xs:schema>

                """
            return File(name: "\(own.prefix).xsd", text: text)
        }
    }
}
