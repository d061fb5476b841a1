package import Law

/// Why an envelope was not carried or looked for; none of these is final but ``tooLarge(bytes:)``.
package enum TransportError: Error, Hashable, Sendable {
    /// Nobody with this number has a box here, or the disk that holds it is away.
    case noSuchReceiver(OrganisationNumber)
    /// There is no room left; nothing was left behind.
    case full
    /// More than a box takes.
    case tooLarge(bytes: Int)
    /// A call to the system failed, with the system's number for it.
    case disk(call: String, code: Int32)

    /// Whether trying again is of no use.
    package var isFinal: Bool {
        switch self {
        case .tooLarge: true
        case .noSuchReceiver, .full, .disk: false
        }
    }
}

extension TransportError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .noSuchReceiver(let number): "There is no box for \(number); check the number, and that its disk is there."
        case .full: "There is no room left where the box lies; make room."
        case .tooLarge(let bytes): "The message has \(bytes) bytes with its attachments, more than a box takes."
        case .disk(let call, let code): "The disk failed (\(call), error \(code)); try again."
        }
    }
}
