import Exchange
import Testing

struct `KOSTRA in reference mode` {
    @Test(
        .enabled(if: !KostraCorpus.vectors.isEmpty, "There is no ../shared/corpus/kostra beside the repository."),
        arguments: KostraCorpus.vectors
    )
    func `gives the official program's entries, one for one and in order`(_ vector: KostraCorpus.Vector) throws {
        let bytes = try KostraCorpus.bytes(vector.file)
        let report = checkKostra(bytes, .reference, year: vector.year, region: vector.region)
        #expect(report.entries.map(KostraCorpus.Vector.Entry.init) == vector.expected)
        #expect(report.overall.rawValue == vector.overall)
        #expect(report.controls == vector.numberOfControls)
    }

    @Test(
        .enabled(if: !KostraCorpus.vectors.isEmpty, "There is no ../shared/corpus/kostra beside the repository."),
        arguments: KostraFrame.Mode.allCases
    )
    func `finds the same in a document that comes byte by byte`(_ mode: KostraFrame.Mode) throws {
        for vector in KostraCorpus.vectors where vector.id.hasPrefix("p_") || vector.id.hasPrefix("r_0") {
            let bytes = try KostraCorpus.bytes(vector.file)
            let whole = checkKostra(bytes, mode, year: vector.year, region: vector.region)
            let pieces = checkKostra(bytes, mode, year: vector.year, region: vector.region, pieces: 1)
            #expect(whole == pieces, "\(vector.id)")
        }
    }
}

extension KostraCorpus.Vector.Entry {
    init(_ entry: DeliveryEntry) {
        self.init(
            rule: entry.rule,
            severity: entry.severity.rawValue,
            individId: entry.individID,
            journal: entry.journal,
            contextId: entry.contextID
        )
    }
}
