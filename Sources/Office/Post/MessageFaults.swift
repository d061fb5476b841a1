import Exchange
import Law

extension WorkItem.Detail {
    /// The most faults of one message that are kept.
    private static let most = 50

    /// What keeps bytes from being read as a message between units, by element and line; no text of theirs is repeated.
    ///
    /// - Parameters:
    ///   - bytes: The message as it came.
    ///   - today: The day for the rules about ages and times, which are asked where the definition finds nothing.
    /// - Returns: The faults, each with what was found and what was expected in its message.
    static func faults(of bytes: [UInt8], on today: CalendarDay) -> [WorkItem.Detail] {
        let standard = MessageCheck.verdict(of: bytes, on: today)
        let own = ExtensionCheck.verdict(of: bytes, on: today)
        let errors = (standard.messageType == nil && own.type != nil ? own.errors : standard.errors)
            .filter { $0.exception == nil }
        let wire = errors.filter { $0.level == .wire }
        return (wire.isEmpty ? errors.filter { $0.level == .domain } : wire).prefix(most).map { error in
            WorkItem.Detail(pointer: "\(error.path):\(error.line)", found: "", expected: "", message: error.message)
        }
    }
}
