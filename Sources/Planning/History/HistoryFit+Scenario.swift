import Law

extension HistoryFit {
    /// The year after the data cut-off, as the best single guess has it: it begins with the children who are there.
    ///
    /// It does not know how uncertain its own rates and lengths are; the back-test does.
    package func scenario(seed: UInt64) -> Scenario {
        scenario(seed: seed, note: note) { ofClass in
            (
                ofClass.arrivals.arrivals { kind in ofClass.leads(kind) },
                Dictionary(uniqueKeysWithValues: ofClass.kinds.map { ($0.kind, $0.stays.distribution) })
            )
        }
    }

    /// The same with rates and lengths as they may be, given how few rows tell of them; each replication has its
    /// own.
    func drawn(seed: UInt64, replication: Int) -> Scenario {
        scenario(seed: seed, note: "") { ofClass in
            let stream = { (names: [String]) in
                RandomStream(key: RandomStream.key(seed: seed, replication: replication, names: names + [ofClass.name]))
            }
            var asking = stream(["fitted arrivals"])
            let leads = ofClass.kinds.map { kind in
                var leading = stream(["fitted leads", kind.kind])
                return (kind.kind, kind.leads.drawn(&leading).parts)
            }
            let byKind = Dictionary(uniqueKeysWithValues: leads)
            let arrivals = ofClass.arrivals.drawn(&asking, firstMonth: starts.month - 1) { kind in
                byKind[kind] ?? LeadTimes.none.parts
            }
            let stays = ofClass.kinds.map { kind in
                var staying = stream(["fitted stays", kind.kind])
                return (kind.kind, kind.stays.drawn(&staying))
            }
            return (arrivals, Dictionary(uniqueKeysWithValues: stays))
        }
    }

    private func scenario(
        seed: UInt64,
        note: String,
        _ parts: (ClassFit) -> (arrivals: [Arrivals], stays: [String: Distribution])
    ) -> Scenario {
        Scenario(
            name: "From history until \(cutOff)",
            note: note,
            starts: starts,
            run: Scenario.RunPlan(
                length: Double(starts.days(until: starts.adding(years: 1))),
                warmUp: 0,
                replications: 100,
                seed: seed
            ),
            regions: regions,
            kinds: kinds,
            places: places.map { Places(kind: $0.kind, region: $0.region, count: $0.count, changes: $0.changes) },
            classes: classes.map { ofClass in
                let (arrivals, stays) = parts(ofClass)
                return ChildClass(
                    name: ofClass.name,
                    arrivals: arrivals,
                    needs: ofClass.kinds.map { ChildClass.Need($0.kind) },
                    stays: stays,
                    wanted: ofClass.wanted.map { ChildClass.Wanted(within: $0) }
                )
            },
            present: present
        )
    }

    /// What the figures rest on.
    private var note: String {
        let guessed = places.count { $0.basis == .mostUsed }
        let unlimited = places.count { $0.basis == .noLimit }
        var sentences = [
            "Fitted (version \(Self.version)) to \(rowCount) rows of \(from) to \(cutOff).",
            "It begins with the children who lived in places or waited on the last day.",
            "Each child asks for the kind that such children were given; nobody goes before another.",
        ]
        if guessed > 0 {
            sentences.append(
                "The number of places is as many as were used at once in the last year, in \(guessed) of "
                    + "\(places.count) cases."
            )
        }
        if unlimited > 0 {
            sentences.append(
                "Nothing shows how many places there are in \(unlimited) of \(places.count) cases: no limit there."
            )
        }
        if withdrawnCount > 0 { sentences.append("\(withdrawnCount) askings that were withdrawn are left out.") }
        return sentences.joined(separator: " ")
    }
}

extension HistoryFit.ClassFit {
    func leads(_ kind: String) -> [LeadTimes.Part] {
        (kinds.first { $0.kind == kind }?.leads ?? .none).parts
    }
}
