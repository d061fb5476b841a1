import Law

/// The binary form of reception's events, version 1.
extension ByteWriter {
    mutating func write(_ item: WorkItem) {
        write(byte: item.problem.rawValue)
        write(list: item.details) { writer, detail in
            writer.write(detail.pointer)
            writer.write(detail.found)
            writer.write(detail.expected)
            writer.write(detail.message)
        }
        write(item.rawID)
        write(item.sender.description)
        write(item.messageID)
        write(item.form)
        write(item.receivedAt)
    }

    mutating func write(_ list: SentList) {
        write(list.sender.description)
        write(list.day)
        write(list: list.lines) { writer, line in
            writer.write(line.messageID)
            writer.write(optional: line.digest)
            writer.write(optional: line.municipality?.text)
            writer.write(line.district.text)
        }
    }
}

extension ByteReader {
    mutating func workItem() throws(CodecError) -> WorkItem {
        guard let problem = WorkItem.Problem(rawValue: try byte()) else { throw .noSuchValue }
        return WorkItem(
            problem: problem,
            details: try list { reader throws(CodecError) in
                WorkItem.Detail(
                    pointer: try reader.text(),
                    found: try reader.text(),
                    expected: try reader.text(),
                    message: try reader.text()
                )
            },
            rawID: try recordID(),
            sender: try actor(),
            messageID: try text(),
            form: try text(),
            receivedAt: try instant()
        )
    }

    mutating func sentList() throws(CodecError) -> SentList {
        SentList(
            sender: try actor(),
            day: try day(),
            lines: try list { reader throws(CodecError) in
                SentList.Line(
                    messageID: try reader.text(),
                    digest: try reader.optionalText(),
                    municipality: try reader.optional { reader throws(CodecError) in try reader.municipality() },
                    district: try reader.district()
                )
            }
        )
    }

    private mutating func municipality() throws(CodecError) -> MunicipalityNumber {
        guard let number = try? MunicipalityNumber(parsing: try text()) else { throw .noSuchValue }
        return number
    }

    private mutating func district() throws(CodecError) -> DistrictNumber {
        guard let number = try? DistrictNumber(parsing: try text()) else { throw .noSuchValue }
        return number
    }

    mutating func unit() throws(CodecError) -> UnitID {
        guard let unit = try? UnitID(parsing: try text()) else { throw .noSuchValue }
        return unit
    }

    mutating func actor() throws(CodecError) -> ActorID {
        guard let actor = try? ActorID(parsing: try text()) else { throw .noSuchValue }
        return actor
    }
}
