import Law

extension HistoryFit {
    /// A fit as a document: what every figure means and rests on, the figures, and the scenario that they make.
    package struct Document: Encodable {
        package let fit: HistoryFit
        package let seed: UInt64

        package init(_ fit: HistoryFit, seed: UInt64) {
            (self.fit, self.seed) = (fit, seed)
        }

        package func encode(to encoder: any Encoder) throws {
            try encoder.members { members in
                try members.put("fit", HistoryFit.version)
                try members.put("from", fit.from.description)
                try members.put("cutOff", fit.cutOff.description)
                try members.put("rows", fit.rowCount)
                try members.put("withdrawn", fit.withdrawnCount)
                try members.put("seed", seed)
                try members.put("definitions", HistoryFit.definitions)
                try members.put("classes", fit.classes)
                try members.put("places", fit.places)
                try members.put("scenario", fit.scenario(seed: seed))
            }
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

extension HistoryFit.ClassFit: Encodable {
    package func encode(to encoder: any Encoder) throws {
        try encoder.members { members in
            try members.put("class", name)
            try members.put("arrivals", arrivals)
            try members.put("kinds", kinds)
            try members.put("wanted", wanted)
            try members.put("unwantedShare", wanted == nil ? nil : unwantedShare)
        }
    }
}

extension ArrivalFit: Encodable {
    package func encode(to encoder: any Encoder) throws {
        try encoder.members { members in
            try members.put("cells", cells)
            try members.put("tests", tests)
            try members.put("dispersion", dispersion)
            try members.put("siblings", siblings)
        }
    }
}

extension ArrivalFit.Cell: Encodable {
    package func encode(to encoder: any Encoder) throws {
        try encoder.members { members in
            try members.put("kind", kind)
            try members.put("region", region)
            try members.put("count", count)
            try members.put("rate", rate)
        }
    }
}

extension ArrivalFit.CalendarTest: Encodable {
    package func encode(to encoder: any Encoder) throws {
        try encoder.members { members in
            try members.put("of", of.rawValue)
            try members.put("probability", probability)
            try members.put("isUsed", isUsed)
        }
    }
}

extension ArrivalFit.Dispersion: Encodable {
    package func encode(to encoder: any Encoder) throws {
        try encoder.members { members in
            try members.put("index", index)
            try members.put("probability", probability)
            try members.put("excess", excess)
        }
    }
}

extension Siblings: Encodable {
    package func encode(to encoder: any Encoder) throws {
        try encoder.members { members in
            try members.put("companions", companions)
            try members.put("probability", probability)
        }
    }
}

extension HistoryFit.KindFit: Encodable {
    package func encode(to encoder: any Encoder) throws {
        try encoder.members { members in
            try members.put("kind", kind)
            try members.put("share", share)
            try members.put("stays", stays)
            try members.put("leads", leads)
        }
    }
}

extension StayFit: Encodable {
    package func encode(to encoder: any Encoder) throws {
        try encoder.members { members in
            try members.put("ended", endedCount)
            try members.put("open", openCount)
            try members.put("basis", basis.rawValue)
            try members.put("median", curve.median)
            try members.put("beyondLast", curve.tail)
            try members.put("used", chosen?.family.rawValue ?? "empirical")
            try members.put("mean", distribution.mean)
            try members.put("families", families)
            try members.put("curve", curve)
        }
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

extension FittedFamily: Encodable {
    package func encode(to encoder: any Encoder) throws {
        try encoder.members { members in
            try members.put("family", family.rawValue)
            try members.put("distribution", distribution)
            try members.put("standardErrors", standardErrors)
            try members.put("akaike", akaike)
            try members.put("distance", distance)
            try members.put("agreement", agreement)
        }
    }
}

extension LeadTimes: Encodable {
    package func encode(to encoder: any Encoder) throws {
        try encoder.members { members in
            try members.put("waits", count)
            try members.put("after", parts.map(\.after))
            try members.put("shares", parts.map(\.share))
        }
    }
}

extension HistoryFit.PlaceFit: Encodable {
    package func encode(to encoder: any Encoder) throws {
        try encoder.members { members in
            try members.put("kind", kind)
            try members.put("region", region)
            try members.put("count", count)
            try members.put("mostUsed", mostUsed)
            try members.put("basis", basis.rawValue)
        }
    }
}
