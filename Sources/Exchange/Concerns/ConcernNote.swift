/// Something in a valid message that a person should know of.
package enum ConcernNote: Hashable, Sendable {
    /// The sending time is no time that we can read; the day of arrival must do.
    case unreadableSendingTime
    /// What the child's number field holds is no number that a person can have; the position is that of the child.
    case unreadableNumber(child: Int)
    /// A private report that names no child at all, which its form allows.
    case noChild
    /// The sender used a member that only a later version of the form has; it was read.
    case laterField(JsonPointer)
    /// A member that the form does not have; it stands in the original only. The name is the sender's own: do not log it.
    case unknownField(JsonPointer)
    /// A member that stands twice; the last one was read.
    case repeatedField(JsonPointer)
}
