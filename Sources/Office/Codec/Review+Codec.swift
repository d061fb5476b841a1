import Casework
import Law

/// The binary form of what is decided about a report and told to its reporter, version 1.
extension ByteWriter {
    mutating func write(_ review: ConcernReview) {
        switch review.outcome {
        case .shelved(let cause, let reason):
            write(byte: 0)
            write(code: cause)
            switch reason {
            case .written(let text):
                write(byte: 0)
                write(text)
            case .plainlyGroundless: write(byte: 1)
            }
        case .investigate(let id):
            write(byte: 1)
            write(id)
        case .addedToRunning(let id):
            write(byte: 2)
            write(id)
        case .activeMeasures(let id):
            write(byte: 3)
            write(id)
        }
        write(review.isAtOnce)
    }

    mutating func write(_ omission: AnswerOmission) {
        switch omission {
        case .plainlyGroundless: write(byte: 0)
        case .specialCircumstances(let reason):
            write(byte: 1)
            write(reason)
        case .unreachable: write(byte: 2)
        }
    }

    /// A day and the entry in which it stands.
    mutating func write(_ dated: Dated) {
        write(dated.on)
        write(dated.entry)
    }
}

extension ByteReader {
    mutating func concernReview() throws(CodecError) -> ConcernReview {
        let outcome: ConcernReview.Outcome
        switch try byte() {
        case 0: outcome = .shelved(try code(), reason: try shelvingReason())
        case 1: outcome = .investigate(try recordID())
        case 2: outcome = .addedToRunning(try recordID())
        case 3: outcome = .activeMeasures(try recordID())
        case let tag: throw .unknownTag(tag)
        }
        return ConcernReview(outcome: outcome, isAtOnce: try bool())
    }

    private mutating func shelvingReason() throws(CodecError) -> ConcernReview.ShelvingReason {
        switch try byte() {
        case 0: return .written(try text())
        case 1: return .plainlyGroundless
        case let tag: throw .unknownTag(tag)
        }
    }

    mutating func answerOmission() throws(CodecError) -> AnswerOmission {
        switch try byte() {
        case 0: return .plainlyGroundless
        case 1: return .specialCircumstances(reason: try text())
        case 2: return .unreachable
        case let tag: throw .unknownTag(tag)
        }
    }

    mutating func dated() throws(CodecError) -> Dated { Dated(on: try day(), entry: try integer()) }
}
