// All pointers of the C library are in this file and live no longer than the call that brings them.
internal import CExpat

/// Runs expat over a document and feeds an ``XmlTreeBuilder``.
@unsafe struct ExpatParser {
    private let parser: XML_Parser
    private let source: [UInt8]
    private let limits: XmlLimits
    /// Whether a character is at least two bytes long, so that only expat can count lines and columns.
    private let isWide: Bool
    private var place: XmlPlace
    private var lastPosition = 0
    private var builder: XmlTreeBuilder
    /// Where the builder refused to go on; expat itself stops a token later.
    private var refusedAt: (line: Int, column: Int)?

    /// Reads a whole document.
    static func read(
        _ source: [UInt8],
        vocabulary: XmlVocabulary,
        limits: XmlLimits
    ) throws(XmlError) -> XmlTree {
        guard let parser = unsafe XML_ParserCreateNS(nil, XML_Char(bitPattern: XmlVocabulary.separator)) else {
            throw .outOfMemory
        }
        defer { unsafe XML_ParserFree(parser) }
        unsafe XML_SetReturnNSTriplet(parser, 1)
        var reading = unsafe ExpatParser(parser: parser, source: source, vocabulary: vocabulary, limits: limits)
        let error = unsafe withUnsafeMutablePointer(to: &reading) { unsafe run($0) }
        if let error { throw error }
        return unsafe reading.builder.tree()
    }

    private init(parser: XML_Parser, source: [UInt8], vocabulary: XmlVocabulary, limits: XmlLimits) {
        unsafe self.parser = unsafe parser
        unsafe self.source = source
        unsafe self.limits = limits
        let first = Array(source.prefix(2))
        unsafe isWide = first.contains(0) || first == [0xFE, 0xFF] || first == [0xFF, 0xFE]
        unsafe place = XmlPlace(in: source)
        unsafe builder = XmlTreeBuilder(vocabulary: vocabulary, limits: limits, bytes: source.count)
    }

    /// Feeds the document piece by piece.
    ///
    /// - Returns: What is wrong with it.
    private static func run(_ reading: UnsafeMutablePointer<ExpatParser>) -> XmlError? {
        let parser = unsafe reading.pointee.parser
        unsafe setHandlers(of: parser, reading)
        let source = unsafe reading.pointee.source
        let limits = unsafe reading.pointee.limits
        // Expat starts an unfinished token again with more bytes; pieces that are large bound how often.
        let pieceSize = source.count <= limits.tokenBytes ? source.count : max(1, limits.tokenBytes / 4)
        return unsafe source.withUnsafeBytes { bytes in
            var fed = 0
            repeat {
                let count = min(pieceSize, bytes.count - fed)
                let isLast = fed + count == bytes.count
                let start = unsafe bytes.baseAddress?.advanced(by: fed).assumingMemoryBound(to: CChar.self)
                let status = unsafe XML_Parse(parser, start, Int32(count), isLast ? 1 : 0)
                fed += count
                guard status == XML_STATUS_OK else { return unsafe reading.pointee.failure() }
                guard unsafe isLast || fed - reading.pointee.position() <= limits.tokenBytes else {
                    return unsafe reading.pointee.stalled()
                }
            } while fed < bytes.count
            return nil
        }
    }

    /// Bytes before the token that is being read.
    private mutating func position() -> Int {
        // Expat knows none while it waits for more of an unfinished token; then that token is where it was.
        unsafe lastPosition = max(lastPosition, Int(XML_GetCurrentByteIndex(parser)))
        return unsafe lastPosition
    }

    /// Line and column of the token that is being read.
    private mutating func currentPlace() -> (line: Int, column: Int) {
        guard unsafe !isWide else {
            return unsafe (Int(XML_GetCurrentLineNumber(parser)), Int(XML_GetCurrentColumnNumber(parser)) + 1)
        }
        unsafe place.advance(to: position(), in: source)
        return unsafe (place.line, place.column)
    }

    private mutating func failure() -> XmlError {
        let (line, column) = unsafe refusedAt ?? currentPlace()
        if let refusal = unsafe builder.refusal {
            return XmlError(
                kind: refusal.kind,
                line: line,
                column: column,
                found: refusal.found,
                expected: refusal.expected
            )
        }
        let fault = unsafe ExpatFault(code: XML_GetErrorCode(parser))
        return XmlError(kind: fault.kind, line: line, column: column, found: fault.found, expected: fault.expected)
    }

    private mutating func stalled() -> XmlError {
        let (line, column) = unsafe currentPlace()
        return XmlError(
            kind: .limit,
            line: line,
            column: column,
            found: "one that is longer",
            expected: "tags, comments and processing instructions of at most \(unsafe limits.tokenBytes) bytes"
        )
    }
}

// MARK: Handlers

extension ExpatParser {
    private static func setHandlers(of parser: XML_Parser, _ reading: UnsafeMutablePointer<ExpatParser>) {
        unsafe XML_SetUserData(parser, reading)
        unsafe XML_SetElementHandler(
            parser,
            { unsafe ExpatParser.at($0)?.pointee.start($1, attributes: $2) },
            { reading, _ in unsafe ExpatParser.at(reading)?.pointee.end() }
        )
        unsafe XML_SetCharacterDataHandler(parser) { unsafe ExpatParser.at($0)?.pointee.text($1, count: $2) }
        unsafe XML_SetCommentHandler(parser) { reading, _ in unsafe ExpatParser.at(reading)?.pointee.markup() }
        unsafe XML_SetProcessingInstructionHandler(parser) { reading, _, _ in
            unsafe ExpatParser.at(reading)?.pointee.markup()
        }
        unsafe XML_SetStartNamespaceDeclHandler(parser) { unsafe ExpatParser.at($0)?.pointee.declare($1, $2) }
        unsafe XML_SetXmlDeclHandler(parser) {
            unsafe ExpatParser.at($0)?.pointee.declaration(version: $1, encoding: $2, standalone: $3)
        }
        unsafe XML_SetDefaultHandler(parser) { unsafe ExpatParser.at($0)?.pointee.other($1, count: $2) }
    }

    /// What was handed to expat for its handlers.
    @inline(__always)
    private static func at(_ reading: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<ExpatParser>? {
        unsafe reading?.assumingMemoryBound(to: ExpatParser.self)
    }

    private mutating func start(
        _ name: UnsafePointer<XML_Char>?,
        attributes: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?
    ) {
        guard unsafe builder.refusal == nil else { return }
        let (line, column) = unsafe currentPlace()
        let name = unsafe Self.bytes(name)
        unsafe builder.start(name.span, line: line, column: column)
        var index = 0
        while unsafe builder.refusal == nil, let attribute = unsafe attributes?[index] {
            let valueStart = unsafe builder.attributeText.count
            let value = unsafe Self.bytes(attributes?[index + 1])
            unsafe builder.attributeText.append(contentsOf: value)
            let attributeName = unsafe Self.bytes(attribute)
            unsafe builder.attribute(attributeName.span, valueStart: valueStart)
            index += 2
        }
        unsafe stopWhereRefused()
    }

    private mutating func end() {
        guard unsafe builder.refusal == nil else { return }
        unsafe builder.end()
    }

    private mutating func text(_ start: UnsafePointer<XML_Char>?, count: Int32) {
        guard let start = unsafe start, unsafe builder.refusal == nil else { return }
        let bytes = unsafe UnsafeRawBufferPointer(start: start, count: Int(count))
        unsafe builder.text.append(contentsOf: bytes)
    }

    private mutating func markup() {
        guard unsafe builder.refusal == nil else { return }
        unsafe builder.markup()
    }

    private mutating func declare(_ prefix: UnsafePointer<XML_Char>?, _ namespace: UnsafePointer<XML_Char>?) {
        unsafe builder.declare(prefix: Self.string(prefix) ?? "", namespace: Self.string(namespace) ?? "")
        unsafe stopWhereRefused()
    }

    private mutating func declaration(
        version: UnsafePointer<XML_Char>?,
        encoding: UnsafePointer<XML_Char>?,
        standalone: Int32
    ) {
        let encoding = unsafe Self.string(encoding)
        unsafe builder.declaration = unsafe XmlDeclaration(
            version: Self.string(version) ?? "",
            encoding: encoding,
            standalone: standalone < 0 ? nil : standalone == 1
        )
        unsafe place.hasOneByteCharacters = ["iso-8859-1", "us-ascii"].contains(encoding?.lowercased())
    }

    /// Gets everything that has no handler of its own, of which the start of a document type is refused.
    private mutating func other(_ start: UnsafePointer<XML_Char>?, count: Int32) {
        let token = unsafe UnsafeRawBufferPointer(start: start, count: Int(count))
        guard unsafe token.starts(with: "<!DOCTYPE".utf8) else { return }
        unsafe builder.refuse(
            "a document type declaration",
            "a document without document type declaration",
            kind: .documentType
        )
        unsafe stopWhereRefused()
    }

    private mutating func stopWhereRefused() {
        guard unsafe builder.refusal != nil, unsafe refusedAt == nil else { return }
        unsafe refusedAt = unsafe currentPlace()
        unsafe XML_StopParser(parser, 0)
    }

    /// The bytes of a text that ends with NUL.
    private static func bytes(_ text: UnsafePointer<XML_Char>?) -> UnsafeBufferPointer<UInt8> {
        guard let text = unsafe text else { return unsafe UnsafeBufferPointer(start: nil, count: 0) }
        let start = unsafe UnsafeRawPointer(text).assumingMemoryBound(to: UInt8.self)
        return unsafe UnsafeBufferPointer(start: start, count: Int(rettid_expat_length(text)))
    }

    private static func string(_ text: UnsafePointer<XML_Char>?) -> String? {
        unsafe text.map { unsafe String(cString: $0) }
    }
}
