extension JournalLine: PageRow {
    enum Name: String, CaseIterable, Sendable {
        case id, isStruck, dayMachine, dayText, title, lane, text, correctionPath, correctionLabel, correctionReason
        case person, recordedMachine, recordedText, correctPath, correctLabel
    }

    static func template(in templates: RowTemplates) -> RowTemplate<JournalLine> { templates.entry }

    func value(_ name: Name) -> RowValue {
        switch name {
        case .id: .text(id)
        case .isStruck: .flag(isStruck)
        case .dayMachine: .text(day.machine)
        case .dayText: .text(day.text)
        case .title: .text(title)
        case .lane: .text(lane ?? "")
        case .text: .texts(text)
        case .correctionPath: .text(correction?.path ?? "")
        case .correctionLabel: .text(correction?.label ?? "")
        case .correctionReason: .text(correctionReason ?? "")
        case .person: .text(person)
        case .recordedMachine: .text(recorded?.machine ?? "")
        case .recordedText: .text(recorded?.text ?? "")
        case .correctPath: .text(correct?.path ?? "")
        case .correctLabel: .text(correct?.label ?? "")
        }
    }
}

extension CasePage.NextStep: PageRow {
    enum Name: String, CaseIterable, Sendable {
        case text, remaining, isOverdue, isNear, dueMachine, dueText, citation, citationPath, actPath, actLabel
    }

    static func template(in templates: RowTemplates) -> RowTemplate<CasePage.NextStep> { templates.step }

    func value(_ name: Name) -> RowValue {
        switch name {
        case .text: .text(text)
        case .remaining: .text(remaining)
        case .isOverdue: .flag(isOverdue)
        case .isNear: .flag(isNear)
        case .dueMachine: .text(due?.machine ?? "")
        case .dueText: .text(due?.text ?? "")
        case .citation: .text(citation?.label ?? "")
        case .citationPath: .text(citation?.path ?? "")
        case .actPath: .text(act?.path ?? "")
        case .actLabel: .text(act?.label ?? "")
        }
    }
}

extension CasePage.Person: PageRow {
    enum Name: String, CaseIterable, Sendable {
        case name, relation, casePath, birth, number, phone, addressLines, hiddenPath, hiddenLabel, editPath, editLabel
    }

    static func template(in templates: RowTemplates) -> RowTemplate<CasePage.Person> { templates.person }

    func value(_ name: Name) -> RowValue {
        switch name {
        case .name: .text(self.name)
        case .relation: .text(relation)
        case .casePath: .text(casePath ?? "")
        case .birth: .text(birth ?? "")
        case .number: .text(number ?? "")
        case .phone: .text(phone ?? "")
        case .addressLines: .texts(addressLines)
        case .hiddenPath: .text(hiddenAddress?.path ?? "")
        case .hiddenLabel: .text(hiddenAddress?.label ?? "")
        case .editPath: .text(edit?.path ?? "")
        case .editLabel: .text(edit?.label ?? "")
        }
    }
}
