internal import Law

/// The folders of one receiver.
struct DropBox: Sendable {
    /// What lies in which folder.
    enum Room: String, CaseIterable {
        /// Files that are being written; nobody reads here.
        case writing = "skrives"
        /// Messages that wait.
        case inbox = "inn"
        /// What cannot be read, each beside a text that says why; a person looks here.
        case refused = "avvist"
    }

    private let owner: OrganisationNumber
    private let folder: String
    /// The largest file that is written or read, in bytes.
    private let largest: Int

    init(_ owner: OrganisationNumber, in root: String, largest: Int) {
        self.owner = owner
        self.largest = largest
        folder = "\(root)/\(owner)"
    }

    subscript(room: Room) -> String { "\(folder)/\(room.rawValue)" }

    /// Makes the folders that are missing, and removes what a process left half written that has ended.
    func make() throws(TransportError) {
        for path in [folder] + Room.allCases.map({ self[$0] }) { try Disk.makeFolder(path) }
        try Disk.synchronise(folder)
        try Disk.synchronise("\(folder)/..")
        try Disk.removeAbandoned(in: self[.writing])
    }

    func put(_ envelope: Envelope, _ id: RecordID) throws(TransportError) {
        try checkThere()
        // Larger ones are not even put together; the lines before the content add little.
        let size = envelope.attachments.reduce(envelope.payload.count) { $0 + $1.bytes.count }
        guard size <= largest else { throw .tooLarge(bytes: size) }
        let bytes = EnvelopeFile.bytes(of: envelope)
        guard bytes.count <= largest else { throw .tooLarge(bytes: bytes.count) }
        let name = Self.name(of: envelope, id)
        try Disk.put(bytes, writing: (self[.writing], name), last: (self[.inbox], name))
    }

    /// Reads the first messages that wait; what cannot be read is laid aside and delays nothing.
    ///
    /// A file is looked at before it is read, so that many large ones do not lie in memory at once.
    func take(
        _ limit: Int,
        bytes most: Int,
        passingOver passed: Set<[UInt8]>,
        _ newID: () -> RecordID
    ) throws(TransportError) -> [Delivery] {
        try checkThere()
        var deliveries: [Delivery] = []
        var room = most
        for found in try Disk.names(in: self[.inbox]) where !passed.contains(found) {
            guard deliveries.count < limit else { break }
            guard let name = try claim(found, newID) else { continue }
            let path = Disk.path(self[.inbox], name)
            let size = Disk.size(of: path)
            // What is too large is laid aside unread.
            room -= size > largest ? 0 : size
            guard room >= 0 || deliveries.isEmpty else { break }
            switch try Disk.read(path, atMost: largest) {
            case .gone: continue
            case .unusable(let fault): try refuse(name, because: "\(fault)", newID())
            case .bytes(let bytes):
                do throws(EnvelopeFault) {
                    let envelope = try EnvelopeFile.read(bytes)
                    deliveries.append(Delivery(envelope: envelope, box: owner, mark: name))
                } catch {
                    try refuse(name, because: "\(error)", newID())
                }
            }
        }
        return deliveries
    }

    /// Lays a message aside, after the text that says why.
    func refuse(_ name: [UInt8], because reason: String, _ id: RecordID) throws(TransportError) {
        let text = "\(EnvelopeFile.escaped(String(decoding: name, as: UTF8.self)))\n\(reason)\n"
        let aside = Array("\(id)".utf8)
        let reasonName = aside + Array(".grunn.txt".utf8)
        try Disk.put(Array(text.utf8), writing: (self[.writing], reasonName), last: (self[.refused], reasonName))
        try Disk.move((self[.inbox], name), to: (self[.refused], aside + Self.ending))
    }

    /// Removes a message that is kept elsewhere; one that is gone already is no fault.
    ///
    /// Where the machine stops before the disk knows, it is back, and is handed out again.
    func remove(_ name: [UInt8]) throws(TransportError) {
        try Disk.remove(name, from: self[.inbox])
    }

    /// How many messages lie aside.
    func countRefused() throws(TransportError) -> Int {
        try checkThere()
        return try Disk.names(in: self[.refused]).count { $0.suffix(Self.ending.count) == Self.ending[...] }
    }

    private func checkThere() throws(TransportError) {
        guard Disk.isFolder(self[.inbox]) else { throw .noSuchReceiver(owner) }
    }

    /// The name under which a message is worked on; nothing where another process has taken it.
    ///
    /// Somebody else's name may come again with another message while the first is being read, and would then be
    /// acknowledged unread. So it gets one of ours, which never comes twice.
    private func claim(_ name: [UInt8], _ newID: () -> RecordID) throws(TransportError) -> [UInt8]? {
        guard !Self.isOurs(name) else { return name }
        let ours = Self.name("00000000000000000", newID())
        return try Disk.move((self[.inbox], name), to: (self[.inbox], ours)) ? ours : nil
    }

    /// Names in the order of sending, no two alike.
    private static func name(of envelope: Envelope, _ id: RecordID) -> [UInt8] {
        let digits = String(max(0, envelope.sentAt.microseconds))
        return name(String(repeating: "0", count: max(0, 17 - digits.utf8.count)) + digits, id)
    }

    private static func name(_ digits: String, _ id: RecordID) -> [UInt8] {
        Array("\(digits)-\(id)".utf8) + ending
    }

    private static func isOurs(_ name: [UInt8]) -> Bool {
        let digits = name.prefix { (0x30...0x39).contains($0) }
        let id = name.dropFirst(digits.count + 1).dropLast(ending.count)
        return digits.count >= 17 && name.dropFirst(digits.count).first == UInt8(ascii: "-")
            && name.suffix(ending.count) == ending[...] && id.count == 36
            && RecordID(String(decoding: id, as: UTF8.self)) != nil
    }

    private static let ending = Array(".konvolutt".utf8)
}
