package import Assistance
import Law
package import Planning

extension History.Row {
    /// What a referral tells about capacity: when a place was asked for and wanted, and the stay that came of it.
    ///
    /// No name, no number and no id: what is asked for, where, and days. The class is the duty (`acuteStay`, `fosterHome`,
    /// `institution`), the kind that of the offer that was taken, or of the request. A stay that is not what was asked for,
    /// or an interim solution, leaves the child waiting, as it does in the duty's own days.
    ///
    /// Nothing where the referral asks for nothing that a child lives in, or for nothing yet.
    ///
    /// - Parameters:
    ///   - referral: As both levels know it.
    ///   - region: The name under which the rows count.
    package init?(_ referral: SharedReferral, region: String) {
        let request = referral.referral
        guard let kind = request?.kind ?? referral.acute?.kind, kind.isStay else { return nil }
        let days = [referral.versions.first?.day, referral.acute.map { OsloTime.day(at: $0.clockStart) }]
        guard let first = days.compactMap(\.self).min() else { return nil }
        let stay = referral.fulfilment
        // The stay may have been told of with an earlier day than the request.
        let asked = min(first, stay?.started ?? first)
        let given = stay.flatMap { stay in referral.offers.first { $0.id == stay.ground }?.offer.kind } ?? kind
        self.init(
            ofClass: "\(referral.acute == nil ? request?.basis ?? .mayOffer : .acuteStay)",
            kind: "\(given)",
            region: region,
            asked: asked,
            wanted: request?.wantedFrom ?? referral.acute.map { OsloTime.day(at: $0.neededBy) },
            started: stay?.started,
            ended: stay.flatMap { stay in stay.ended.map { max($0.on, stay.started) } },
            left: stay == nil ? referral.end.map { max($0.day, asked) } : nil
        )
    }
}
