import Casework

/// The binary form of what the statistics ask, version 1.
extension ByteWriter {
    mutating func write(_ codes: ConcernCodes) {
        write(codes.reporters)
        write(codes.contents)
    }

    mutating func write(_ codes: [StatedCode]) {
        write(list: codes) { writer, stated in
            writer.write(stated.code)
            writer.write(optional: stated.specification)
        }
    }
}

extension ByteReader {
    mutating func concernCodes() throws(CodecError) -> ConcernCodes {
        ConcernCodes(reporters: try statedCodes(), contents: try statedCodes())
    }

    mutating func statedCodes() throws(CodecError) -> [StatedCode] {
        try list { reader throws(CodecError) in StatedCode(try reader.text(), try reader.optionalText()) }
    }
}
