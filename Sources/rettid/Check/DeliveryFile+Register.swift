import Exchange
import Foundation

extension DeliveryFile {
    /// Checks a delivery to the register: one case, which is small enough to be read and judged on one core.
    ///
    /// - Parameter progress: Told how many bytes have been read since it was told last.
    /// - Returns: What was found, or why the file could not be checked.
    func checkRegister(_ progress: (Int) -> Void) -> Result<CheckedFile, UsageProblem> {
        guard mode == .strict else {
            return .failure(
                UsageProblem("\(path): the register's own program is not public; --mode reference is for KOSTRA alone.")
            )
        }
        guard let file = FileHandle(forReadingAtPath: path) else { return .failure(unreadable) }
        defer { try? file.close() }
        var check = RegisterCheck()
        do throws(XmlError) {
            var stream = try XmlStream(vocabulary: RegisterCheck.vocabulary)
            var events = XmlEvents()
            var isLast = false
            while !isLast {
                guard let data = try? file.read(upToCount: Self.pieceSize) ?? Data() else {
                    return .failure(unreadable)
                }
                let piece = [UInt8](data)
                isLast = piece.isEmpty
                events.removeAll()
                // What was read before a fault is judged all the same.
                defer { check.take(events) }
                try stream.read(piece[...], isLast: isLast, into: &events)
                progress(piece.count)
            }
        } catch {
            check.fail(error)
        }
        let outcome = check.finish(file: path)
        return .success(CheckedFile(report: outcome.report, link: outcome.link))
    }
}
