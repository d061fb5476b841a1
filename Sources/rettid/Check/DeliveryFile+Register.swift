import Exchange

extension DeliveryFile {
    /// Checks a delivery to the register: one case, which is small enough to be read and judged on one core.
    ///
    /// - Parameter progress: Told how many bytes have been read since it was told last.
    /// - Returns: What was found.
    /// - Throws: Why the file could not be checked.
    func checkRegister(_ progress: (Int) -> Void) throws(DeliveryObstacle) -> CheckedFile {
        guard options.mode == .strict else { throw .noReference }
        let file = try source.open()
        var check = RegisterCheck(channel: options.channel)
        do {
            var stream = try XmlStream(vocabulary: RegisterCheck.vocabulary)
            var events = XmlEvents()
            var isLast = false
            while !isLast {
                let piece = try file.next()
                isLast = piece.isEmpty
                events.removeAll()
                // What was read before a fault is judged all the same.
                defer { check.take(events) }
                try stream.read(piece[...], isLast: isLast, into: &events)
                progress(piece.count)
            }
        } catch let error as XmlError {
            check.fail(error)
        } catch {
            throw error as? DeliveryObstacle ?? .missing
        }
        let outcome = check.finish(file: source.name)
        return CheckedFile(report: outcome.report, link: outcome.link)
    }
}
