internal import CExpat
internal import Synchronization

/// Parsers at rest between documents, because making one costs as much as reading a kilobyte.
///
/// A parser serves one document at a time. What it keeps from one to the next is memory, and never more than a short
/// document needs: after a long or a faulty one it is thrown away. Whenever a parser is reset, expat goes back to its
/// own limits.
@unsafe enum ExpatPool {
    /// A parser that nobody uses.
    @unsafe private struct Resting: @unchecked Sendable {
        // Whoever takes it out of the pool is the only one who has it, so it may go from thread to thread.
        let parser: XML_Parser
    }

    /// As many as threads are likely to read at once.
    private static let most = 8
    /// The longest document after which a parser is kept, in bytes.
    private static let longest = 1 << 16
    /// The secret of this process that keeps strangers from choosing names which collide in a hash table.
    ///
    /// It comes from the one that Swift's own hash tables have. Expat would ask the system for another before every
    /// document, which costs a twentieth of checking a short one.
    private static let salt = UInt(bitPattern: Hasher().finalize())
    private static let resting = unsafe Mutex<[Resting]>([])

    /// A parser as if new; `nil` where no memory is left.
    static func take() -> XML_Parser? {
        let rested = unsafe resting.withLock { unsafe $0.popLast() }
        guard let parser = unsafe rested?.parser ?? XML_ParserCreate(nil) else { return nil }
        // Only now, because what a reset sets free is just what the next document takes again.
        if unsafe rested != nil { unsafe XML_ParserReset(parser, nil) }
        unsafe XML_SetHashSalt(parser, salt)
        return unsafe parser
    }

    /// Takes back a parser, which from now on nobody else may use.
    ///
    /// - Parameters:
    ///   - parser: One that ``take()`` gave.
    ///   - bytes: The length of the document that it has read.
    ///   - isSound: Whether it read it to the end.
    static func giveBack(_ parser: XML_Parser, after bytes: Int, isSound: Bool) {
        let isKept =
            unsafe isSound && bytes <= longest
            && resting.withLock { resting in
                guard unsafe resting.count < most else { return false }
                unsafe resting.append(Resting(parser: parser))
                return true
            }
        if !isKept { unsafe XML_ParserFree(parser) }
    }
}
