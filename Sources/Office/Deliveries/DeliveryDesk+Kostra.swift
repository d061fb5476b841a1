import Casework
package import Exchange
import Foundation
package import Law

/// What came of writing a year's KOSTRA file.
package struct KostraExport: Sendable {
    /// How many persons are in it.
    package let people: Int
    /// The cases that the schema has no place for, which are left out.
    package let refused: [RecordID]
    /// What our own check finds in the file, as its reader would.
    package let report: DeliveryFileReport
}

extension DeliveryDesk {
    /// The municipalities that a service reports for in a year: each has a file of its own.
    package func municipalities(of unit: UnitID, in year: Int) -> [String] {
        guard let service = directory.services.first(where: { $0.unit == unit }),
            let first = CalendarDay(year: year, month: 1, day: 1),
            let last = CalendarDay(year: year, month: 12, day: 31)
        else { return [] }
        let members = service.memberships.filter { $0.from <= last && $0.to ?? .latest >= first }
        return Set(members.map { "\($0.municipality)" }).sorted()
    }

    /// Writes the cases of a municipality in a year as a KOSTRA file (form 15F), person by person.
    ///
    /// - Parameters:
    ///   - verb: The verb's own name, an actor of the kind `system`.
    ///   - id: The service.
    ///   - municipality: Four digits, one of ``municipalities(of:in:)``.
    ///   - year: The reporting year.
    ///   - write: Takes the next bytes of the file.
    ///   - progress: Told how many cases have been looked at, of how many.
    /// - Returns: How many are in it, who was left out, and what the check finds.
    /// - Throws: ``DeliveryTrouble``, ``Absent`` for an actor that is no verb; any other error where something cannot be
    ///   read or written.
    package func writeKostra(
        verb: ActorID,
        _ id: UnitID,
        municipality: String,
        year: Int,
        write: ([UInt8]) throws -> Void,
        progress: (_ done: Int, _ all: Int) -> Void = { _, _ in }
    ) async throws -> KostraExport {
        let unit = try units.unit(id)
        let hands = try await inHand(.verb(verb), unit).filter { $0.municipality == municipality }
        let sender = try sender(id, municipality, on: environment.today)
        let check = KostraChecking(year: year, sender)
        var writer = KostraWriter()
        var written = 0
        var refused: [RecordID] = []
        func put(_ bytes: [UInt8]) throws {
            check.take(bytes)
            try write(bytes)
        }
        try put(writer.begin(KostraDelivery.Sender(sender, year)))
        let last = min(environment.today, .end(of: year))
        let teller = CaseTeller(unit: unit, law: law, today: last, people: people)
        for (number, some) in hands.chunks(of: Self.mostInLine).enumerated() {
            let grant = try await enter(.verb(verb), id, some.flatMap(\.streams))
            for hand in some {
                guard let told = try teller.tell(hand, asOf: .end(of: year), under: grant).told?.inDistrict(of: sender),
                    let person = KostraIndividual(told, year: year)
                else { continue }
                guard let bytes = try? writer.add(person) else {
                    refused.append(hand.subject)
                    continue
                }
                written += 1
                try put(bytes)
            }
            progress(number * Self.mostInLine + some.count, hands.count)
        }
        guard written > 0 else { throw DeliveryTrouble.nobody(municipality, year: year) }
        try put(writer.end())
        let report = check.finish(file: "kostra-\(year)-\(municipality).xml")
        return KostraExport(people: written, refused: refused, report: report)
    }

    /// What the check of a year's KOSTRA file would say of one case alone; nothing of the file as a whole.
    func kostraEntries(_ told: Case, _ sender: RegisterDelivery.Sender, year: Int) -> [DeliveryEntry] {
        guard let person = KostraIndividual(told.inDistrict(of: sender), year: year) else { return [] }
        var writer = KostraWriter()
        let check = KostraChecking(year: year, sender)
        do throws(DeliveryRefusal) {
            check.take(try writer.begin(KostraDelivery.Sender(sender, year)))
            check.take(try writer.add(person))
            check.take(try writer.end())
        } catch {
            return error.entries
        }
        return check.finish(file: "").entries.filter { !$0.individID.isEmpty }
    }
}

extension CalendarDay {
    /// The last day of a year.
    static func end(of year: Int) -> CalendarDay { CalendarDay(year: year, month: 12, day: 31) ?? .latest }
}

extension CaseInHand {
    /// Four digits: whose case it is, or where the first report was addressed.
    fileprivate var municipality: String {
        switch self {
        case .opened(let stored, _): stored.facts.municipality
        case .reported(let reports): reports[0].municipality
        }
    }
}

extension Case {
    /// The case with the district that delivers it, of a divided city.
    fileprivate func inDistrict(of sender: RegisterDelivery.Sender) -> Case {
        guard let number = sender.districtNumber else { return self }
        var told = self
        told.district = District(number: number, name: sender.districtName)
        return told
    }
}

extension KostraDelivery.Sender {
    fileprivate init(_ sender: RegisterDelivery.Sender, _ year: Int) {
        self.init(
            organisation: sender.organisation,
            year: year,
            municipality: sender.municipality,
            municipalityName: sender.municipalityName
        )
    }
}

/// Checks a file's bytes as they are written.
private final class KostraChecking {
    private var check: KostraCheck
    private var stream: XmlStream?
    private var events = XmlEvents()

    init(year: Int, _ sender: RegisterDelivery.Sender) {
        let region = sender.municipality + (sender.districtNumber ?? "00")
        check = KostraCheck(mode: .strict, year: year, region: region)
        stream = try? XmlStream(
            vocabulary: KostraCheck.vocabulary,
            options: KostraCheck.streamOptions(in: .strict)
        )
    }

    func take(_ bytes: [UInt8]) { read(bytes, isLast: false) }

    func finish(file: String) -> DeliveryFileReport {
        read([], isLast: true)
        return check.finish(file: file)
    }

    private func read(_ bytes: [UInt8], isLast: Bool) {
        events.removeAll()
        do throws(XmlError) {
            try stream?.read(bytes[...], isLast: isLast, into: &events)
            check.take(events)
        } catch {
            check.take(events)
            check.fail(error)
            stream = nil
        }
    }
}
