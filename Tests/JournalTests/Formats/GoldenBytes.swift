import Foundation
import Law
import Testing

@testable import Journal

/// Formats that lie on disks for decades: these bytes may never change, only get a newer form beside them.
struct `A stored format` {
    @Test func `of the content of an entry is the one first written`() throws {
        let content = EntryContent(
            kind: 0x0102,
            occurredOn: try CalendarDay(parsing: "2026-03-02"),
            references: [
                RowReference(
                    table: .raw,
                    unit: try .fixture("mottak"),
                    key: [0xAA, 0xBB],
                    digest: Data(repeating: 0x11, count: 32)
                ),
                RowReference(
                    table: .outbox,
                    unit: try .fixture("lunden"),
                    key: [],
                    digest: Data(repeating: 0x22, count: 32)
                ),
            ],
            body: [0xDE, 0xAD]
        )
        let golden =
            "0102" + "00005022" + "02"
            + "01" + "06" + "6d6f7474616b" + "0002" + "aabb" + String(repeating: "11", count: 32)
            + "04" + "06" + "6c756e64656e" + "0000" + String(repeating: "22", count: 32)
            + "dead"
        #expect(Data(content.bytes).hexadecimal == golden)
        let bytes = try #require(Data(hexadecimal: golden))
        #expect(try bytes.withUnsafeBytes { try EntryContent(bytes: $0) } == content)
    }

    @Test func `of the content of an entry is not read when it is cut short`() throws {
        let content = try EntryContent(
            kind: 1,
            occurredOn: CalendarDay(parsing: "1969-12-31"),
            references: [RowReference(table: .blob, unit: .fixture(), key: [1], digest: Data(count: 32))],
            body: []
        )
        for size in 0..<content.bytes.count {
            #expect(throws: EntryContent.LayoutError.truncated) {
                try content.bytes.prefix(size).withUnsafeBytes { try EntryContent(bytes: $0) }
            }
        }
        let wrongTable = content.bytes.enumerated().map { $0.offset == 7 ? 9 : $0.element }
        #expect(throws: EntryContent.LayoutError.unknownTable(9)) {
            try wrongTable.withUnsafeBytes { try EntryContent(bytes: $0) }
        }
    }

    /// Computed apart from this program, from the description in `Chain`.
    @Test func `of the chain gives the hashes first given`() throws {
        let unit = try UnitID.fixture("lunden")
        let beginning = Chain.beginning(of: unit, strand: "")
        #expect(beginning.hexadecimal == "318fbcf42716ffed4077ee7d4b83e00a21175be7253a00677f644b32037527d7")
        #expect(
            Chain.beginning(of: unit, strand: "node-a").hexadecimal
                == "bd53b55fe9666d9df5243f309b368875cdd2182a6e7cd199cf8ba5a8c4e7fb2a"
        )
        let entry = JournalEntry(
            envelope: Envelope(
                unit: unit,
                sequence: 1,
                stream: .fixture(5),
                version: 1,
                recordedAt: PretendClock.start,
                actor: try .caseworker(),
                keyID: 3
            ),
            sealed: Data(repeating: 0x0C, count: 12) + Data([1, 2, 3]),
            hash: Data()
        )
        #expect(
            Chain.hash(of: entry, after: beginning).hexadecimal
                == "4293ba60610ff896ca73dd1a905801640beb190606c5e93c7de3c669a87bbf87"
        )
        #expect(
            Chain.digest([[1], [], [2, 3]]).hexadecimal
                == "8e34350c512f04dd922fb4bdf783f9062faa835631a3e9176c6a951221dd3101"
        )
        let line = AccessRow.hash(
            after: beginning,
            unit: unit,
            node: "node-a",
            number: 2,
            recordedAt: PretendClock.start,
            actor: try .caseworker(),
            keyID: 3,
            nonce: Data(repeating: 0x0C, count: 12),
            payload: Data([1, 2, 3]),
            tags: Data(0..<16)
        )
        #expect(line.hexadecimal == "090c896f918dd1222941683f03786e83d070f00d0b5f9f8ed012f61adab8d652")
    }

    @Test func `of a spool record is the one first written`() throws {
        let row = RawRow(
            unit: try .fixture("mottak"),
            id: .fixture(5),
            receivedAt: PretendClock.start,
            wrappedBy: 1,
            wrapped: Data([0xA1, 0xA2]),
            nonce: Data(repeating: 0x0C, count: 12),
            payload: Data([1, 2, 3])
        )
        let message = Data(SpoolRecord.message(row).bytes)
        #expect(
            message.hexadecimal
                == "00000036d62fb5172e604bd201066d6f7474616b019cae6b66007005800000000000000500064c095386700000000001"
                + "02a1a20c0c0c0c0c0c0c0c0c0c0c0c010203"
        )
        let attempt = Data(SpoolRecord.attempt(.fixture(5)).bytes)
        #expect(attempt.hexadecimal == "000000110b41261f455109b402019cae6b660070058000000000000005")
        let records = SpoolRecord.records(in: message + attempt).records
        guard case .message(row) = try #require(records.first), case .attempt(.fixture(5)) = try #require(records.last)
        else {
            Issue.record("The records are not those that were written.")
            return
        }
    }

    @Test func `of a key file and its witness line is the one first written`() throws {
        let zeros = String(repeating: "01", count: 32)
        let text = "# a note\n2 \(String(repeating: "02", count: 32))\n\n1 \(zeros)\n"
        let masters = try MasterKeys(text: text, path: "keys")
        #expect(masters.newest == 2)
        #expect(
            masters.fileText
                == "# Rettid master keys. Who holds this file and the store can read every case: keep them apart.\n"
                + "1 \(zeros)\n2 \(String(repeating: "02", count: 32))\n"
        )
        let head = UnitHead(
            unit: try .fixture("lunden"),
            sequence: 41,
            hash: Data(repeating: 0x33, count: 32),
            recordedAt: PretendClock.start,
            lastKey: 3
        )
        let line = try WitnessLine.text(head, strand: "", at: PretendClock.start, masters: masters)
        let signed = "lunden - 41 \(String(repeating: "33", count: 32)) 1772452800000000 2 "
        #expect(line.hasPrefix(signed))
        // BoringSSL's signature is deterministic, others' need not be: an old one must verify, a new one need not equal it.
        let golden =
            signed + "ae4e9e4f9b44f414bffc326544db19673c7c19b4b771a513c95def66ab5beabcbc68d92c567081269213a29a80e34413"
            + "82afcdfac5af76c91beb6fe17a617d02"
        let read = try WitnessLine.read(golden)
        #expect(read.first?.isSigned(by: masters) == true)
        #expect(try WitnessLine.read(line).first?.isSigned(by: masters) == true)
        #expect(masters.witnessPublicKey == "c0022262916ea63ac3148cba9ed301beaf6366879dc0eecb294c63e4c5d91558")
    }

    @Test(arguments: [
        "1 00", "x \(String(repeating: "00", count: 32))", "0 \(String(repeating: "00", count: 32))",
        "1 \(String(repeating: "0g", count: 32))", "1", "", "# only a note\n",
    ])
    func `of a key file is not guessed at`(text: String) {
        #expect(throws: MasterKeys.FileError.self) { try MasterKeys(text: text, path: "keys") }
    }
}
