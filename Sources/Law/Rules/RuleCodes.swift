/// Whose duty a rule is (pliktsubjekt), so that the tribunal's delay never shows as a caseworker's.
package enum DutyHolder: String, Hashable, Sendable, CaseIterable {
    /// The municipal child welfare service (barnevernstjenesten).
    case service
    /// Its leader or deputy leader (barnevernstjenestens leder).
    case leader
    /// The municipality in which the foster home lies (fosterhjemskommunen).
    case fosterMunicipality
    /// The municipality that is responsible for the child (omsorgskommunen).
    case careMunicipality
    /// The state's second line (Bufetat).
    case bufetat
    /// The tribunal (barneverns- og helsenemnda) or its leader.
    case tribunal
    /// The county governor (statsforvalteren).
    case countyGovernor
    /// A residential institution (barnevernsinstitusjon).
    case institution
    /// A private party (privat part): the time limit is for them.
    case party
}

/// What a clock runs from (utgangspunktet for fristen).
package enum Trigger: String, Hashable, Sendable, CaseIterable {
    /// A report of concern is received.
    case concernReceived
    /// A report is shelved without an investigation.
    case concernShelved
    /// An investigation is opened.
    case investigationOpened
    /// An investigation is finished.
    case investigationFinished
    /// A case is shelved after an investigation.
    case investigationShelved
    /// The child is born.
    case birth
    /// An acute decision is made.
    case acuteDecided
    /// An acute decision is carried out.
    case acuteCarriedOut
    /// A temporary ban on moving the child is made.
    case movingBanDecided
    /// Contact is stopped temporarily.
    case contactStopDecided
    /// The tribunal receives the case.
    case tribunalReceived
    /// The tribunal makes a care order.
    case careOrderDecided
    /// The tribunal's or the court's decision is final.
    case finalDecision
    /// The service receives a complaint.
    case complaintReceived
    /// The municipality receives a private party's demand.
    case demandReceived
    /// The service decides on help measures.
    case helpDecided
    /// A stay in an institution is decided on, by the service or the tribunal.
    case stayDecided
    /// A young person with measures is 18, or gets some after that.
    case helpedFrom18
    /// The party is told of the decision.
    case partyTold
    /// A serious event becomes known.
    case eventKnown
    /// The child moves to another municipality.
    case childMoved
    /// A consent is withdrawn.
    case consentWithdrawn
    /// A decision has lapsed, or was not upheld in control.
    case decisionGone
    /// A plan is made or evaluated.
    case planEvaluated
    /// The foster-home agreement is made or reviewed.
    case agreementReviewed
}

/// When a rule need not be followed (unntak); that it applied must be registered with a reason.
package enum Waiver: String, Hashable, Sendable, CaseIterable {
    /// The report is plainly groundless (åpenbart grunnløs).
    case plainlyGroundless
    /// Other special considerations (særlige hensyn).
    case specialConsiderations
    /// No further measures are needed (ikke behov for videre tiltak).
    case noFurtherNeed
    /// The circumstances have changed substantially (vesentlige endringer).
    case materialChange
    /// The child can be moved after all.
    case canBeMoved
}

/// What an extension needs.
package enum ExtensionNeed: String, Hashable, Sendable, CaseIterable {
    /// A special case, which the service decides with reasons (særlige tilfeller).
    case specialCase
    /// The case is heard by an ordinary tribunal instead of its leader alone.
    case ordinaryTribunal
    /// The leader of the tribunal extends it (nemndlederen).
    case tribunalLeader
}

/// What it means that the last day is over.
package enum Passing: String, Hashable, Sendable, CaseIterable {
    /// A statutory time limit is broken (fristbrudd).
    case breach
    /// The decision itself, or what it opened for, is no longer there (faller bort).
    case lapse
    /// Something that should have been done is missing; no time limit is broken.
    case shortfall
    /// From the day after, a demand may be made that could not be made before (sperrefrist).
    case bar
    /// A party has lost a right, such as the right to complain.
    case forfeit
}

/// What happens to running clocks when a new row comes into force (overgangsregel).
package enum Transition: String, Hashable, Sendable, CaseIterable {
    /// The row in force on the day of the trigger governs the clock to its end.
    case rowOfTrigger
    /// From its first day this row governs the clocks that still run.
    case newRowAtOnce
}

/// Where a row comes from and how sure it is.
package enum Confidence: String, Hashable, Sendable, CaseIterable {
    /// The act itself, read in its own text.
    case act
    /// A regulation, read in its own text.
    case regulation
    /// Guidance or statistics, not a rule of law.
    case guidance
    /// A source that was not read, or a rule whose limits are uncertain.
    case unconfirmed
    /// No source: a setting that the service may change.
    case configuration
}
