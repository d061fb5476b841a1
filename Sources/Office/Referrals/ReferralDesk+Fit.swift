package import Assistance
import Exchange
package import Law

/// How the units with places fit a referral: what they say of themselves, held against what is asked for.
extension ReferralDesk {
    /// What does not fit of a unit of this store; nothing where it is not here, or has not been described.
    package func misfits(of owner: OrganisationNumber, with opened: OpenedReferral) -> [PlaceMisfit] {
        guard let unit = composer.counterparts[owner]?.unit, let referral = opened.shared.referral,
            let described = try? units.unit(unit).read(\.places.unit)
        else { return [] }
        let day = max(opened.today, referral.wantedFrom ?? opened.today)
        return described.misfits(with: referral, age: opened.age(on: day))
    }

    /// The units of this store that have a place of a name; one that cannot be read now keeps nobody waiting.
    package func owners(of place: PlaceID) -> [Counterpart] {
        composer.counterparts.all.filter { counterpart in
            guard case .places = counterpart.role, let unit = counterpart.unit else { return false }
            return (try? units.unit(unit).read { $0.places.places[place] != nil }) ?? false
        }
    }
}

extension OpenedReferral {
    /// How many whole years the child has had on a day, by the number in the newest request that has one.
    fileprivate func age(on day: CalendarDay) -> Int? {
        let requests = messages.reversed().lazy.compactMap { message -> CalendarDay? in
            guard message.head.gist.isRequest, let root = try? MessageComposer.lead(of: message.bytes).root else {
                return nil
            }
            let number = root["Klient"]?["Identifikator"]?["Fodselsnummer"]?.text
            return number.flatMap { try? PersonNumber(parsing: $0) }?.likelyBirthDay(readOn: today)
        }
        return requests.first.map { birth in
            let hadBirthday = (birth.month, birth.day) <= (day.month, day.day)
            return max(0, day.year - birth.year - (hadBirthday ? 0 : 1))
        }
    }
}
