import Casework
import Crypto
package import Exchange
import Foundation
package import Journal
package import Law
package import Logging
import Synchronization

/// The door through which reports of concern come in.
///
/// The order is the whole point: keep the bytes, read them, commit what they say together with the receipt, answer.
/// What cannot be read or placed is stored too, as an item that somebody in reception owns.
package final class Reception: Sendable {
    /// How many processes may end while they store a message, for whatever reason, before a person must look at it.
    private static let mostStorings = 3

    /// The unit that receives for all services.
    package let unit: UnitID
    let units: Units
    let vault: RawVault
    private let spool: Spool
    let directory: ServiceDirectory
    let environment: Environment
    private let logger: Logger
    /// Receipts that have been answered with, to be noted in the outbox before long.
    private let answered = Mutex<[(unit: UnitID, id: RecordID)]>([])
    private let counts = Mutex(Counts())
    private let left = Mutex(0)

    /// Counters since the start, without names.
    package struct Counts: Sendable {
        /// Messages stored with a service for the first time.
        package var received = 0
        /// Messages that had come before.
        package var repeated = 0
        /// Messages that no rule could place.
        package var kept = 0
    }

    package init(
        unit: UnitID,
        units: Units,
        vault: RawVault,
        spool: Spool,
        directory: ServiceDirectory,
        environment: Environment,
        logger: Logger
    ) {
        self.unit = unit
        self.units = units
        self.vault = vault
        self.spool = spool
        self.directory = directory
        self.environment = environment
        self.logger = logger
    }

    /// What has been counted since the start.
    package var counters: Counts { counts.withLock { $0 } }

    /// Messages that an earlier process had received and that are still not stored.
    package var unrecovered: Int { left.withLock { $0 } }

    /// Takes in one message.
    ///
    /// - Returns: The answer to the sender; whatever it says is durable.
    /// - Throws: Where the store fails; then nothing has been promised, and the sender must be told to try again.
    package func receive(
        _ body: [UInt8],
        form: ConcernFormat,
        from sender: Sender,
        key: String?,
        messageID: String?
    ) async throws -> (answer: IntakeAnswer, receipt: (unit: UnitID, id: RecordID)?) {
        let envelope = RawEnvelope(
            sender: sender.id,
            form: form.rawValue,
            key: key,
            messageID: messageID,
            body: body
        )
        let now = environment.now()
        let raw = try vault.seal(envelope.bytes, id: environment.newID(now), receivedAt: now)
        let ticket = try spool.keep(raw)
        defer { spool.release(ticket) }
        return try await store(envelope, raw: raw, as: placement(of: envelope, raw: raw))
    }

    /// Stores what a dead process had kept and not stored.
    ///
    /// A message that ended the program while it was read, or three times while it was stored, is not read again: a
    /// person must look at it. One that could not be stored is read again at the next try.
    ///
    /// - Throws: Where a message could not be stored; the others are, and the files are kept for the next start.
    package func recover(from folder: String) async throws -> Int {
        let recovery = try leftBehind(in: folder)
        let messages = recovery.messages
        var (failure, failures) = ((any Error)?.none, 0)
        for message in messages {
            do {
                // A spool is emptied only now and then: what it still holds may long be in the journal.
                if try vault.holds(message.row.id) { continue }
                let (envelope, placement) = try read(message, of: recovery)
                recovery.noteStoring(message.row.id)
                // A store that refuses has answered, too; only a process that ends leaves its note behind.
                defer { recovery.noteSurvived(message.row.id) }
                _ = try await store(envelope, raw: message.row, as: placement)
            } catch {
                // One that cannot be stored must not keep the others waiting.
                logger.error("message not recovered", metadata: ["id": "\(message.row.id)", "error": "\(error)"])
                failure = error
                failures += 1
            }
        }
        left.withLock { [failures] in $0 = failures }
        // The files stay where anything in them is not stored yet.
        if let failure { throw failure }
        recovery.finish()
        return messages.count
    }

    private func leftBehind(in folder: String) throws -> SpoolRecovery {
        do {
            return try SpoolRecovery(folder: folder)
        } catch {
            // How many there are is not known; there may be one.
            left.withLock { $0 = max($0, 1) }
            throw error
        }
    }

    private func read(
        _ message: SpoolRecovery.Message,
        of recovery: borrowing SpoolRecovery
    ) throws -> (RawEnvelope, Placement) {
        let envelope = try RawEnvelope(bytes: vault.open(message.row))
        guard message.attempts == 0, message.storings < Self.mostStorings else {
            return (envelope, workItem(.stoppedTheReader, [], envelope, message.row))
        }
        return (envelope, recovery.reading(message.row.id) { placement(of: envelope, raw: message.row) })
    }

    // MARK: Placing

    private func store(
        _ envelope: RawEnvelope,
        raw: RawRow,
        as placement: Placement
    ) async throws -> (answer: IntakeAnswer, receipt: (unit: UnitID, id: RecordID)?) {
        let digest = Data(SHA256.hash(data: envelope.body))
        let keys = commandKeys(of: envelope, digest: digest)
        let receivedOn = OsloTime.day(at: raw.receivedAt)
        let receiptID = environment.newID(raw.receivedAt)
        let intake = intake(placement, of: envelope, raw: raw, receivedOn: receivedOn, receiptID: receiptID)
        let command = UnitCommand(wish: .take(intake), actor: envelope.sender, keys: keys, digest: digest)
        switch try await units.perform(command, in: placement.unit) {
        case .done(let unit, let sequence, _, let repeated):
            counts.withLock { counts in
                if repeated {
                    counts.repeated += 1
                } else if case .workItem = intake.content {
                    counts.kept += 1
                } else {
                    counts.received += 1
                }
            }
            if repeated { return (try answer(again: envelope, raw, at: sequence, in: units.unit(unit), keys), nil) }
            return (answer(to: intake, unit: unit), (unit, receiptID))
        case .keyReused:
            try await keepOtherContent(envelope, raw: raw, digest: digest)
            return (.idUsedForOtherContent, nil)
        case .refused(let refusal):
            preconditionFailure("an intake is never refused, but was: \(refusal)")
        }
    }

    /// The ids under which a message is taken in once: the request's key and the sender's id of it; failing both, its
    /// own content.
    private func commandKeys(of envelope: RawEnvelope, digest: Data) -> [CommandKey] {
        var keys: [CommandKey] = []
        if let messageID = envelope.messageID { keys.append(key(envelope, "id:", messageID)) }
        if let key = envelope.key { keys.append(self.key(envelope, "key:", key)) }
        if keys.isEmpty { keys.append(key(envelope, "id:", "sha256-\(digest.hexadecimal)")) }
        return keys
    }

    private func key(_ envelope: RawEnvelope, _ prefix: String, _ name: String) -> CommandKey {
        CommandKey(unit: unit, actor: envelope.sender, prefix: prefix, name: name)
    }

    private struct Placement {
        let unit: UnitID
        let content: Intake.Content
    }

    private func placement(of envelope: RawEnvelope, raw: RawRow) -> Placement {
        guard let form = ConcernFormat(rawValue: envelope.form) else {
            return workItem(.unreadable, [], envelope, raw)
        }
        switch ConcernDocument.read(envelope.body, as: form) {
        case .failure(let refusal):
            return workItem(.unreadable, refusal.problems.map(WorkItem.Detail.init), envelope, raw)
        case .success(let document):
            return placement(of: document, envelope, raw, on: OsloTime.day(at: raw.receivedAt))
        }
    }

    private func placement(
        of document: ConcernDocument,
        _ envelope: RawEnvelope,
        _ raw: RawRow,
        on day: CalendarDay
    ) -> Placement {
        guard let municipality = try? MunicipalityNumber(parsing: document.municipality),
            let district = try? DistrictNumber(parsing: document.district)
        else { return workItem(.unknownMunicipality, [.municipality(document)], envelope, raw) }
        switch directory.route(municipality: municipality, district: district, on: day) {
        case .service(let service):
            let concerns = document.receivedConcerns(
                rawID: raw.id,
                messageID: envelope.messageID ?? envelope.key ?? raw.id.description,
                receivedAt: raw.receivedAt
            )
            return Placement(unit: service.unit, content: .concerns(concerns))
        case .unknownMunicipality:
            return workItem(.unknownMunicipality, [.municipality(document)], envelope, raw)
        case .endedMunicipality(let successors):
            let detail = WorkItem.Detail.ended(document, successors: successors)
            return workItem(.unknownMunicipality, [detail], envelope, raw)
        case .unknownDistrict:
            return workItem(.unknownDistrict, [.district(document)], envelope, raw)
        case .notServed:
            return workItem(.notServed, [.notServed(document)], envelope, raw)
        }
    }

    private func workItem(
        _ problem: WorkItem.Problem,
        _ details: [WorkItem.Detail],
        _ envelope: RawEnvelope,
        _ raw: RawRow
    ) -> Placement {
        Placement(
            unit: unit,
            content: .workItem(
                WorkItem(
                    problem: problem,
                    details: details,
                    rawID: raw.id,
                    sender: envelope.sender,
                    messageID: envelope.messageID ?? envelope.key ?? "",
                    form: envelope.form,
                    receivedAt: raw.receivedAt
                )
            )
        )
    }

    private func intake(
        _ placement: Placement,
        of envelope: RawEnvelope,
        raw: RawRow,
        receivedOn: CalendarDay,
        receiptID: RecordID
    ) -> Intake {
        let (count, status) =
            switch placement.content {
            case .concerns(let concerns): (concerns.count, 201)
            case .workItem: (1, 422)
            }
        let receipt = ReceiptMessage(
            for: placement.content,
            rawID: raw.id,
            messageID: envelope.messageID ?? envelope.key ?? ""
        )
        return Intake(
            content: placement.content,
            receivedOn: receivedOn,
            ids: (0..<count).map { _ in environment.newID(raw.receivedAt) },
            raw: raw,
            receipt: Letter(
                destination: envelope.sender.description,
                id: receiptID,
                body: receipt.bytes
            ),
            status: status
        )
    }

    /// Other content under a used id is kept as an item of its own, once.
    private func keepOtherContent(_ envelope: RawEnvelope, raw: RawRow, digest: Data) async throws {
        let placement = workItem(.sameIdOtherContent, [], envelope, raw)
        let intake = Intake(
            content: placement.content,
            receivedOn: OsloTime.day(at: raw.receivedAt),
            ids: [environment.newID(raw.receivedAt)],
            raw: raw,
            receipt: nil,
            status: 409
        )
        let keys = [key(envelope, "other:", digest.hexadecimal)]
        _ = try await units.perform(
            UnitCommand(wish: .take(intake), actor: envelope.sender, keys: keys, digest: digest),
            in: unit
        )
    }

    // MARK: Answers

    private func answer(to intake: Intake, unit: UnitID) -> IntakeAnswer {
        switch intake.content {
        case .concerns(let concerns):
            .received(
                .init(
                    unit: unit,
                    concerns: intake.ids,
                    receivedAt: concerns[0].receivedAt,
                    messageID: concerns[0].messageID
                )
            )
        case .workItem(let item): .kept(item, id: intake.ids[0])
        }
    }

    /// The sender has the answer in hand: its receipt need not be fetched.
    package func noteAnswered(_ receipt: (unit: UnitID, id: RecordID)) {
        answered.withLock { $0.append(receipt) }
    }

    /// Takes the receipts that have been answered with since the last call.
    package func takeAnswered() -> [(unit: UnitID, id: RecordID)] {
        answered.withLock { answered in
            defer { answered = [] }
            return answered
        }
    }
}
