package import Law

/// What a unit with places is (enhet): one that owns places, and the only one that books them.
package struct PlaceUnit: Hashable, Sendable {
    /// What sort of unit it is.
    package var kind: Kind
    /// The kinds of measures that it gives.
    package var measures: Set<MeasureKind>
    /// The sections under which it may take children in (hjemler).
    package var sections: Set<LegalSection>
    /// Ages in whole years, both included.
    package var ages: ClosedRange<Int>
    /// Whom its places are meant for.
    package var targetGroup: TargetGroup
    /// The region in which it lies, and whose intake sees its places.
    package var region: Region

    package init(
        kind: Kind,
        measures: Set<MeasureKind>,
        sections: Set<LegalSection>,
        ages: ClosedRange<Int>,
        targetGroup: TargetGroup,
        region: Region
    ) {
        self.kind = kind
        self.measures = measures
        self.sections = sections
        self.ages = ages
        self.targetGroup = targetGroup
        self.region = region
    }

    /// What sort of unit owns places (enhetstype).
    package enum Kind: UInt8, Hashable, Sendable, CaseIterable {
        /// A foster-home service (fosterhjemstjeneste), whose places are homes.
        case fosterHomeService = 1
        /// An institution (barnevernsinstitusjon).
        case institution = 2
        /// A centre for parents and children (senter for foreldre og barn).
        case centre = 3
    }

    /// For whom (målgruppe).
    package enum TargetGroup: UInt8, Hashable, Sendable, CaseIterable {
        /// Children in need of care (omsorg).
        case care = 1
        /// Children in acute need (akutt).
        case acute = 2
        /// Behaviour, low risk.
        case behaviourLowRisk = 3
        /// Behaviour, high risk.
        case behaviourHighRisk = 4
        /// Misuse of drugs (rus).
        case substance = 5
        /// Parents with small children.
        case families = 6
        /// Unaccompanied minors (enslige mindreårige).
        case unaccompanied = 7
    }
}
