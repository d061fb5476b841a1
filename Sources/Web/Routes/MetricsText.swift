import Office

/// Figures in the text form that Prometheus reads.
struct MetricsText: Sendable {
    private(set) var text = ""

    init(_ figures: OfficeFigures, residentBytes: Int?) {
        gauge("rettid_outbox_waiting", "Receipts that nobody has taken yet.", figures.outboxWaiting)
        gauge("rettid_outbox_parked", "Receipts that were given up.", figures.outboxParked)
        heading("rettid_outbox_oldest_seconds", "gauge", "How long the oldest receipt has waited.")
        line("rettid_outbox_oldest_seconds", "\(figures.outboxOldestSeconds)")
        gauge("rettid_mailbox_depth", "Commands that wait in all units.", figures.mailboxDepth)
        gauge("rettid_units_opened", "Units in memory.", figures.openedUnits)
        gauge("rettid_units_unserved", "Units whose journal this program cannot read.", figures.unservedUnits)
        heading("rettid_concerns_unopened", "gauge", "Reports that nobody has opened.")
        for unit in figures.units {
            line("rettid_concerns_unopened{unit=\"\(unit.unit)\"}", "\(unit.unopenedConcerns)")
        }
        heading("rettid_work_items_open", "gauge", "Messages that reception must see to.")
        for unit in figures.units { line("rettid_work_items_open{unit=\"\(unit.unit)\"}", "\(unit.openWorkItems)") }
        heading("rettid_alarms", "gauge", "Alarms that are on.")
        for kind in AlarmLabel.allCases {
            let count = figures.alarms.count { AlarmLabel($0.kind) == kind }
            line("rettid_alarms{kind=\"\(kind.rawValue)\"}", "\(count)")
        }
        heading("rettid_intake_total", "counter", "Messages taken in since the start.")
        line("rettid_intake_total{outcome=\"received\"}", "\(figures.intake.received)")
        line("rettid_intake_total{outcome=\"repeated\"}", "\(figures.intake.repeated)")
        line("rettid_intake_total{outcome=\"kept\"}", "\(figures.intake.kept)")
        counter("rettid_commits_total", "Durable commits since the start.", figures.commits)
        counter("rettid_committed_pieces_total", "Pieces of work in them.", figures.committedPieces)
        if let residentBytes { gauge("process_resident_memory_bytes", "Memory in use.", residentBytes) }
    }

    private mutating func gauge(_ name: String, _ help: String, _ value: Int) {
        heading(name, "gauge", help)
        line(name, "\(value)")
    }

    private mutating func counter(_ name: String, _ help: String, _ value: Int) {
        heading(name, "counter", help)
        line(name, "\(value)")
    }

    private mutating func heading(_ name: String, _ type: String, _ help: String) {
        text += "# HELP \(name) \(help)\n# TYPE \(name) \(type)\n"
    }

    private mutating func line(_ name: String, _ value: String) {
        text += "\(name) \(value)\n"
    }
}

/// The kinds of alarm by the names that dashboards use.
private enum AlarmLabel: String, CaseIterable {
    case nothingReceived
    case unopened
    case unplaced
    case outboxStuck
    case unserved
    case unrecovered
    case laidAside
    case notTaken
    case unanswered
    case placeLost

    init(_ kind: Alarm.Kind) {
        switch kind {
        case .nothingReceived: self = .nothingReceived
        case .unopened: self = .unopened
        case .unplaced: self = .unplaced
        case .outboxStuck: self = .outboxStuck
        case .unserved: self = .unserved
        case .unrecovered: self = .unrecovered
        case .laidAside: self = .laidAside
        case .notTaken: self = .notTaken
        case .unanswered: self = .unanswered
        case .placeLost: self = .placeLost
        }
    }
}
