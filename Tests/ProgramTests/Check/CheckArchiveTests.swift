import CZip
import Foundation
import TestSupport
import Testing

/// `rettid check` of zip archives.
struct `A zip archive that is checked` {
    private static let sound = SampleDeliveries.kostra(1)

    private func write(_ bytes: some Sequence<UInt8>, _ path: String) throws {
        let folder = URL(filePath: path).deletingLastPathComponent()
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data(bytes).write(to: URL(filePath: path))
    }

    private func entries(_ texts: [(name: String, text: String)]) -> [(name: String, bytes: [UInt8])] {
        texts.map { ($0.name, Array($0.text.utf8)) }
    }

    @Test(
        arguments: [(["--mode", "strict"], Int32(1)), (["--mode", "reference", "--year", "2024"], Int32(2))],
        [ZIP_CM_DEFLATE, ZIP_CM_STORE]
    )
    func `comes to the same as the folder that it was made of`(_ run: ([String], Int32), method: Int32) throws {
        let folder = try TemporaryFolder()
        for (name, text) in SampleDeliveries.all { try write(text.utf8, folder.file("files/\(name)")) }
        let archive = folder.file("files.zip")
        try WrittenZip.write(entries(SampleDeliveries.all.reversed()), to: archive, WrittenZip.Packing(method: method))
        let loose = try CheckedDelivery.check([folder.file("files")] + run.0)
        let packed = try CheckedDelivery.check([archive] + run.0)
        #expect(loose.files.count == SampleDeliveries.all.count - 1)
        #expect(loose.files.contains { $0.entries.contains { $0.rule == "XSD" } } == (run.1 == 1))
        #expect(Set(loose.files.map(\.format)).isSuperset(of: ["kostra", "bvr"]))
        let expected = loose.files.map { file in
            var file = file
            file.file.replace(folder.file("files/"), with: archive + "/")
            return file
        }
        #expect(packed.files == expected)
        #expect(loose.outcome.status == run.1 && packed.outcome.status == run.1)
    }

    @Test func `is known by its first bytes, and is looked for in folders`() throws {
        let folder = try TemporaryFolder()
        let archive = folder.file("inner/delivery.zip")
        try write([], folder.file("inner/x"))
        try WrittenZip.write(entries([("a/b.xml", Self.sound)]), to: archive)
        #expect(try CheckedDelivery.check([folder.path]).files.map(\.file) == [archive + "/a/b.xml"])
        let renamed = folder.file("inner/delivery.dat")
        try FileManager.default.moveItem(atPath: archive, toPath: renamed)
        #expect(try CheckedDelivery.check([renamed]).files.map(\.overall) == ["WARNING"])
    }

    @Test func `has archives inside it named, and what a Mac leaves beside files is passed over`() throws {
        let folder = try TemporaryFolder()
        let archive = folder.file("delivery.zip")
        let names = ["__MACOSX/._a.xml", "b/._a.xml", "a.xml", "c/inner.zip"]
        try WrittenZip.write(entries(names.map { ($0, Self.sound) }), to: archive)
        let (files, outcome) = try CheckedDelivery.check([archive, "--lang", "en"])
        #expect(files.map(\.file) == [archive + "/a.xml"])
        #expect(outcome.errors == "\(archive)/c/inner.zip: An archive inside an archive is not opened.\n")
        #expect(outcome.status == 0)
    }

    @Test func `has names that neither begin a line nor steer a terminal`() throws {
        let folder = try TemporaryFolder()
        let archive = folder.file("delivery.zip")
        let names = ["a\n\u{9b}1m\u{202e}.xml", "b\u{2028}\u{7f}.xml", "c\n\u{9b}.zip"]
        try WrittenZip.write(entries([(names[0], Self.sound), (names[1], "<"), (names[2], "")]), to: archive)
        let shown = try CheckedDelivery.check([archive]).files.map(\.file)
        #expect(shown == ["a\u{fffd}\u{fffd}1m\u{fffd}.xml", "b\u{fffd}\u{fffd}.xml"].map { "\(archive)/\($0)" })
        for options in [[], ["--json"], ["-o", folder.file("report.html")]] {
            let outcome = try VerbOutcome(of: ["check", archive] + options)
            let scalars = (outcome.text + outcome.errors).unicodeScalars
            #expect(scalars.allSatisfy { $0.properties.generalCategory != .control || $0 == "\n" })
            #expect(!scalars.contains("\u{202e}"))
            #expect(outcome.errors.split(separator: "\n").count == 1)
        }
    }

    // MARK: What is refused

    /// What is wrong with an archive, and how the report says so.
    enum Fault: String, CaseIterable {
        case truncated = "The zip archive is broken"
        case noArchive = "The zip archive is broken or"
        case changed = "The zip archive is broken or cut"
        case encrypted = "The file in the archive is encrypted"
        case encryptedByPassword = "The file in the archive is encrypted."
        case method = "is packed in a way that is not read"
        case withoutDocuments = "The archive has no XML files"
        case sharedBytes = "200 times its packed size"
        case tooMany = "more than 100,000 files"
        case escapeInName = "The zip archive is broken or cut short"
    }

    private func make(_ fault: Fault, _ path: String) throws {
        // Stored, so that a byte of the text can be changed.
        var packing = WrittenZip.Packing(method: ZIP_CM_STORE)
        var texts = [(name: "a.xml", text: Self.sound)]
        switch fault {
        case .encrypted: packing.encryption = ZIP_EM_AES_256
        case .encryptedByPassword: packing.encryption = ZIP_EM_TRAD_PKWARE
        case .method: packing.method = ZIP_CM_BZIP2
        case .withoutDocuments: texts = [("a.txt", ""), ("inner.zip", "")]
        case .escapeInName: texts = [("æ^.xml", Self.sound)]
        case .tooMany: texts = (0...100_000).map { ("\($0).xml", "") }
        default: break
        }
        try WrittenZip.write(entries(texts), to: path, packing)
        var bytes = try [UInt8](Data(contentsOf: URL(filePath: path)))
        switch fault {
        case .truncated: bytes.removeLast(bytes.count / 3)
        case .noArchive: bytes = Array("no archive".utf8)
        case .changed:
            // The number of the organisation, so that the text is still XML.
            let place = try #require(bytes.firstRange(of: Array("958935420".utf8))?.lowerBound)
            bytes[place] ^= 1
        case .escapeInName: bytes.replace(Array("æ^".utf8), with: Array("æ\u{1b}".utf8))
        case .sharedBytes: bytes = try ZipRecords(bytes).repeated(50)
        default: break
        }
        try write(bytes, path)
    }

    @Test(arguments: Fault.allCases)
    func `is refused for what is wrong with it, and other files are checked all the same`(_ fault: Fault) throws {
        let folder = try TemporaryFolder()
        let archive = folder.file("delivery.zip")
        try make(fault, archive)
        try write(Self.sound.utf8, folder.file("other.xml"))
        let (files, outcome) = try CheckedDelivery.check([archive, folder.file("other.xml"), "--lang", "en"])
        #expect(outcome.status == 2)
        #expect(files.map(\.overall) == ["FATAL", "WARNING"])
        let refused = try #require(files.first)
        #expect(refused.file.hasPrefix(archive))
        #expect(refused.entries.map(\.rule) == ["XML_FILE"] && refused.controls == 0)
        #expect(refused.entries.first?.message.contains(fault.rawValue) == true)
        #expect(outcome.errors.contains(fault.rawValue))
    }

    // MARK: Bombs

    @Test(.enabled(if: MeasuredRun.isPossible))
    func `is refused where it says itself that it is a bomb`() throws {
        let folder = try TemporaryFolder()
        let archive = folder.file("bomb.zip")
        try WrittenZip.write("a.xml", before: "<Barnevern Id='", blanks: 2 << 30, after: "'/>", to: archive)
        try expectBomb(archive)
    }

    @Test(.enabled(if: MeasuredRun.isPossible), arguments: ["kostra", "bvr", "auto"])
    func `is refused where it is a bomb and says otherwise`(format: String) throws {
        let folder = try TemporaryFolder()
        let archive = folder.file("bomb.zip")
        try WrittenZip.write("a.xml", before: "<Barnevern>", blanks: 256 << 20, after: "</Barnevern>", to: archive)
        let bytes = try [UInt8](Data(contentsOf: URL(filePath: archive)))
        try write(ZipRecords(bytes).withSize(1000), archive)
        try expectBomb(archive, ["--as", format])
    }

    private func expectBomb(_ archive: String, _ options: [String] = []) throws {
        let run = try MeasuredRun(of: ["check", archive, "--lang", "en"] + options)
        #expect(run.status == 2)
        #expect(run.errors.contains("a.xml: ") && run.errors.contains("200 times its packed size"))
        #expect(run.peak > 0 && run.peak < 100 << 10, "\(run.peak) KiB")
    }
}

/// The records at the end of a small archive, for lies about its entries.
private struct ZipRecords {
    private let bytes: [UInt8]
    /// Where the table of contents begins, and the record after it.
    private let table: Int
    private let end: Int

    init(_ bytes: [UInt8]) throws {
        func last(_ mark: [UInt8]) -> Int? {
            bytes.indices.reversed().first { bytes[$0...].starts(with: mark) }
        }
        self.bytes = bytes
        end = try #require(last([0x50, 0x4B, 5, 6]))
        table = try #require(last([0x50, 0x4B, 1, 2]))
    }

    /// An archive whose one entry stands in the table so many times.
    func repeated(_ times: Int) -> [UInt8] {
        let row = bytes[table..<end]
        var tail = Array(bytes[end...])
        for place in [8, 10] { tail.replaceSubrange(place..<place + 2, with: Self.bytes(times, 2)) }
        tail.replaceSubrange(12..<16, with: Self.bytes(row.count * times, 4))
        return bytes[..<table] + (0..<times).flatMap { _ in row } + tail
    }

    /// An archive whose last entry is said to be so many bytes unpacked.
    func withSize(_ size: Int) -> [UInt8] {
        var bytes = bytes
        bytes.replaceSubrange(table + 24..<table + 28, with: Self.bytes(size, 4))
        return bytes
    }

    private static func bytes(_ number: Int, _ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
    }
}
