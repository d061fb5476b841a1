import Exchange
import Law
import TestSupport
import Testing

/// Documents as large as we take them, made of nothing but faults or of nothing but repetition.
struct `A message that is a flood` {
    /// What is repeated, and before what.
    private static let floods = [
        ("<q/>", "<henv:Klient>"), ("<mld:q>1</mld:q>", "<henv:Klient>"), ("<henv:Vedlegg/>", "<henv:Klient>"),
        ("<henv:Bistandsperiode/>", "<henv:Klient>"),
        (
            "<henv:Vedlegg><mld:Filnavn>a.pdf</mld:Filnavn><mld:VedleggType>999</mld:VedleggType></henv:Vedlegg>",
            "<henv:Klient>"
        ),
        (
            "<henv:Sosken><henv:SoskenRelasjon>9</henv:SoskenRelasjon></henv:Sosken>", "</henv:SoskenSamplassering>"
        ),
        ("<henv:PlanType>9</henv:PlanType>", "</henv:Plan>"),
    ]

    @Test(arguments: floods)
    func `is judged and shown in time that grows with its size`(element: String, place: String) throws {
        let today = try CalendarDay(parsing: "2026-03-02")
        var generator = SeededGenerator(seed: 5)
        let sentAt = try Instant(parsing: "2026-03-02T09:30:00Z")
        let id = RecordID(at: sentAt, using: &generator)
        let message = try MessageExample.message(of: .fosterHome, id: id, sentAt: sentAt).bytes()
        // The longest are as many elements, or as many bytes, as a message may have.
        let count = min(Rounds.of(19_000) / element.count { $0 == "/" }, 4_900_000 / element.utf8.count)
        let many = String(repeating: element, count: count)
        let text = String(decoding: message, as: UTF8.self).replacing(place, with: many + place, maxReplacements: 1)
        let spent = ProcessorTime.of {
            let view = MessageView(of: Array(text.utf8), on: today, in: .bokmaal)
            #expect(!view.html.isEmpty && !view.text.isEmpty)
            #expect(!view.findings.isEmpty)
        }
        #expect(spent < .seconds(5) + .microseconds(400) * count)
    }
}
