import Foundation
package import Journal
package import Law
package import Logging
import Transport

/// The application: everything between the wires and the journal, put together by plain initialisers.
package struct OfficeRooms: Sendable {
    /// Everybody with an account.
    package let people: People
    /// The systems that send reports.
    package let senders: Senders
    /// Which service serves which municipality and district.
    package let directory: ServiceDirectory
    /// The sessions of those who have signed in.
    package let sessions: Sessions
    /// What every use case passes.
    package let gate: Gate
    /// Reports of concern.
    package let concerns: ConcernDesk
    /// Children's cases.
    package let cases: CaseDesk
    /// The door through which reports come in.
    package let reception: Reception
    /// What no rule could place.
    package let receptionDesk: ReceptionDesk
    /// How the services stand: alarms, comparison, figures.
    package let oversight: OversightDesk
    /// The receipts that a sender asks for.
    package let receipts: ReceiptDesk
    /// Referrals, at either level.
    package let referrals: ReferralDesk
    /// The forms by which a service asks the state.
    package let referralForms: ReferralFormDesk
    /// The places of a unit.
    package let places: PlaceDesk
    /// Figures of many, for those who oversee.
    package let indicators: IndicatorDesk
    package let plans: PlanDesk
    /// What is delivered to Statistics Norway.
    package let deliveries: DeliveryDesk
    /// Who messages go to and come from.
    package let counterparts: Counterparts
    /// Takes in messages from other units, whichever wire carried them.
    package let messages: MessageIntake
    let carrier: Carrier
    let units: Units
    /// The clock, and new identities.
    package let environment: Environment
    /// The law that this office works by.
    package let law: Lawbook
    /// Where everything is kept.
    package let store: any JournalStore
    /// What writes to it, many pieces of work at a time.
    package let committer: Committer
    let housekeeping: Housekeeping
    let holds: HoldKeeper
    private let spoolFolder: String

    /// What the office is told when it is opened.
    package struct Settings: Sendable {
        /// The unit that receives for all services.
        package var reception: UnitID
        /// The municipal services of this installation.
        package var services: [Service]
        /// Everybody with an account.
        package var people: [Person]
        /// The systems that may send reports.
        package var senders: [Sender]
        /// When alarms go off.
        package var limits: AlarmLimits
        /// A folder for what is received and not yet stored.
        package var spoolFolder: String
        /// The file of signed heads, on another machine if possible; `nil` for none.
        package var witnessFile: String?
        /// This process's name in the access log and the spool; new at every start.
        package var node: String
        /// The law as dated rows, with what an authority has put over them.
        package var law: Lawbook
        /// Who messages go to and come from.
        package var counterparts: [Counterpart]
        /// How long others may leave something unanswered.
        package var answerLimits: AnswerLimits
        /// The folder of boxes by which whoever is not in this store is reached; `nil` for none.
        package var dropBox: String?

        package init(
            reception: UnitID,
            services: [Service],
            people: [Person],
            senders: [Sender],
            limits: AlarmLimits,
            spoolFolder: String,
            witnessFile: String?,
            node: String,
            law: Lawbook = .national,
            counterparts: [Counterpart] = [],
            answerLimits: AnswerLimits = AnswerLimits(),
            dropBox: String? = nil
        ) {
            self.reception = reception
            self.services = services
            self.people = people
            self.senders = senders
            self.limits = limits
            self.spoolFolder = spoolFolder
            self.witnessFile = witnessFile
            self.node = node
            self.law = law
            self.counterparts = counterparts
            self.answerLimits = answerLimits
            self.dropBox = dropBox
        }
    }

    /// Opens the office on a store: makes what units lack of keys, and reads what it must before anything is asked.
    package init(
        settings: Settings,
        store: any JournalStore,
        masters: MasterKeys,
        environment: Environment,
        logger: Logger
    ) throws {
        let directory = try ServiceDirectory(services: settings.services, register: .national)
        let committer = Committer(store: store)
        let bell = Bell()
        let counterparts = Counterparts(settings.counterparts)
        let composer = MessageComposer(counterparts: counterparts)
        let units = Units(
            store: store,
            masters: masters,
            committer: committer,
            law: settings.law,
            post: HoldPost(composer: composer),
            logger: logger,
            bell: bell,
            clock: environment.now
        )
        let named = settings.services.map(\.unit) + settings.people.map(\.unit)
        for unit in [settings.reception] + named + settings.counterparts.compactMap(\.unit) {
            try UnitLedger.prepare(unit, store: store, masters: masters)
        }
        let log = AccessLog(node: settings.node, store: store, masters: masters, committer: committer)
        let gate = Gate(log: log, reception: settings.reception)
        let digest = CommandDigest(store: store, masters: masters)
        let senders = Senders(settings.senders)
        let reception = Reception(
            unit: settings.reception,
            units: units,
            vault: try RawVault(unit: settings.reception, store: store, masters: masters),
            spool: try Spool(folder: settings.spoolFolder, node: settings.node),
            directory: directory,
            environment: environment,
            logger: logger
        )
        self.directory = directory
        self.committer = committer
        self.units = units
        self.gate = gate
        self.senders = senders
        self.reception = reception
        self.environment = environment
        law = settings.law
        self.store = store
        people = People(settings.people)
        sessions = Sessions(store: store, masters: masters, people: people, environment: environment)
        concerns = ConcernDesk(
            units: units,
            gate: gate,
            access: AccessReader(log: log),
            digest: digest,
            environment: environment
        )
        cases = CaseDesk(
            units: units,
            gate: gate,
            access: AccessReader(log: log),
            digest: digest,
            law: settings.law,
            people: people,
            store: store,
            masters: masters,
            environment: environment,
            services: Set(settings.services.map(\.unit))
        )
        let boxes = BoxWatch()
        var limits = settings.limits
        limits.answers = settings.answerLimits
        oversight = OversightDesk(
            reception: settings.reception,
            directory: directory,
            regions: counterparts.all.compactMap { if case .region = $0.role { $0.unit } else { nil } },
            units: units,
            store: store,
            senders: senders,
            gate: gate,
            unrecovered: { reception.unrecovered },
            boxes: boxes,
            limits: limits,
            environment: environment
        )
        receipts = ReceiptDesk(store: store, units: units)
        let messages = MessageIntake(
            units: units,
            reception: reception,
            composer: composer,
            store: store,
            masters: masters,
            environment: environment
        )
        self.counterparts = counterparts
        self.messages = messages
        receptionDesk = ReceptionDesk(
            reception: reception,
            messages: messages,
            units: units,
            gate: gate,
            digest: digest
        )
        referrals = ReferralDesk(
            units: units,
            gate: gate,
            cases: cases,
            composer: composer,
            law: settings.law,
            limits: settings.answerLimits,
            environment: environment
        )
        referralForms = ReferralFormDesk(cases: cases, people: people, referrals: referrals)
        places = PlaceDesk(units: units, gate: gate, cases: cases, composer: composer, environment: environment)
        indicators = IndicatorDesk(
            units: units,
            gate: gate,
            directory: directory,
            law: settings.law,
            environment: environment
        )
        deliveries = DeliveryDesk(
            units: units,
            gate: gate,
            people: people,
            counterparts: counterparts,
            directory: directory,
            law: settings.law,
            environment: environment,
            digest: digest,
            cases: cases
        )
        plans = PlanDesk(
            units: units,
            gate: gate,
            cases: cases,
            counterparts: counterparts,
            environment: environment,
            calculator: PlanCalculator(
                units: units,
                regions: PlanDesk.regions(counterparts),
                logger: logger
            )
        )
        carrier = Carrier(
            store: store,
            masters: masters,
            units: units,
            counterparts: counterparts,
            intake: messages,
            dropBox: settings.dropBox.map { root in
                DropBoxPost(
                    box: FolderTransport(root: root) { environment.newID(environment.now()) },
                    intake: messages,
                    logger: logger,
                    watch: boxes
                )
            },
            node: settings.node,
            environment: environment,
            logger: logger,
            bell: bell
        )
        holds = HoldKeeper(units: units, counterparts: counterparts, environment: environment, logger: logger)
        housekeeping = Housekeeping(
            store: store,
            reception: reception,
            units: units,
            senders: senders,
            witness: settings.witnessFile.map { Witness(path: $0, store: store, masters: masters) },
            node: settings.node,
            spoolFolder: settings.spoolFolder,
            environment: environment,
            logger: logger
        )
        spoolFolder = settings.spoolFolder
    }

    /// Serves the units' mailboxes and keeps house until cancelled.
    package func run() async {
        await withDiscardingTaskGroup { group in
            group.addTask { await units.run() }
            group.addTask { await housekeeping.run() }
            group.addTask { await carrier.run() }
            group.addTask { await holds.run() }
            group.addTask { await plans.calculator.run() }
            group.addTask {
                await oversight.lookAtAll()
                await cases.knowDutiesOfEachDay()
            }
        }
    }

    /// Serves the units' mailboxes alone until cancelled: for a verb that writes and is done.
    package func serveUnits() async { await units.run() }

    /// Whether a unit holds a referral, for whoever times its way; nothing of it is shown.
    package func holds(referral id: RecordID, in unit: UnitID) throws -> Bool {
        try units.unit(unit).read { $0.referral(id) } != nil
    }

    /// Brings what somebody works with into memory, where it is not, before they ask for anything.
    ///
    /// A unit that cannot be served is told of by whoever needs it.
    package func welcome(_ person: Person) async { try? await units.prepare(person.unit) }

    /// Stores what an earlier process had received and not stored; to be called while `run` is running.
    ///
    /// - Returns: How many messages were taken up.
    package func recover() async throws -> Int { try await reception.recover(from: spoolFolder) }
}
