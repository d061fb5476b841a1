internal import Casework
internal import Exchange
package import Law

extension PretendWorld {
    /// Messages of a pretend day.
    private static let messagesPerDay = 12

    /// Which messages are spoilt on purpose, and how: four of every fifty, the first at 17.
    package static func defect(at index: Int) -> PretendMessage.Defect? {
        switch index % 50 {
        case 17: .brokenText
        case 26: .unknownMunicipality
        case 33: .invalidForm
        case 41: .servedElsewhere
        default: nil
        }
    }

    /// The message at a position of the stream; any position can be asked for alone.
    ///
    /// - Parameters:
    ///   - index: From 0; negative positions are the first.
    ///   - instant: When it was sent; without it the stream's own calendar counts, twelve messages a day from
    ///     5 January 2026 on.
    /// - Returns: The message, spoilt if ``defect(at:)`` says so.
    package func message(_ index: Int, sentAt instant: Instant? = nil) -> PretendMessage {
        let index = max(0, index)
        var random = SplitMix64(seed: seed, item: index)
        let messageID = RecordID(high: random.next(), low: random.next()).description
        let sentAt = instant ?? Self.sendingTime(of: index)
        let defect = Self.defect(at: index)
        let service = Self.service(&random)
        var document = Self.document(for: service, sentAt: sentAt, using: &random)
        switch defect {
        case .unknownMunicipality: document.document.address = Self.unknownAddress
        case .servedElsewhere: document.document.address = Self.foreignAddress
        case .brokenText, .invalidForm, nil: break
        }
        return PretendMessage(
            index: index,
            messageID: messageID,
            format: document.document.format,
            document: document.document,
            bytes: Self.bytes(of: document.document, spoiltBy: defect),
            sentAt: sentAt,
            service: defect == nil ? service : nil,
            isUrgent: document.isUrgent,
            defect: defect
        )
    }

    private static func service(_ random: inout SplitMix64) -> PretendService {
        var place = random.below(PretendService.allCases.map(\.share).reduce(0, +))
        for service in PretendService.allCases {
            if place < service.share { return service }
            place -= service.share
        }
        return .nordvag
    }

    /// Twelve times a day between 07:20 and 21:05, Norwegian time.
    private static func sendingTime(of index: Int) -> Instant {
        let first = CalendarDay(year: 2026, month: 1, day: 5) ?? .earliest
        let minutes = 440 + index % messagesPerDay * 75
        return OsloTime.instant(
            of: first.adding(days: index / messagesPerDay),
            hour: minutes / 60,
            minute: minutes % 60,
            second: index * 7 % 60
        )
    }

    /// The time without zone, as the form has it.
    static func localText(_ instant: Instant) -> String {
        let clock = OsloTime.clock(at: instant)
        let parts = [clock.hour, clock.minute, clock.second].map { $0 < 10 ? "0\($0)" : String($0) }
        return OsloTime.day(at: instant).description + "T" + parts.joined(separator: ":")
    }

    /// A number in the series of no county.
    private static var unknownAddress: ConcernAddress {
        ConcernAddress(municipality: "9999", municipalityName: "Ukjent", district: "00", districtName: "")
    }

    /// A municipality that has its own real service.
    private static var foreignAddress: ConcernAddress {
        ConcernAddress(municipality: "1103", municipalityName: "Stavanger", district: "00", districtName: "")
    }

    static func bytes(of document: ConcernDocument, spoiltBy defect: PretendMessage.Defect?) -> [UInt8] {
        guard case .success(let bytes) = document.write() else {
            preconditionFailure("a pretend report of concern does not follow its form")
        }
        return switch defect {
        case .brokenText: Array(bytes.prefix(bytes.count * 2 / 3))
        case .invalidForm:
            // The sending time is required under its own name only.
            Array(String(decoding: bytes, as: UTF8.self).replacing("\"sendingstidspunkt\"", with: "\"sendt\"").utf8)
        case .unknownMunicipality, .servedElsewhere, nil: bytes
        }
    }
}
