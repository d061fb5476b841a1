import Law

/// The binary form of explained readings, version 1.
extension ByteWriter {
    mutating func write(_ reading: ExplainedReading) {
        write(reading.caseID)
        write(code: reading.ground)
        write(reading.reason)
    }
}

extension ByteReader {
    mutating func explainedReading() throws(CodecError) -> ExplainedReading {
        ExplainedReading(caseID: try recordID(), ground: try code(), reason: try text())
    }
}
