/// Checks a KOSTRA delivery (form 15F) as its events come in.
///
/// Whoever checks makes an ``XmlStream`` with ``vocabulary`` and ``streamOptions(in:)``, hands over what each piece
/// says, and asks for the report at the end. Memory does not grow with the file, save for what finding duplicates needs.
package struct KostraCheck {
    /// The names that a stream must tell apart for this check.
    package static var vocabulary: XmlVocabulary { CompiledDelivery.kostra.vocabulary }

    private let mode: KostraFrame.Mode
    private var check: StructureCheck<KostraRecorder>
    private var binder: KostraBinder?
    /// Whether the document is an element of the file alone; nothing before its root has come.
    private var isPart: Bool?
    private var hasFailed = false

    /// Begins a check.
    ///
    /// - Parameters:
    ///   - mode: How the rules are read.
    ///   - year: The reporting year; without it only the structure is checked.
    ///   - region: Six digits; without them nothing is compared with a region.
    package init(mode: KostraFrame.Mode, year: Int?, region: String?) {
        self.mode = mode
        let frame = year.map { KostraFrame(mode: mode, year: $0, region: region) }
        let judge = KostraJudge(mode: mode, frame: frame)
        check = StructureCheck(
            .kostra,
            countsUnits: mode == .reference,
            receiver: KostraRecorder(judge: judge)
        )
        binder = mode == .reference ? KostraBinder() : nil
    }

    /// How the document must be read: strictly as it stands, or as the official program's reader takes it.
    package static func streamOptions(in mode: KostraFrame.Mode) -> XmlStream.Options {
        mode == .strict ? [] : [.documentType, .localNames]
    }

    /// Goes on with what the next piece of the document says.
    package mutating func take(_ events: XmlEvents) {
        if isPart == nil, let root = events.events.first(where: { $0.kind == .start })?.name {
            let names = Self.vocabulary.names
            let name = Int(root) < names.count ? names[Int(root)].localName : ""
            isPart = [KostraTable.sender.name, KostraTable.person.name].contains(name)
        }
        if binder == nil {
            check.take(events)
        } else {
            binder?.take(events, into: &check)
        }
    }

    /// Takes the news that the document cannot be read on.
    package mutating func fail(_ error: XmlError) {
        hasFailed = true
        check.receiver.judge.fail(error)
    }

    /// Ends the check.
    ///
    /// - Parameter file: What the file is called in the report.
    /// - Returns: All that was found.
    package mutating func finish(file: String) -> DeliveryFileReport {
        if !hasFailed, mode == .reference || isPart == false { check.receiver.judge.finish() }
        let judge = check.receiver.judge
        var overall = judge.entries.map(\.severity).max() ?? .ok
        // The official program calls a file wrong of which it has controlled nothing.
        if mode == .reference, judge.controls == 0 { overall = max(overall, .error) }
        return DeliveryFileReport(
            file: file,
            format: .kostra,
            mode: mode,
            overall: overall,
            controls: judge.controls,
            entries: judge.entries
        )
    }
}
