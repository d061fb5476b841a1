// All pointers of the C library are in this file; those that it brings live no longer than the call that brings them.
internal import CExpat

/// Runs expat over a document piece by piece.
@unsafe struct ExpatStream {
    /// What the handlers work on; in a place of its own, because expat keeps its address.
    private let state: UnsafeMutablePointer<ExpatStreamState>

    init(vocabulary: XmlVocabulary, limits: XmlLimits, options: XmlStream.Options) throws(XmlError) {
        guard let parser = unsafe XML_ParserCreate(nil) else { throw .outOfMemory }
        unsafe state = .allocate(capacity: 1)
        unsafe state.initialize(to: ExpatStreamState(parser, vocabulary, limits, options))
        unsafe XML_SetUserData(parser, state)
        unsafe XML_SetElementHandler(
            parser,
            { unsafe ExpatStreamState.at($0)?.pointee.start($1, attributes: $2) },
            { state, _ in unsafe ExpatStreamState.at(state)?.pointee.end() }
        )
        unsafe XML_SetCharacterDataHandler(parser) {
            unsafe ExpatStreamState.at($0)?.pointee.text($1, count: $2)
        }
        unsafe XML_SetProcessingInstructionHandler(parser) { state, target, _ in
            unsafe ExpatStreamState.at(state)?.pointee.instruction(target)
        }
        if !options.contains(.documentType) {
            unsafe XML_SetStartDoctypeDeclHandler(parser) { state, _, _, _, _ in
                unsafe ExpatStreamState.at(state)?.pointee.refuse(
                    .documentType,
                    found: "a document type declaration",
                    expected: "a document without one"
                )
            }
        }
    }

    /// Gives all memory back; nothing can be read afterwards.
    func close() {
        unsafe XML_ParserFree(state.pointee.parser)
        unsafe state.deinitialize(count: 1)
        unsafe state.deallocate()
    }

    var bytesRead: Int { unsafe state.pointee.fed }

    func read(_ piece: ArraySlice<UInt8>, isLast: Bool, into events: inout XmlEvents) throws(XmlError) {
        unsafe swap(&state.pointee.events, &events)
        let error = unsafe Self.read(piece, isLast: isLast, state)
        unsafe swap(&state.pointee.events, &events)
        if let error { throw error }
    }

    private static func read(
        _ piece: ArraySlice<UInt8>,
        isLast: Bool,
        _ state: UnsafeMutablePointer<ExpatStreamState>
    ) -> XmlError? {
        unsafe state.pointee.eventBytesBefore = state.pointee.events.bytes.count
        let status = unsafe piece.withUnsafeBufferPointer { bytes in
            let start = unsafe UnsafeRawPointer(bytes.baseAddress)?.assumingMemoryBound(to: CChar.self)
            return unsafe XML_Parse(state.pointee.parser, start, Int32(bytes.count), isLast ? 1 : 0)
        }
        unsafe state.pointee.fed += piece.count
        guard status == XML_STATUS_OK else { return unsafe state.pointee.failure() }
        return unsafe isLast ? nil : state.pointee.stall()
    }
}

/// What the handlers of an ``ExpatStream`` know.
@unsafe struct ExpatStreamState {
    /// An attribute's name as expat keeps it, at one address as long as the parser lives, and what it stands for.
    private struct Known {
        var address: UInt
        var name: UInt16
    }

    /// How many times as long as a piece what it says may be; only entities can make it longer at all.
    private static let longestGrowth = 16 << 20

    let parser: XML_Parser
    private let vocabulary: XmlVocabulary
    private let limits: XmlLimits
    private let hasLocalNames: Bool
    var events = XmlEvents()
    var fed = 0
    var eventBytesBefore = 0
    private var names: XmlNames
    private var known = [Known](repeating: Known(address: 0, name: 0), count: 256)
    private var open: [UInt16] = []
    private var lastPosition = 0
    private var refusal: XmlError?

    init(_ parser: XML_Parser, _ vocabulary: XmlVocabulary, _ limits: XmlLimits, _ options: XmlStream.Options) {
        unsafe self.parser = unsafe parser
        unsafe self.vocabulary = vocabulary
        unsafe self.limits = limits
        unsafe hasLocalNames = options.contains(.localNames)
        unsafe names = XmlNames(vocabulary: vocabulary, keepsOthers: false)
    }

    /// What was handed to expat for its handlers.
    @inline(__always)
    static func at(_ state: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<ExpatStreamState>? {
        unsafe state?.assumingMemoryBound(to: ExpatStreamState.self)
    }

    /// What the parser, or a limit, has refused.
    func failure() -> XmlError {
        if let refusal = unsafe refusal { return refusal }
        let fault = unsafe ExpatFault(code: XML_GetErrorCode(parser))
        return unsafe error(fault.kind, found: fault.found, expected: fault.expected)
    }

    /// The refusal of a token so long that the parser does not get on, if there is one.
    mutating func stall() -> XmlError? {
        // Expat knows no place while it waits for more of an unfinished token; then that token is where it was.
        unsafe lastPosition = max(lastPosition, Int(XML_GetCurrentByteIndex(parser)))
        guard unsafe fed - lastPosition > limits.tokenBytes else { return nil }
        return unsafe error(
            .limit,
            found: "one that is longer",
            expected: "tags, comments and processing instructions of at most \(limits.tokenBytes) bytes"
        )
    }

    private func error(_ kind: XmlError.Kind, found: String, expected: String) -> XmlError {
        unsafe XmlError(
            kind: kind,
            line: Int(XML_GetCurrentLineNumber(parser)),
            column: Int(XML_GetCurrentColumnNumber(parser)) + 1,
            found: found,
            expected: expected
        )
    }

    mutating func refuse(_ kind: XmlError.Kind, found: String, expected: String) {
        guard unsafe refusal == nil else { return }
        unsafe refusal = unsafe error(kind, found: found, expected: expected)
        unsafe XML_StopParser(parser, 0)
    }

    private mutating func refuseName() {
        unsafe refuse(
            .namespaces,
            found: "a name that breaks a rule of namespaces",
            expected: "names with declared prefixes"
        )
    }
}

// MARK: Handlers

extension ExpatStreamState {
    mutating func start(
        _ name: UnsafePointer<XML_Char>?,
        attributes: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?
    ) {
        guard unsafe refusal == nil else { return }
        guard unsafe open.count < limits.depth else {
            return unsafe refuse(
                .limit,
                found: "an element inside \(limits.depth) others",
                expected: "elements at most \(limits.depth) deep"
            )
        }
        if let attributes = unsafe attributes { unsafe declare(attributes) }
        let written = unsafe Self.bytes(name)
        guard let found = unsafe names.element(written.span) else { return unsafe refuseName() }
        let id = unsafe place(found.name, written)
        unsafe open.append(id)
        unsafe events.start(
            id,
            line: UInt32(truncatingIfNeeded: Int(XML_GetCurrentLineNumber(parser))),
            column: UInt32(truncatingIfNeeded: Int(XML_GetCurrentColumnNumber(parser)) + 1)
        )
        if let attributes = unsafe attributes { unsafe add(attributes) }
    }

    /// Notes the namespaces among a tag's attributes, which come as names and values in turn.
    private mutating func declare(_ attributes: UnsafeMutablePointer<UnsafePointer<XML_Char>?>) {
        var index = 0
        while let attribute = unsafe attributes[index] {
            // Names that are no declarations, nearly all, are told by their first letter.
            if unsafe UInt8(bitPattern: attribute[0]) == UInt8(ascii: "x") {
                let name = unsafe Self.bytes(attribute)
                if unsafe Self.isDeclaration(name) {
                    let prefix = unsafe UnsafeBufferPointer(rebasing: name.dropFirst(6))
                    let namespace = unsafe String(decoding: Self.bytes(attributes[index + 1]), as: UTF8.self)
                    guard name.count != 6,
                        unsafe names.declare(prefix.span, namespace, depth: open.count) != nil,
                        unsafe names.countOfDeclared <= Self.mostDeclared
                    else { return unsafe refuseName() }
                }
            }
            index += 2
        }
        if unsafe index > 2 * limits.attributes {
            unsafe refuse(
                .limit,
                found: "one attribute more",
                expected: "at most \(limits.attributes) attributes of an element"
            )
        }
    }

    /// Prefixes and namespaces of a whole document, which are kept; far more than any delivery has.
    private static var mostDeclared: Int { 1000 }

    /// Adds the attributes of a tag that are no declarations of namespaces.
    private mutating func add(_ attributes: UnsafeMutablePointer<UnsafePointer<XML_Char>?>) {
        guard unsafe refusal == nil else { return }
        let first = unsafe events.events.count
        var index = 0
        while let attribute = unsafe attributes[index] {
            let address = UInt(bitPattern: attribute)
            let slot = Int((address >> 3) & 255)
            if unsafe known[slot].address == address {
                unsafe events.add(.attribute, known[slot].name, Self.bytes(attributes[index + 1]))
            } else {
                let name = unsafe Self.bytes(attribute)
                if unsafe !Self.isDeclaration(name) {
                    guard let found = unsafe names.attribute(name.span) else { return unsafe refuseName() }
                    let id = unsafe place(found.name, name)
                    if found.prefix == 0 {
                        unsafe known[slot] = Known(address: address, name: id)
                    } else if id != XmlEvents.unknown, unsafe !hasLocalNames,
                        unsafe events.events[first...].contains(where: { $0.name == id })
                    {
                        return unsafe refuseName()
                    }
                    unsafe events.add(.attribute, id, Self.bytes(attributes[index + 1]))
                }
            }
            index += 2
        }
        unsafe checkGrowth()
    }

    mutating func end() {
        guard unsafe refusal == nil, let name = unsafe open.popLast() else { return }
        unsafe events.end(name)
        unsafe names.leave(depth: open.count)
    }

    mutating func text(_ start: UnsafePointer<XML_Char>?, count: Int32) {
        guard let start = unsafe start, unsafe refusal == nil else { return }
        unsafe events.add(.text, XmlEvents.unknown, UnsafeRawBufferPointer(start: start, count: Int(count)))
        unsafe checkGrowth()
    }

    mutating func instruction(_ target: UnsafePointer<XML_Char>?) {
        let target = unsafe Self.bytes(target)
        if unsafe !names.isLocalName(target.span) { unsafe refuseName() }
    }

    /// Stops where entities make a piece of the document grow without measure.
    @inline(__always)
    private mutating func checkGrowth() {
        guard unsafe events.bytes.count - eventBytesBefore > Self.longestGrowth else { return }
        unsafe refuse(
            .limit,
            found: "entities that make it longer without measure",
            expected: "a document that says what it has room for"
        )
    }

    /// The place of a name in the vocabulary.
    @inline(__always)
    private func place(_ name: XmlNameID, _ written: UnsafeBufferPointer<UInt8>) -> UInt16 {
        let isKnown = unsafe Int(name.index) < vocabulary.names.count
        if isKnown { return UInt16(truncatingIfNeeded: name.index) }
        guard unsafe hasLocalNames else { return XmlEvents.unknown }
        let colon = unsafe written.firstIndex(of: UInt8(ascii: ":"))
        let local = unsafe UnsafeBufferPointer(rebasing: written.dropFirst(colon.map { $0 + 1 } ?? 0))
        return unsafe vocabulary.id(of: local.span, in: 0).map { UInt16(truncatingIfNeeded: $0.index) }
            ?? XmlEvents.unknown
    }

    private static func isDeclaration(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
        unsafe name.starts(with: "xmlns".utf8) && (name.count == 5 || name[5] == UInt8(ascii: ":"))
    }

    /// The bytes of a text that ends with NUL.
    @inline(__always)
    private static func bytes(_ text: UnsafePointer<XML_Char>?) -> UnsafeBufferPointer<UInt8> {
        guard let text = unsafe text else { return unsafe UnsafeBufferPointer(start: nil, count: 0) }
        let start = unsafe UnsafeRawPointer(text).assumingMemoryBound(to: UInt8.self)
        return unsafe UnsafeBufferPointer(start: start, count: Int(rettid_expat_length(text)))
    }
}
