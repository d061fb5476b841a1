import Law
import Testing

@testable import Assistance

struct `A unit that does not fit` {
    private static func referral(_ kind: MeasureKind, _ section: LegalSection?) -> Referral {
        Referral(
            kind: kind,
            decision: section.map { DecisionBehind(section: $0, status: .made, maker: nil, day: nil) },
            wantedFrom: nil
        )
    }

    /// A care and treatment institution for those of 12 to 17 years, after care orders and with consent.
    @Test(
        arguments: [
            (.careInstitution, .careOrder, 12, []), (.treatmentInstitution, .institutionByConsent, 17, []),
            (.careInstitution, .careOrder, nil, []), (.careInstitution, nil, 14, []),
            (.careOrSpecialisedHome, .careOrder, 14, []),
            (.fosterHome, .careOrder, 14, [.kind(.fosterHome)]),
            (.careInstitution, .acuteCare, 14, [.section(.acuteCare)]),
            (.careInstitution, .careOrder, 11, [.age(11, outside: 12...17)]),
            (.careInstitution, .careOrder, 18, [.age(18, outside: 12...17)]),
            (
                .fosterHome, .voluntaryStay, 3,
                [.kind(.fosterHome), .section(.voluntaryStay), .age(3, outside: 12...17)]
            ),
        ] as [(MeasureKind, LegalSection?, Int?, [PlaceMisfit])]
    )
    func `says what of a referral it does not take in, and nothing of what nobody knows`(
        kind: MeasureKind,
        section: LegalSection?,
        age: Int?,
        expected: [PlaceMisfit]
    ) {
        #expect(PlaceUnit.sample.misfits(with: Self.referral(kind, section), age: age) == expected)
    }
}
