extension MergerAnswer: Written {
    /// The version of the answer's form.
    package static let version = 1

    package var members: WrittenMembers {
        [
            "merged": Self.version,
            "question": merger,
            "seed": merger.run.seed,
            "coverage": 0.95,
            "anyWithout": anyWithout,
            "alone": alone,
            "together": together,
        ]
    }
}

extension MergerAnswer.Unit: Written {
    package var members: WrittenMembers {
        [
            "name": name.isEmpty ? nil : name,
            "workers": workers,
            "qualified": qualified,
            "without": without,
            "belowDuty": belowDuty,
            "noneImpartial": noneImpartial,
            "load": load,
        ]
    }
}

extension MergerAnswer.Cover: Written {
    package var members: WrittenMembers {
        [
            "needed": exact.needed,
            "share": exact.share,
            "daysPerYear": exact.daysPerYear,
            "timesPerYear": exact.timesPerYear,
            "meanLength": exact.meanLength,
            "simulated": simulated,
        ]
    }
}

extension SimulatedCover: Written {
    package var members: WrittenMembers {
        ["share": share, "timesPerYear": timesPerYear, "length90": length90, "yearsWithAny": yearsWithAny]
    }
}

extension CaseLoad: Written {
    package var members: WrittenMembers {
        [
            "open": open,
            "atWork": atWork,
            "half": half.isFinite ? half : nil,
            "nineOfTen": nineOfTen.isFinite ? nineOfTen : nil,
            "ninetyNine": ninetyNine.isFinite ? ninetyNine : nil,
            "peak": peak,
            "overloaded": overloaded,
            "overloadedDays": overloadedDays,
        ]
    }
}
