import Exchange

/// What the fuzzer calls with each input; it brings a `main` of its own.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
    Fuzzing.run(Array(UnsafeBufferPointer(start: bytes, count: count)))
    return 0
}

/// Feeds whatever the fuzzer thinks of to the readers and checks of deliveries; a crash, a hang or a broken promise is a
/// finding.
///
/// The first byte says what the rest is read as, the second in pieces of how many bytes.
enum Fuzzing {
    static func run(_ input: [UInt8]) {
        guard input.count > 2 else { return }
        let document = input[2...]
        let pieces = Int(input[1]) + 1
        switch input[0] % 3 {
        case 0: sameInPieces(document, pieces) { kostra($0, .strict, $1) }
        case 1: sameInPieces(document, pieces) { kostra($0, .reference, $1) }
        default:
            sameInPieces(document, pieces) { register($0, $1).report }
            writeAgain(document)
        }
    }

    /// A sound document says the same, however its bytes come.
    private static func sameInPieces(
        _ document: ArraySlice<UInt8>,
        _ pieces: Int,
        _ check: (ArraySlice<UInt8>, Int) -> DeliveryFileReport
    ) {
        let whole = check(document, document.count)
        let parts = check(document, pieces)
        // Where a document is no XML at all, what is seen of that first may depend on the pieces.
        guard !isUnreadable(whole) else { return precondition(isUnreadable(parts), "read in pieces alone") }
        precondition(whole == parts, "another report of \(pieces) bytes at a time")
    }

    private static func isUnreadable(_ report: DeliveryFileReport) -> Bool {
        report.entries.contains { $0.rule == "XML_FILE" }
    }

    /// What was read can be written, and is the same when it is read again.
    private static func writeAgain(_ document: ArraySlice<UInt8>) {
        guard let delivery = register(document, document.count).delivery else { return }
        do throws(RegisterWriter.Refusal) {
            let bytes = try RegisterWriter.bytes(of: delivery)
            precondition(register(bytes[...], bytes.count).delivery == delivery, "another delivery")
        } catch {
            preconditionFailure("not written: \(error)")
        }
    }

    private static func kostra(
        _ document: ArraySlice<UInt8>,
        _ mode: KostraFrame.Mode,
        _ pieces: Int
    ) -> DeliveryFileReport {
        var check = KostraCheck(mode: mode, year: 2024, region: "460100")
        read(document, pieces, KostraCheck.vocabulary, KostraCheck.streamOptions(in: mode)) { events in
            check.take(events)
        } fail: {
            check.fail($0)
        }
        return check.finish(file: "fuzzed.xml")
    }

    private static func register(_ document: ArraySlice<UInt8>, _ pieces: Int) -> RegisterCheck.Outcome {
        var check = RegisterCheck()
        read(document, pieces, RegisterCheck.vocabulary, []) { events in
            check.take(events)
        } fail: {
            check.fail($0)
        }
        return check.finish(file: "fuzzed.xml")
    }

    private static func read(
        _ document: ArraySlice<UInt8>,
        _ pieces: Int,
        _ vocabulary: XmlVocabulary,
        _ options: XmlStream.Options,
        _ take: (XmlEvents) -> Void,
        fail: (XmlError) -> Void
    ) {
        var events = XmlEvents()
        do throws(XmlError) {
            var stream = try XmlStream(vocabulary: vocabulary, options: options)
            var start = document.startIndex
            repeat {
                let end = min(start + pieces, document.endIndex)
                events.removeAll()
                defer { take(events) }
                try stream.read(document[start..<end], isLast: end == document.endIndex, into: &events)
                start = end
            } while start < document.endIndex
        } catch {
            fail(error)
        }
    }
}
