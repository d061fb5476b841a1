extension MergerAnswer: Encodable {
    /// The version of the answer's form.
    package static let version = 1

    package func encode(to encoder: any Encoder) throws {
        try encoder.members { members in
            try members.put("merged", Self.version)
            try members.put("question", merger)
            try members.put("seed", merger.run.seed)
            try members.put("coverage", 0.95)
            try members.put("anyWithout", anyWithout)
            try members.put("alone", alone)
            try members.put("together", together)
        }
    }
}

extension MergerAnswer.Unit: Encodable {
    package func encode(to encoder: any Encoder) throws {
        try encoder.members { members in
            try members.put("name", name.isEmpty ? nil : name)
            try members.put("workers", workers)
            try members.put("qualified", qualified)
            try members.put("without", without)
            try members.put("belowDuty", belowDuty)
            try members.put("noneImpartial", noneImpartial)
            try members.put("load", load)
        }
    }
}

extension MergerAnswer.Cover: Encodable {
    package func encode(to encoder: any Encoder) throws {
        try encoder.members { members in
            try members.put("needed", exact.needed)
            try members.put("share", exact.share)
            try members.put("daysPerYear", exact.daysPerYear)
            try members.put("timesPerYear", exact.timesPerYear)
            try members.put("meanLength", exact.meanLength)
            try members.put("simulated", simulated)
        }
    }
}

extension SimulatedCover: Encodable {
    package func encode(to encoder: any Encoder) throws {
        try encoder.members { members in
            try members.put("share", share)
            try members.put("timesPerYear", timesPerYear)
            try members.put("length90", length90)
            try members.put("yearsWithAny", yearsWithAny)
        }
    }
}

extension CaseLoad: Encodable {
    package func encode(to encoder: any Encoder) throws {
        try encoder.members { members in
            try members.put("open", open)
            try members.put("atWork", atWork)
            try members.put("half", half.isFinite ? half : nil)
            try members.put("nineOfTen", nineOfTen.isFinite ? nineOfTen : nil)
            try members.put("ninetyNine", ninetyNine.isFinite ? ninetyNine : nil)
            try members.put("peak", peak)
            try members.put("overloaded", overloaded)
            try members.put("overloadedDays", overloadedDays)
        }
    }
}
