import Law

/// The binary form of what is left of a referral that was made unreadable, version 1.
extension ByteWriter {
    mutating func write(_ erasure: Erasure) {
        write(erasure.own.description)
        write(erasure.counterpart.description)
        write(erasure.askedBy.description)
        write(erasure.reason)
        write(erasure.confirmation)
        write(erasure.counts)
        write(list: erasure.conflicts) { $0.write($1.description) }
    }

    mutating func write(_ counts: Erasure.Counts) {
        write(counts.followed)
        write(counts.overruled)
        write(counts.breaches)
        write(counts.daysPast)
        write(optional: counts.asking) { writer, asking in
            writer.write(asking.ofClass)
            writer.write(asking.kind)
            writer.write(asking.asked)
            writer.write(optional: asking.wanted) { $0.write($1) }
            writer.write(optional: asking.left) { $0.write($1) }
        }
    }
}

extension ByteReader {
    mutating func erasure() throws(CodecError) -> Erasure {
        Erasure(
            own: try organisation(),
            counterpart: try organisation(),
            askedBy: try actor(),
            reason: try text(),
            confirmation: try text(),
            counts: try erasureCounts(),
            conflicts: try list { reader throws(CodecError) in try reader.actor() }
        )
    }

    mutating func erasureCounts() throws(CodecError) -> Erasure.Counts {
        Erasure.Counts(
            followed: try integer(),
            overruled: try integer(),
            breaches: try integer(),
            daysPast: try integer(),
            asking: try optional { reader throws(CodecError) in
                Erasure.Asking(
                    ofClass: try reader.text(),
                    kind: try reader.text(),
                    asked: try reader.day(),
                    wanted: try reader.optional { reader throws(CodecError) in try reader.day() },
                    left: try reader.optional { reader throws(CodecError) in try reader.day() }
                )
            }
        )
    }
}
