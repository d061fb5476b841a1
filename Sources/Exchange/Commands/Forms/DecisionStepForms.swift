import Casework
import Law

/// What happens to a decision after it is made.
enum DecisionStepForms {
    static let all = [
        complete, implement, sendToTribunal, control, sendPetition, addConsent, withdrawConsent, handleWithdrawal,
        extendImplementation, end,
    ]

    private static let decision = FormEntry.reference("decision", .decision)
    private static let part = FormEntry<Decision.Part>.code("part", "decision-part")
    private static let text = FormEntry.paragraphs("text")
    private static let reason = FormEntry.paragraphs("reason")
    private static let isUpheld = FormEntry.flag("isUpheld")
    private static let giver = FormEntry<Consent.Giver>.code("giver", "consent-giver")
    private static let isWritten = FormEntry.flag("isWritten")
    private static let givenOn = FormEntry.day("givenOn")
    private static let until = FormEntry.day("until")

    /// A form of one step; the decision is asked for first.
    private static func form(
        _ id: String,
        _ citation: String,
        _ entries: [any AnyFormEntry] = [],
        make: @escaping @Sendable (FormReader) throws(FieldFault) -> DecisionStep,
        fill: @escaping @Sendable (DecisionStep) -> [FilledField]?
    ) -> CommandForm {
        CommandForm(
            id,
            .decisions,
            citation,
            [decision] + entries,
            make: { input throws(FieldFault) in .inCase(.decisionStep(try input[decision], try make(input))) },
            fill: { happening in
                guard case .inCase(.decisionStep(let id, let step)) = happening, let filled = fill(step) else {
                    return nil
                }
                return [decision.filled(id)] + filled
            }
        )
    }

    static let complete = form(
        "complete-decision",
        "barnevernsloven § 12-5",
        [part, text],
        make: { input throws(FieldFault) in .completed(try input[part], try input[text]) },
        fill: { step in
            guard case .completed(let what, let words) = step else { return nil }
            return [part.filled(what), text.filled(words)]
        }
    )

    static let implement = form(
        "implement-decision",
        "barnevernsloven § 5-2",
        make: { _ throws(FieldFault) in .implemented },
        fill: { $0 == .implemented ? [] : nil }
    )

    static let sendToTribunal = form(
        "send-to-tribunal",
        "barnevernsloven § 14-22",
        make: { _ throws(FieldFault) in .sentToTribunal },
        fill: { $0 == .sentToTribunal ? [] : nil }
    )

    static let control = form(
        "record-control",
        "barnevernsloven § 14-22",
        [isUpheld],
        make: { input throws(FieldFault) in .controlled(upheld: try input[isUpheld]) },
        fill: { step in
            guard case .controlled(let upheld) = step else { return nil }
            return [isUpheld.filled(upheld)]
        }
    )

    static let sendPetition = form(
        "send-petition",
        "barnevernsloven § 14-8",
        make: { _ throws(FieldFault) in .petitionSent },
        fill: { $0 == .petitionSent ? [] : nil }
    )

    static let addConsent = form(
        "add-consent",
        "barnevernsloven § 6-1",
        [giver, isWritten, givenOn],
        make: { input throws(FieldFault) in
            .consentAdded(
                Consent(giver: try input[giver], isWritten: try input[isWritten], givenOn: try input[givenOn])
            )
        },
        fill: { step in
            guard case .consentAdded(let consent) = step else { return nil }
            return [
                giver.filled(consent.giver), isWritten.filled(consent.isWritten), givenOn.filled(consent.givenOn),
            ]
        }
    )

    static let withdrawConsent = form(
        "withdraw-consent",
        "barnevernsloven § 6-1",
        [giver],
        make: { input throws(FieldFault) in .consentWithdrawn(try input[giver]) },
        fill: { step in
            guard case .consentWithdrawn(let who) = step else { return nil }
            return [giver.filled(who)]
        }
    )

    static let handleWithdrawal = form(
        "handle-withdrawal",
        "barnevernsloven § 6-1",
        [reason],
        make: { input throws(FieldFault) in .withdrawalHandled(reason: try input[reason]) },
        fill: { step in
            guard case .withdrawalHandled(let why) = step else { return nil }
            return [reason.filled(why)]
        }
    )

    static let extendImplementation = form(
        "extend-implementation",
        "barnevernsloven § 5-2",
        [until, reason],
        make: { input throws(FieldFault) in
            .implementationExtended(until: try input[until], reason: try input[reason])
        },
        fill: { step in
            guard case .implementationExtended(let day, let why) = step else { return nil }
            return [until.filled(day), reason.filled(why)]
        }
    )

    static let end = form(
        "end-decision",
        "barnevernsloven § 5-7",
        [reason],
        make: { input throws(FieldFault) in .ended(reason: try input[reason]) },
        fill: { step in
            guard case .ended(let why) = step else { return nil }
            return [reason.filled(why)]
        }
    )
}
