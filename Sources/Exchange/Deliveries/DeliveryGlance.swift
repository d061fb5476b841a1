/// Finds out from the beginning of a document what kind of delivery it is, and from its sender the year and region.
package struct DeliveryGlance {
    /// The names that a stream must tell apart for a glance.
    package static let vocabulary = XmlVocabulary(Name.allCases.map { XmlName(namespace: "", localName: $0.rawValue) })

    private enum Name: String, CaseIterable {
        case delivery = "Barnevern"
        case sender = "Avgiver"
        case person = "Individ"
        case system = "Fagsystem"
        case registerCase = "Sak"
        case version = "Versjon"
        case municipality = "Kommunenummer"
        case extracted = "DatoUttrekk"
        case previous = "ForrigeId"
    }

    /// The format; `nil` where nothing has told it yet.
    package private(set) var format: DeliveryFormat?
    /// The year that the sender names; `nil` where none has been seen.
    package private(set) var year: Int?
    /// The municipality of the sender with two noughts for the district; `nil` where none has been seen.
    package private(set) var region: String?
    private var element: Name?

    package init() {}

    /// Whether nothing more can be learnt that a check of this format needs.
    package var isDone: Bool { format == .bvr || (format == .kostra && year != nil) }

    /// Looks at what the next piece of the document says.
    package mutating func take(_ events: XmlEvents) {
        for event in events.events {
            // All attributes of the sender's tag are looked at, whatever their order.
            if event.kind != .attribute, isDone { return }
            let name = Int(event.name) < Name.allCases.count ? Name.allCases[Int(event.name)] : nil
            switch event.kind {
            case .start:
                element = name
                tag(name)
            case .attribute: attribute(name, events.bytes[event.range])
            default: element = nil
            }
        }
    }

    private mutating func tag(_ name: Name?) {
        guard format == nil else { return }
        switch name {
        case .person, .sender: format = .kostra
        case .system, .registerCase: format = .bvr
        default: break
        }
    }

    private mutating func attribute(_ name: Name?, _ value: ArraySlice<UInt8>) {
        switch (element, name) {
        case (.delivery, .extracted), (.delivery, .previous): format = format ?? .bvr
        case (.sender, .version):
            let copy = Array(value)
            year = DeliveryDate.year(copy.span, copy.indices)
        case (.sender, .municipality):
            if value.count == 4 { region = String(decoding: value, as: UTF8.self) + "00" }
        default: break
        }
    }
}
