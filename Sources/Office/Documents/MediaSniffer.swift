/// What kind of file an upload is, found from its bytes; its name must say the same.
///
/// Only kinds that show or print what they hold are let in; a file that says it is one and holds another is refused.
struct MediaSniffer {
    /// The kinds that are let in.
    enum Media: String, CaseIterable {
        case pdf = "application/pdf"
        case png = "image/png"
        case jpeg = "image/jpeg"
        case text = "text/plain"
        case openDocument = "application/vnd.oasis.opendocument.text"
        case word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

        /// The kind that a file's name says, by what stands after its last full stop; `nil` for any other.
        init?(fileName: String) {
            switch fileName.split(separator: ".").last?.lowercased() {
            case "pdf": self = .pdf
            case "png": self = .png
            case "jpg", "jpeg": self = .jpeg
            case "txt": self = .text
            case "odt": self = .openDocument
            case "docx": self = .word
            default: return nil
            }
        }
    }

    /// Bytes at the beginning that tell most kinds.
    private static let beginning = 64
    /// Names in an archive that only a text document of the kind has, and one that only a document with a program has.
    private static let wordPart = Array("word/document.xml".utf8)
    private static let macroPart = Array("vbaProject.bin".utf8)

    private var start: [UInt8] = []
    private var text = TextCheck()
    private var word = ByteSearch(MediaSniffer.wordPart)
    private var macro = ByteSearch(MediaSniffer.macroPart)

    mutating func take(_ bytes: [UInt8]) {
        if start.count < Self.beginning { start += bytes.prefix(Self.beginning - start.count) }
        text.take(bytes)
        if start.starts(with: [0x50, 0x4B]) {
            word.take(bytes)
            macro.take(bytes)
        }
    }

    /// The kind, once all bytes have been taken; `nil` for what is not let in.
    var media: Media? {
        if start.starts(with: Array("%PDF-".utf8)) { return .pdf }
        if start.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) { return .png }
        if start.starts(with: [0xFF, 0xD8, 0xFF]) { return .jpeg }
        if start.starts(with: [0x50, 0x4B, 0x03, 0x04]) { return archive }
        return text.isWhole ? .text : nil
    }

    private var archive: Media? {
        guard !macro.isFound else { return nil }
        // An OpenDocument archive begins with its own type, stored as it is.
        let type = Array("mimetype".utf8) + Array(Media.openDocument.rawValue.utf8)
        if start.count > 30, Array(start.dropFirst(30)).starts(with: type.prefix(start.count - 30)) {
            return .openDocument
        }
        return word.isFound ? .word : nil
    }
}

/// Finds a run of bytes in a stream of pieces.
private struct ByteSearch {
    private let wanted: [UInt8]
    private var tail: [UInt8] = []
    private(set) var isFound = false

    init(_ wanted: [UInt8]) {
        self.wanted = wanted
    }

    mutating func take(_ bytes: [UInt8]) {
        guard !isFound else { return }
        let joined = tail + bytes
        var index = 0
        while let start = joined[index...].firstIndex(of: wanted[0]) {
            if joined[start...].starts(with: wanted) {
                isFound = true
                return
            }
            index = start + 1
        }
        tail = Array(joined.suffix(wanted.count - 1))
    }
}

/// Whether a stream of pieces is UTF-8 without control characters but line ends and tabulators.
private struct TextCheck {
    private var isText = true
    /// The beginning of a character whose end is in the next piece.
    private var tail: [UInt8] = []

    /// Whether all that came is text, to the end of its last character.
    var isWhole: Bool { isText && tail.isEmpty }

    mutating func take(_ bytes: [UInt8]) {
        guard isText else { return }
        let joined = tail + bytes
        let cut = joined.lastIndex { $0 & 0xC0 != 0x80 } ?? 0
        let isWhole = joined.isEmpty || joined[cut] < 0x80 || joined.count - cut >= Self.length(joined[cut])
        let whole = isWhole ? joined : Array(joined[..<cut])
        tail = isWhole ? [] : Array(joined[cut...])
        let isPlain = whole.allSatisfy { $0 >= 0x20 && $0 != 0x7F || [0x09, 0x0A, 0x0C, 0x0D].contains($0) }
        isText = isPlain && tail.count < 4 && String(validating: whole, as: UTF8.self) != nil
    }

    private static func length(_ first: UInt8) -> Int {
        switch first {
        case 0xC0..<0xE0: 2
        case 0xE0..<0xF0: 3
        default: 4
        }
    }
}
