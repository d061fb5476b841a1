/// What a text in a child's journal is about.
///
/// A text is one beginning and one end of its topic, so that a few sentences give many texts. In the sentences `{N}` is
/// the child's given name, `{han}` and `{Han}` the pronoun, `{ham}` its object form, `{forelder}` one of the parents.
enum HistoryTopic: CaseIterable, Hashable, Sendable {
    case shelvedReport, reopened, closed
    case investigationPlan, extended, shelvedCase, partysWish, otherService, measuresNeeded, petitionNeeded, movedAway
    case toldChild, heardAbout, childSaid, weight, mostImportant, correctedByChild, notShown, tooYoung, childDeclined,
        override
    case decidedHelp, decidedShelving, decidedAcute, decidedCare, decidedInstitution, decidedAftercare, decidedMove
    case facts, assessment, childsView, bestInterests, familyTies
    case help, goals, planContent, evaluation, planOver, goalReached, measureOver, cameHome, careOrdered
    case fosterHome, institution, moved, agreement, fewerVisits
    case followUpVisit, supervisionVisit, institutionVisit
    case conversation, telephone, meeting, observation, wrongNote
    case complaint, demand, seriousEvent, conflict, conflictOver, withdrawn, wrongEntry
    case contacted, accepted, declined

    /// The beginnings and the ends, in one of the written languages.
    struct Sentences: Sendable {
        var beginnings: [String]
        var ends: [String]

        init(_ beginnings: [String], _ ends: [String] = [""]) {
            self.beginnings = beginnings
            self.ends = ends
        }

        /// How many texts the sentences give.
        var count: Int { beginnings.count * ends.count }

        /// The text with this number; every number has one.
        func text(_ number: Int) -> String {
            let beginning = beginnings[number % beginnings.count]
            let end = ends[number / beginnings.count % ends.count]
            return end.isEmpty ? beginning : beginning + " " + end
        }
    }

    func sentences(_ language: Language) -> Sentences {
        switch language {
        case .bokmal: bokmal
        case .nynorsk: nynorsk
        }
    }
}
