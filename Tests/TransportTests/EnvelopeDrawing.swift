import Foundation
import Law
import TestSupport
import Transport

/// Envelopes of pretend units, the same for the same seed.
struct EnvelopeDrawing {
    static let service = organisation("310417009")
    static let region = organisation("312555018")

    private var generator: SeededGenerator

    init(seed: UInt64) {
        generator = SeededGenerator(seed: seed)
    }

    /// Names as nobody sane gives them: they lead out of the folder, end the line, or are no name at all.
    static let hostileNames = [
        "", ".", "..", "../../etc/passwd", "/absolutt", "to\nlinjer", "null\u{0}tegn", "Ærlig svar – 100 %.pdf",
        "👨‍👩‍👧", "%2e%2e%2f", "a: b", "\\\\server\\deling", String(repeating: "x", count: 4_000), "\u{202E}fdp.exe",
    ]

    mutating func next(to receiver: OrganisationNumber = region) -> Envelope {
        Envelope(
            id: RecordID(high: generator.next(), low: generator.next()),
            sender: Self.service,
            receiver: receiver,
            type: "henvisning.fosterhjem",
            sentAt: Instant(microseconds: 1_770_000_000_000_000 + .random(in: 0..<1_000_000_000, using: &generator)),
            payload: bytes(below: 3_000),
            attachments: (0..<Int.random(in: 0...3, using: &generator)).map { _ in
                Envelope.Attachment(
                    name: Self.hostileNames.randomElement(using: &generator) ?? "",
                    bytes: bytes(below: 5_000)
                )
            }
        )
    }

    private mutating func bytes(below limit: Int) -> [UInt8] {
        (0..<Int.random(in: 0..<limit, using: &generator)).map { _ in .random(in: 0...255, using: &generator) }
    }

    private static func organisation(_ text: String) -> OrganisationNumber {
        guard let number = OrganisationNumber(text) else { preconditionFailure("The number has nine digits.") }
        return number
    }
}

extension FolderTransport {
    /// A drop box below a folder, with names of files that no other process draws.
    init(below root: String) {
        self.init(root: root) {
            var generator = SystemRandomNumberGenerator()
            return RecordID(high: generator.next(), low: generator.next())
        }
    }
}

/// The files of one box.
struct BoxFiles {
    let folder: String

    init(_ root: String, _ receiver: OrganisationNumber = EnvelopeDrawing.region) {
        folder = "\(root)/\(receiver)"
    }

    func path(_ room: String, _ name: String) -> String { "\(folder)/\(room)/\(name)" }

    func names(_ room: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: "\(folder)/\(room)").sorted()
    }

    func write(_ bytes: [UInt8], _ room: String, _ name: String) throws {
        try Data(bytes).write(to: URL(filePath: path(room, name)))
    }
}
