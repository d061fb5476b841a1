import Exchange
import Foundation

/// A delivery on disk, read piece by piece.
struct DeliveryFile: Sendable {
    let path: String
    /// What it is taken for; `nil` where the file itself tells.
    let format: DeliveryFormat?
    let mode: KostraFrame.Mode
    let year: Int?
    let region: String?

    /// Bytes that are read at a time.
    static let pieceSize = 1 << 17

    /// Checks the file, reading on one core and judging on another.
    ///
    /// - Parameter progress: Told how many bytes have been read since it was told last.
    /// - Returns: What was found, or why the file could not be checked.
    func check(_ progress: (Int) -> Void) -> Result<CheckedFile, UsageProblem> {
        guard let glance = glance() else { return .failure(unreadable) }
        // What tells no format is most likely a broken delivery of the one that has a whole file for many.
        switch format ?? glance.format ?? .kostra {
        case .kostra: return checkKostra(glance, progress)
        case .bvr: return checkRegister(progress)
        }
    }

    var unreadable: UsageProblem { UsageProblem("\(path): cannot be read; check that the file exists.") }

    private func checkKostra(
        _ glance: DeliveryGlance,
        _ progress: (Int) -> Void
    ) -> Result<CheckedFile, UsageProblem> {
        if mode == .reference, year == nil, glance.year == nil {
            return .failure(UsageProblem("\(path): names no year; give the reporting year with --year."))
        }
        var check = KostraCheck(mode: mode, year: year ?? glance.year, region: region ?? glance.region)
        let pipe = EventPipe()
        let (path, options) = (path, KostraCheck.streamOptions(in: mode))
        let reader = Thread { Self.read(path, KostraCheck.vocabulary, options, into: pipe) }
        reader.start()
        while let batch = pipe.take() {
            check.take(batch.events)
            if let error = batch.error { check.fail(error) }
            progress(batch.bytes)
            pipe.giveBack(batch.events)
        }
        guard pipe.isWhole else { return .failure(unreadable) }
        return .success(CheckedFile(report: check.finish(file: path)))
    }

    /// What the beginning of the file tells; `nil` where the file cannot be read at all.
    private func glance() -> DeliveryGlance? {
        guard isFile, let file = FileHandle(forReadingAtPath: path) else { return nil }
        defer { try? file.close() }
        var glance = DeliveryGlance()
        guard var stream = try? XmlStream(vocabulary: DeliveryGlance.vocabulary, options: [.documentType, .localNames])
        else { return glance }
        var events = XmlEvents()
        while !glance.isDone {
            guard let piece = try? file.read(upToCount: Self.pieceSize) ?? Data() else { return nil }
            events.removeAll()
            let isSound = (try? stream.read([UInt8](piece)[...], isLast: piece.isEmpty, into: &events)) != nil
            glance.take(events)
            if !isSound || piece.isEmpty { break }
        }
        return glance
    }

    /// Whether it is a file that can be read twice, once for a glance.
    private var isFile: Bool {
        let attributes = try? FileManager.default.attributesOfItem(atPath: Self.resolved(path))
        return attributes?[.type] as? FileAttributeType == .typeRegular
    }

    /// The file itself where the path is a link to it.
    private static func resolved(_ path: String) -> String {
        URL(filePath: path).resolvingSymlinksInPath().path(percentEncoded: false)
    }

    private static func read(
        _ path: String,
        _ vocabulary: XmlVocabulary,
        _ options: XmlStream.Options,
        into pipe: EventPipe
    ) {
        var isWhole = false
        defer { pipe.close(isWhole: isWhole) }
        guard let file = FileHandle(forReadingAtPath: path) else { return }
        defer { try? file.close() }
        do throws(XmlError) {
            var stream = try XmlStream(vocabulary: vocabulary, options: options)
            while !isWhole {
                guard let piece = try? file.read(upToCount: pieceSize) ?? Data() else { return }
                isWhole = piece.isEmpty
                var batch = EventPipe.Batch(events: pipe.empty(), bytes: piece.count, error: nil)
                do throws(XmlError) {
                    try stream.read([UInt8](piece)[...], isLast: isWhole, into: &batch.events)
                } catch {
                    batch.error = error
                    isWhole = true
                }
                pipe.put(batch)
            }
        } catch {
            isWhole = true
            pipe.put(EventPipe.Batch(events: XmlEvents(), bytes: 0, error: error))
        }
    }
}
