// All pointers of the C library are in this file and live no longer than the call that brings them.
internal import CExpat

/// Runs expat over a document and feeds an ``XmlTreeBuilder``.
///
/// Expat's own processing of namespaces writes each name out with its URI, which costs more than the rest of a short
/// document. So it is off and names are found by ``XmlNames``. It is asked only about a document that is refused, what
/// is wrong and where, and about one with a name of which ``XmlNames`` cannot be sure.
@unsafe struct ExpatParser {
    private let parser: XML_Parser
    private var source: XmlSource
    private let limits: XmlLimits
    private var lastPosition = 0
    private var builder: XmlTreeBuilder
    /// Where the builder refused to go on; expat itself stops a token later.
    private var refusedAt: XmlPlace?

    /// Reads a whole document.
    static func read(
        _ bytes: [UInt8],
        vocabulary: XmlVocabulary,
        limits: XmlLimits
    ) throws(XmlError) -> XmlTree {
        // Before the parser, which sets small pieces of memory free that large ones would use up.
        let builder = XmlTreeBuilder(vocabulary: vocabulary, limits: limits, bytes: bytes.count)
        guard let parser = unsafe ExpatPool.take() else { throw .outOfMemory }
        var reading = unsafe ExpatParser(parser: parser, XmlSource(bytes), builder, limits)
        let error = unsafe withUnsafeMutablePointer(to: &reading) { reading in
            unsafe setHandlers(of: parser, reading)
            return unsafe run(reading)
        }
        unsafe ExpatPool.giveBack(parser, after: bytes.count, isSound: error == nil)
        let isInDoubt =
            unsafe error.map { [.notWellFormed, .namespaces, .encoding, .undefinedEntity].contains($0.kind) }
            ?? reading.builder.isDoubtful
        // Not minding colons, expat may have gone past the first fault.
        if let error = unsafe (isInDoubt ? namespaceError(in: reading.source, limits) : nil) ?? error { throw error }
        return unsafe reading.builder.tree(of: reading.source)
    }

    /// What expat's own processing of namespaces finds wrong with a document.
    private static func namespaceError(in source: XmlSource, _ limits: XmlLimits) -> XmlError? {
        // Nobody sees the names, so what separates their parts is of no account but must be in no URI.
        guard let parser = unsafe XML_ParserCreateNS(nil, XML_Char(bitPattern: 0xFF)) else { return .outOfMemory }
        defer { unsafe XML_ParserFree(parser) }
        let builder = XmlTreeBuilder(vocabulary: .empty, limits: limits, bytes: 0)
        var reading = unsafe ExpatParser(parser: parser, source, builder, limits)
        return unsafe withUnsafeMutablePointer(to: &reading) { unsafe run($0) }
    }

    private init(parser: XML_Parser, _ source: XmlSource, _ builder: consuming XmlTreeBuilder, _ limits: XmlLimits) {
        unsafe self.parser = unsafe parser
        unsafe self.source = source
        unsafe self.limits = limits
        unsafe self.builder = builder
    }

    /// Feeds the document piece by piece.
    ///
    /// - Returns: What is wrong with it.
    private static func run(_ reading: UnsafeMutablePointer<ExpatParser>) -> XmlError? {
        let parser = unsafe reading.pointee.parser
        let source = unsafe reading.pointee.source.bytes
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
    private mutating func currentPlace() -> XmlPlace {
        unsafe source.place(of: position())
    }

    private mutating func failure() -> XmlError {
        guard let refusal = unsafe builder.refusal else {
            let fault = unsafe ExpatFault(code: XML_GetErrorCode(parser))
            return unsafe XmlError(fault.kind, at: currentPlace(), found: fault.found, expected: fault.expected)
        }
        let place = unsafe refusedAt ?? currentPlace()
        return XmlError(refusal.kind, at: place, found: refusal.found, expected: refusal.expected)
    }

    private mutating func stalled() -> XmlError {
        unsafe XmlError(
            .limit,
            at: currentPlace(),
            found: "one that is longer",
            expected: "tags, comments and processing instructions of at most \(unsafe limits.tokenBytes) bytes"
        )
    }
}

extension XmlError {
    fileprivate init(_ kind: Kind, at place: XmlPlace, found: String, expected: String) {
        self.init(kind: kind, line: place.line, column: place.column, found: found, expected: expected)
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
        unsafe XML_SetProcessingInstructionHandler(parser) { reading, target, _ in
            unsafe ExpatParser.at(reading)?.pointee.instruction(target)
        }
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
        let attributes = unsafe attributes?.pointee == nil ? nil : attributes
        if let attributes = unsafe attributes { unsafe declare(attributes) }
        let name = unsafe Self.bytes(name)
        unsafe builder.start(name.span, offset: XML_GetCurrentByteIndex(parser))
        if let attributes = unsafe attributes { unsafe add(attributes) }
        unsafe stopWhereRefused()
    }

    /// Notes the namespaces among a tag's attributes, which come as names and values in turn.
    private mutating func declare(_ attributes: UnsafeMutablePointer<UnsafePointer<XML_Char>?>) {
        var index = 0
        var count = 0
        while unsafe builder.refusal == nil, let attribute = unsafe attributes[index] {
            let name = unsafe Self.bytes(attribute)
            if unsafe Self.isDeclaration(name) {
                count += 1
                let prefix = unsafe UnsafeBufferPointer(rebasing: name.dropFirst(6))
                let namespace = unsafe Self.string(attributes[index + 1]) ?? ""
                if name.count == 6 {
                    unsafe builder.refuseName()
                } else {
                    unsafe builder.declare(prefix.span, namespace: namespace, count: count)
                }
            }
            index += 2
        }
    }

    /// Adds the attributes of a tag that are no declarations of namespaces.
    private mutating func add(_ attributes: UnsafeMutablePointer<UnsafePointer<XML_Char>?>) {
        var index = 0
        while unsafe builder.refusal == nil, let attribute = unsafe attributes[index] {
            let name = unsafe Self.bytes(attribute)
            if unsafe !Self.isDeclaration(name) {
                let valueStart = unsafe builder.attributeText.count
                let value = unsafe Self.bytes(attributes[index + 1])
                unsafe builder.attributeText.append(contentsOf: value)
                unsafe builder.attribute(name.span, valueStart: valueStart)
            }
            index += 2
        }
    }

    private static func isDeclaration(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
        unsafe name.starts(with: "xmlns".utf8) && (name.count == 5 || name[5] == UInt8(ascii: ":"))
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

    private mutating func instruction(_ target: UnsafePointer<XML_Char>?) {
        guard unsafe builder.refusal == nil else { return }
        let target = unsafe Self.bytes(target)
        unsafe builder.instruction(for: target.span)
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
        unsafe source.declare(encoding: encoding)
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
