package import Casework
package import Law

/// One thing that somebody in a pretend service did, or that reached the service, on a day of the pretend past.
package struct HistoryStep: Hashable, Sendable {
    /// The day on which it is written down; never after the day on which the past ends.
    package var day: CalendarDay
    /// The place among the family's steps, from 0; the steps of a day are taken in this order.
    package var order: Int
    /// The service.
    package var unit: UnitID
    /// Who does it; for a report that arrives, nobody in the service.
    package var actor: ActorID?
    /// What is done.
    package var act: HistoryAct
}

/// What is done in a step of the pretend past.
///
/// Reports are named by their message and their child's place in it: their identity is given by the reception.
package enum HistoryAct: Hashable, Sendable {
    /// A message reaches the reception.
    case reportArrives(PretendMessage)
    /// Somebody in the service types in what was told on the telephone or in a letter.
    case reportTypedIn(ReportName, Concern, isUrgent: Bool)
    /// Somebody opens a report, finds its child or marks it.
    case reportHandled(ReportName, ConcernCommand)
    /// Somebody decides what a report leads to.
    case reportReviewed(ReportName, ReviewCommand)
    /// A reporter is told, or it is decided not to.
    case reporterAnswered(ReportName, AnswerCommand)
    /// A report is coded for the statistics.
    case reportCoded(ReportName, CodingCommand)
    /// A step in a case, which a review has opened before.
    case inCase(RecordID, CaseCommand)
    /// An earlier entry of the case was wrong; `step` is the ``HistoryStep/order`` of the step that wrote it.
    case corrected(RecordID, step: Int, to: Correction?, reason: String, CaseCommand.Capacity)
}

/// Which report is meant, before anybody has given it an identity.
package struct ReportName: Hashable, Sendable {
    /// The sender's id of the message, or an invented one of what was typed in.
    package var messageID: String
    /// The child's place in the message, from 0.
    package var child: Int

    package init(messageID: String, child: Int) {
        self.messageID = messageID
        self.child = child
    }
}
