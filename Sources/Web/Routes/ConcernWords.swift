import Casework
import Office

/// What was unusual about how a message was read, for a person.
enum IrregularityWords {
    /// The sentence for a code in the journal; an unknown code, from a newer program, as it is.
    static func sentence(_ code: String, _ catalog: Catalog) -> String {
        switch code {
        case "unreadableSendingTime": catalog.text("irregularity.unreadableSendingTime")
        case "unreadableNumber": catalog.text("irregularity.unreadableNumber")
        case "noChild": catalog.text("irregularity.noChild")
        case "laterField": catalog.text("irregularity.laterField")
        case "unknownField": catalog.text("irregularity.unknownField")
        case "repeatedField": catalog.text("irregularity.repeatedField")
        case "readByReception": catalog.text("irregularity.readByReception")
        default: code
        }
    }
}

/// What has been decided about a report, and why a reporter is not told.
struct ConcernReviewWords: Sendable {
    let catalog: Catalog

    func facts(_ review: ConcernReview) -> [Fact] {
        var facts = [Fact(catalog.text("concern.review.outcome"), outcome(review.outcome))]
        if case .shelved(let cause, let reason) = review.outcome {
            facts.append(Fact(catalog.text("command.review-concern.cause"), code("shelving-cause", cause)))
            let text =
                switch reason {
                case .written(let text): ConcernPage.paragraphs(text)
                case .plainlyGroundless: [catalog.text("concern.review.groundless")]
                }
            facts.append(Fact(catalog.text("command.review-concern.reason"), text))
        }
        if review.isAtOnce { facts.append(Fact(catalog.text("concern.review.atOnce"), catalog.answer(true))) }
        return facts
    }

    /// The codes of the statistics; a list of which nothing is told is left out.
    func facts(_ codes: ConcernCodes) -> [Fact] {
        let words = StatedCodeWords(catalog: catalog)
        let all = [
            Fact(catalog.text("command.code-concern.reporters"), words.lines(codes.reporters, .reporters)),
            Fact(catalog.text("command.code-concern.contents"), words.lines(codes.contents, .contents)),
        ]
        return all.filter { !$0.text.isEmpty }
    }

    func reason(_ omission: AnswerOmission) -> String {
        switch omission {
        case .plainlyGroundless: catalog.text("code.answer-omission.plainlyGroundless")
        case .unreachable: catalog.text("code.answer-omission.unreachable")
        case .specialCircumstances(let reason): reason
        }
    }

    private func outcome(_ outcome: ConcernReview.Outcome) -> String {
        switch outcome {
        case .shelved: catalog.text("code.review-outcome.shelved")
        case .investigate: catalog.text("code.review-outcome.investigate")
        case .addedToRunning: catalog.text("code.review-outcome.addedToRunning")
        case .activeMeasures: catalog.text("code.review-outcome.activeMeasures")
        }
    }

    private func code(_ list: String, _ code: some Any) -> String { catalog.text("code.\(list).\(code)") }
}

/// What a line of the access log says that somebody did.
enum AccessWords {
    static func purpose(_ line: AccessLine, _ catalog: Catalog) -> String {
        guard line.outcome == .granted else { return catalog.text("access.purpose.denied") }
        return switch line.action {
        case .readConcern: catalog.text("access.purpose.read")
        case .changeConcern: catalog.text("access.purpose.change")
        case .registerConcern: catalog.text("access.purpose.register")
        case .readAccessLog: catalog.text("access.purpose.readLog")
        case .readCase: catalog.text("access.purpose.readCase")
        case .changeCase, .openCase: catalog.text("access.purpose.changeCase")
        case .explainReading: catalog.text("access.purpose.explain")
        case .supervise: catalog.text("access.purpose.supervise")
        case .readHiddenAddress: catalog.text("access.purpose.hiddenAddress")
        case .readCaseAccess: catalog.text("access.purpose.readLog")
        case .readReferral: catalog.text("access.purpose.readReferral")
        case .changeReferral: catalog.text("access.purpose.changeReferral")
        case .listReferrals, .listPlaces, .changePlaces, .readAggregates, .readPlans, .changePlans, .listCases,
            .readBoard, .searchPeople, .reviewReadings, .exportDeadlines, .checkDeliveries, .exportDeliveries:
            catalog.text("access.purpose.list")
        case .listConcerns, .listWorkItems, .readWorkItem, .changeWorkItem, .reconcile, .readAlarms:
            catalog.text("access.purpose.rest")
        }
    }
}

/// How a typed-in report had come to the service.
enum ArrivalWords {
    /// The posted values of the form, in its order.
    static let codes = ["phone", "letter", "visit", "meeting", "other"]

    static func label(_ code: String, _ catalog: Catalog) -> String? {
        switch code {
        case "phone": catalog.text("form.channel.phone")
        case "letter": catalog.text("form.channel.letter")
        case "visit": catalog.text("form.channel.visit")
        case "meeting": catalog.text("form.channel.meeting")
        case "other": catalog.text("form.channel.other")
        default: nil
        }
    }
}
