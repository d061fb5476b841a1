import Law

extension HistoryFit {
    /// A fit as a document: what every figure means and rests on, the figures, and the scenario that they make.
    package struct Document: Written {
        package let fit: HistoryFit
        package let seed: UInt64

        package init(_ fit: HistoryFit, seed: UInt64) {
            (self.fit, self.seed) = (fit, seed)
        }

        package var members: WrittenMembers {
            [
                "fit": HistoryFit.version,
                "from": fit.from.description,
                "cutOff": fit.cutOff.description,
                "rows": fit.rowCount,
                "withdrawn": fit.withdrawnCount,
                "seed": seed,
                "definitions": HistoryFit.definitions,
                "classes": fit.classes,
                "places": fit.places,
                "scenario": fit.scenario(seed: seed),
            ]
        }
    }

    /// What each figure of a fit means, by its name in the document.
    package static let definitions = [
        "rate": "askings that were not withdrawn, in a day at the beginning of the day after the cut-off, without the "
            + "factors of months and weekdays",
        "probability": "how likely so clear a picture would be by chance; a factor is used below 0.01",
        "dispersion": "variance of the askings of a quarter in a region divided by what chance alone (Poisson) has; "
            + "excess is the variance of a factor beside chance and siblings at best guess, which the back-test counts "
            + "with",
        "siblings":
            "companions: with how many others a child comes on average, told from pairs who ask on the same day beside "
            + "pairs a week apart; left out where so many pairs would come by chance in more than 1 of 100 cases",
        "share": "of the class's askings that were not withdrawn",
        "median":
            "days that half of the stays have at most, by Kaplan and Meier: stays that go on count for as long as "
            + "they have lasted",
        "mean": "days of a stay in the scenario",
        "beyondLast": "share of stays that last longer than the longest that ended; it ends as the last quarter ended",
        "distance": "largest difference of the family's share of longer stays to Kaplan and Meier's",
        "agreement": "how likely a worse agreement would be by chance (chi-square); a family is not used below 0.01",
        "akaike": "2 for each parameter less twice the log-likelihood; the family with the least is tried first",
        "leads": "days from asking until a place will do, told from waits with a free place all the time",
        "mostUsed": "most children who lived in the places at once, at the end of a day of the last year",
    ]
}

extension HistoryFit.ClassFit: Written {
    package var members: WrittenMembers {
        [
            "class": name,
            "arrivals": arrivals,
            "kinds": kinds,
            "wanted": wanted,
            "unwantedShare": wanted == nil ? nil : unwantedShare,
        ]
    }
}

extension ArrivalFit: Written {
    package var members: WrittenMembers {
        ["cells": cells, "tests": tests, "dispersion": dispersion, "siblings": siblings]
    }
}

extension ArrivalFit.Cell: Written {
    package var members: WrittenMembers { ["kind": kind, "region": region, "count": count, "rate": rate] }
}

extension ArrivalFit.CalendarTest: Written {
    package var members: WrittenMembers { ["of": of.rawValue, "probability": probability, "isUsed": isUsed] }
}

extension ArrivalFit.Dispersion: Written {
    package var members: WrittenMembers { ["index": index, "probability": probability, "excess": excess] }
}

extension Siblings: Written {
    package var members: WrittenMembers { ["companions": companions, "probability": probability] }
}

extension HistoryFit.KindFit: Written {
    package var members: WrittenMembers { ["kind": kind, "share": share, "stays": stays, "leads": leads] }
}

extension StayFit: Written {
    package var members: WrittenMembers {
        [
            "ended": endedCount,
            "open": openCount,
            "basis": basis.rawValue,
            "median": curve.median,
            "beyondLast": curve.tail,
            "used": chosen?.family.rawValue ?? "empirical",
            "mean": distribution.mean,
            "families": families,
            "curve": curve,
        ]
    }
}

extension KaplanMeier: Encodable {
    /// Writes about a hundred steps at most.
    package func encode(to encoder: any Encoder) throws {
        let every = max(1, steps.count / 100)
        let kept = steps.enumerated().filter { $0.offset % every == 0 || $0.offset == steps.count - 1 }.map(\.element)
        try encoder.members { members in
            try members.put("lengths", kept.map(\.length))
            try members.put("survival", kept.map(\.survival))
        }
    }
}

extension FittedFamily: Written {
    package var members: WrittenMembers {
        [
            "family": family.rawValue,
            "distribution": distribution,
            "standardErrors": standardErrors,
            "akaike": akaike,
            "distance": distance,
            "agreement": agreement,
        ]
    }
}

extension LeadTimes: Written {
    package var members: WrittenMembers {
        ["waits": count, "after": parts.map(\.after), "shares": parts.map(\.share)]
    }
}

extension HistoryFit.PlaceFit: Written {
    package var members: WrittenMembers {
        ["kind": kind, "region": region, "count": count, "mostUsed": mostUsed, "basis": basis.rawValue]
    }
}
