import Exchange
import Foundation

/// A delivery, read piece by piece.
struct DeliveryFile: Sendable {
    let source: DeliverySource
    let options: Options

    /// How deliveries are to be checked.
    struct Options: Sendable {
        /// What a delivery is taken for; `nil` where the file itself tells.
        var format: DeliveryFormat?
        var mode: KostraFrame.Mode
        /// By which way deliveries to the register came.
        var channel: RegisterChannel
        var year: Int?
        var region: String?
    }

    /// Checks the file, reading on one core and judging on another.
    ///
    /// - Parameter progress: Told how many bytes have been read since it was told last.
    /// - Returns: What was found, or why the file could not be checked.
    func check(_ progress: (Int) -> Void) -> CheckedFile {
        var format = options.format
        do throws(DeliveryObstacle) {
            let glance = try glance()
            format = format ?? glance.format
            // What tells no format is most likely a broken delivery of the one that has a whole file for many.
            switch format ?? .kostra {
            case .kostra: return try checkKostra(glance, progress)
            case .bvr: return try checkRegister(progress)
            }
        } catch {
            return CheckedFile(
                report: DeliveryFileReport(file: source.name, format: format, mode: options.mode, obstacle: error)
            )
        }
    }

    private func checkKostra(
        _ glance: DeliveryGlance,
        _ progress: (Int) -> Void
    ) throws(DeliveryObstacle) -> CheckedFile {
        let mode = options.mode
        if mode == .reference, options.year == nil, glance.year == nil { throw .noYear }
        var check = KostraCheck(
            mode: mode,
            year: options.year ?? glance.year,
            region: options.region ?? glance.region
        )
        let pipe = EventPipe()
        let source = source
        let reader = Thread {
            Self.read(source, KostraCheck.vocabulary, KostraCheck.streamOptions(in: mode), into: pipe)
        }
        reader.start()
        while let batch = pipe.take() {
            check.take(batch.events)
            if let error = batch.error { check.fail(error) }
            progress(batch.bytes)
            pipe.giveBack(batch.events)
        }
        if let obstacle = pipe.obstacle { throw obstacle }
        return CheckedFile(report: check.finish(file: source.name))
    }

    /// What the beginning of the file tells.
    private func glance() throws(DeliveryObstacle) -> DeliveryGlance {
        let file = try source.open()
        var glance = DeliveryGlance()
        guard var stream = try? XmlStream(vocabulary: DeliveryGlance.vocabulary, options: [.documentType, .localNames])
        else { return glance }
        var events = XmlEvents()
        while !glance.isDone {
            let piece = try file.next()
            events.removeAll()
            let isSound = (try? stream.read(piece[...], isLast: piece.isEmpty, into: &events)) != nil
            glance.take(events)
            if !isSound || piece.isEmpty { break }
        }
        return glance
    }

    private static func read(
        _ source: DeliverySource,
        _ vocabulary: XmlVocabulary,
        _ options: XmlStream.Options,
        into pipe: EventPipe
    ) {
        var obstacle: DeliveryObstacle?
        defer { pipe.close(obstacle) }
        do {
            let file = try source.open()
            var stream = try XmlStream(vocabulary: vocabulary, options: options)
            var isLast = false
            while !isLast {
                let piece = try file.next()
                isLast = piece.isEmpty
                var batch = EventPipe.Batch(events: pipe.empty(), bytes: piece.count, error: nil)
                do throws(XmlError) {
                    try stream.read(piece[...], isLast: isLast, into: &batch.events)
                } catch {
                    batch.error = error
                    isLast = true
                }
                pipe.put(batch)
            }
        } catch let error as XmlError {
            pipe.put(EventPipe.Batch(events: XmlEvents(), bytes: 0, error: error))
        } catch {
            obstacle = error as? DeliveryObstacle ?? .missing
        }
    }
}
