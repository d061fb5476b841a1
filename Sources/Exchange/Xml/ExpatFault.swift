internal import CExpat

/// What an error code of expat means, in our words.
struct ExpatFault {
    var kind: XmlError.Kind
    var found: String
    var expected: String

    init(code: XML_Error) {
        (kind, found, expected) = Self.words(for: code)
    }

    private static func words(for code: XML_Error) -> (XmlError.Kind, found: String, expected: String) {
        switch code {
        case XML_ERROR_NO_MEMORY:
            (.memory, "a document too large for it", "enough memory")
        case XML_ERROR_NO_ELEMENTS:
            (.notWellFormed, "the end of the document", "a root element")
        case XML_ERROR_INVALID_TOKEN:
            (.notWellFormed, "a character that may not stand here", "well-formed XML in the declared encoding")
        case XML_ERROR_UNCLOSED_TOKEN:
            (.notWellFormed, "the end of the document", "the end of the tag or other mark-up that begins here")
        case XML_ERROR_PARTIAL_CHAR:
            (.encoding, "the end of the document", "the rest of a character")
        case XML_ERROR_TAG_MISMATCH:
            (.notWellFormed, "another end tag", "the end tag of the innermost open element")
        case XML_ERROR_DUPLICATE_ATTRIBUTE:
            (.notWellFormed, "an attribute for the second time", "each attribute once in a tag")
        case XML_ERROR_JUNK_AFTER_DOC_ELEMENT:
            (.notWellFormed, "something else", "only comments and white space after the root element")
        case XML_ERROR_UNDEFINED_ENTITY:
            (.undefinedEntity, "a reference to another entity", "only amp, lt, gt, quot and apos as entities")
        case XML_ERROR_BAD_CHAR_REF:
            (.notWellFormed, "a reference to something that is none", "the number of a character that XML allows")
        case XML_ERROR_MISPLACED_XML_PI:
            (.notWellFormed, "an XML declaration further on", "the XML declaration at the very beginning")
        case XML_ERROR_XML_DECL:
            (.notWellFormed, "one of another form", "an XML declaration with version, encoding and standalone")
        case XML_ERROR_UNKNOWN_ENCODING:
            (.encoding, "another encoding", "UTF-8, UTF-16, ISO-8859-1 or US-ASCII")
        case XML_ERROR_INCORRECT_ENCODING:
            (.encoding, "bytes in another encoding", "the encoding that the XML declaration names")
        case XML_ERROR_UNCLOSED_CDATA_SECTION:
            (.notWellFormed, "the end of the document", "the end of the CDATA section")
        case XML_ERROR_UNBOUND_PREFIX:
            (.namespaces, "a prefix that is not declared", "a namespace declaration for every prefix")
        case XML_ERROR_UNDECLARING_PREFIX:
            (.namespaces, "an empty one", "a namespace for every declared prefix")
        case XML_ERROR_RESERVED_PREFIX_XML, XML_ERROR_RESERVED_PREFIX_XMLNS:
            (.namespaces, "another declaration of it", "the prefixes xml and xmlns with their own meaning")
        case XML_ERROR_RESERVED_NAMESPACE_URI:
            (.namespaces, "a reserved one", "a namespace that does not belong to XML itself")
        default:
            (.notWellFormed, "something else", "well-formed XML")
        }
    }
}

extension XmlError {
    static var outOfMemory: XmlError {
        XmlError(kind: .memory, line: 1, column: 1, found: "none left", expected: "memory for a parser")
    }
}
