import Casework
import Exchange
import Law
import TestSupport
import Testing

struct `A command's form` {
    @Test(arguments: CommandForm.all)
    func `takes its own example`(form: CommandForm) throws {
        let document = try JsonDocument(parsing: form.example.bytes)
        var faults: [FieldFault] = []
        let values = CommandValues(form, json: document.root, besides: [], faults: &faults)
        #expect(faults == [])
        _ = try form.read(values, .pretend(RecordID(high: 1, low: 1))).get()
    }

    @Test(arguments: CommandForm.all)
    func `names each required field that is missing, and no other`(form: CommandForm) {
        let required = form.fields.filter { $0.need == .required }.map { FieldFault($0.name, .something) }
        guard case .failure(let refusal) = form.read(CommandValues(), .pretend(RecordID(high: 1, low: 1))) else {
            Issue.record("took nothing for something")
            return
        }
        #expect(refusal.faults == required)
    }

    @Test(arguments: CommandForm.all)
    func `names each field that holds something wrong, and says what was expected`(form: CommandForm) throws {
        var drawing = CommandDrawing(SeededGenerator(seed: 7))
        for field in form.fields {
            guard let wrong = field.kind.wrong else { continue }
            let values = drawing.values(of: form, holding: field.name)
            var mistaken = values
            mistaken[field.name] = wrong
            guard case .failure(let refusal) = form.read(mistaken, .pretend(drawing.id())) else {
                Issue.record("\(field.name) took something wrong")
                continue
            }
            #expect(refusal.faults.contains { $0.field == field.name })
            #expect(refusal.faults.allSatisfy { !$0.expected.explanation.contains(wrong[0]) })
        }
    }

    @Test(arguments: CommandForm.all)
    func `refuses what does not belong to the rest`(form: CommandForm) {
        var drawing = CommandDrawing(SeededGenerator(seed: 8))
        for field in form.fields {
            guard case .onlyIf(let condition, _) = field.need else { continue }
            var values = drawing.values(of: form, holding: field.name)
            guard !values[field.name].isEmpty else { continue }
            values[condition.field] = []
            guard case .failure(let refusal) = form.read(values, .pretend(drawing.id())) else {
                Issue.record("\(field.name) was taken without \(condition.field)")
                continue
            }
            #expect(refusal.faults.contains(FieldFault(field.name, .nothing)))
        }
    }

    @Test(arguments: CommandForm.all + CommandForm.ofRooms)
    func `drops what the other answers leave no place for, and nothing as long as they are owed`(form: CommandForm) {
        var drawing = CommandDrawing(SeededGenerator(seed: 8))
        for field in form.fields {
            guard case .onlyIf(let condition, _) = field.need, !condition.codes.isEmpty,
                let decider = form.fields.first(where: { $0.name == condition.field })
            else { continue }
            var values = drawing.values(of: form, holding: field.name)
            guard !values[field.name].isEmpty else { continue }
            #expect(form.asked(values) == values, "\(field.name)")
            if case .code(let list) = decider.kind,
                let other = list.codes.first(where: { !condition.codes.contains($0) })
            {
                values[decider.name] = [other]
                #expect(form.asked(values)[field.name] == [], "\(field.name)")
            }
            values[decider.name] = []
            let isOwed =
                switch decider.need {
                case .required, .onlyIf(_, isRequired: true): true
                case .optional, .owed, .onlyIf(_, isRequired: false): false
                }
            #expect(form.asked(values)[field.name].isEmpty != isOwed, "\(field.name)")
        }
    }

    @Test(arguments: CommandForm.all)
    func `reads the same from a browser and from JSON, and back from what it read`(form: CommandForm) throws {
        var drawing = CommandDrawing(SeededGenerator(seed: 9))
        for _ in 0..<Rounds.of(200) {
            let values = drawing.values(of: form)
            let context = FormContext.pretend(drawing.id())
            let reading = try form.read(values, context).get()
            let posted = CommandValues(form, posted: form.posted(values))
            #expect(try form.read(posted, context).get() == reading)
            var faults: [FieldFault] = []
            let document = try JsonDocument(parsing: form.json(values).bytes)
            let sent = CommandValues(form, json: document.root, besides: [], faults: &faults)
            #expect(faults == [])
            #expect(try form.read(sent, context).get() == reading)
            let again = try #require(form.values(of: reading))
            #expect(try form.read(again, reading.contextForReadingAgain(context)).get() == reading)
        }
    }

    @Test func `refuses members that it does not have, of another type, or that say nothing`() throws {
        let form = try #require(CommandForm.named("note"))
        let document = try JsonDocument(
            parsing: Array(#"{"on":20261120,"kind":"meeting","text":" ","extra":1,"seen":3}"#.utf8)
        )
        var faults: [FieldFault] = []
        _ = CommandValues(form, json: document.root, besides: ["seen"], faults: &faults)
        #expect(
            faults == [
                FieldFault("on", .day), FieldFault("text", .something), FieldFault("extra", .knownField),
            ]
        )
    }

    @Test func `never writes a hidden address back into a field`() throws {
        let hidden = Residence.hidden(
            HiddenAddress(hiding: PostalAddress(lines: ["Pretendveien 1"], postcode: "0001", town: "Pretend"))
        )
        let person = CasePerson(
            name: "Ada",
            number: nil,
            birthDay: nil,
            phone: nil,
            email: nil,
            interpreter: nil,
            residence: hidden
        )
        let day = try #require(CalendarDay(year: 2026, month: 11, day: 20))
        let id = RecordID(high: 1, low: 2)
        let found = try #require(CommandForm.of(.inCase(.personSet(id, person)), on: day))
        #expect(found.values["address"] == [] && found.values["residence"] == ["unchanged"])
        let context = FormContext.pretend(RecordID(high: 9, low: 9), residence: hidden)
        #expect(try found.form.read(found.values, context).get().happening == .inCase(.personSet(id, person)))
    }
}

extension CommandDrawing {
    /// Values in which a field is asked for and filled in, as far as a hundred draws find such.
    fileprivate mutating func values(of form: CommandForm, holding name: String) -> CommandValues {
        for _ in 0..<100 {
            let values = values(of: form)
            if !values[name].isEmpty { return values }
        }
        return values(of: form)
    }
}

extension CommandField.Kind {
    /// Texts that do not fit; `nil` where any text does.
    fileprivate var wrong: [String]? {
        switch self {
        case .line(let longest), .paragraphs(let longest): [String(repeating: "w", count: longest + 1)]
        case .flag: ["maybe"]
        case .codes, .references: ["wrong", "wrong"]
        case .number(let range): ["\(range.upperBound + 1)"]
        case .day: ["2026-02-30"]
        case .personNumber: ["12345678901"]
        case .municipality: ["460"]
        case .worker: ["sender:portal"]
        case .place: [String(repeating: "w", count: 65)]
        case .organisation: ["31041700"]
        case .code, .reference, .entry, .moment: ["wrong"]
        }
    }
}

extension CommandForm {
    /// What a browser posts for these values.
    fileprivate func posted(_ values: CommandValues) -> [String: String] {
        var posted: [String: String] = ["key": "0", "csrf": "0"]
        for field in fields {
            switch field.kind {
            case .codes, .references: for text in values[field.name] { posted["\(field.name)-\(text)"] = "yes" }
            default: posted[field.name] = values[field.name].first?.replacing("\n", with: "\r\n")
            }
        }
        return posted
    }

    /// What a program sends for these values.
    fileprivate func json(_ values: CommandValues) -> JsonTree {
        .object(
            fields.compactMap { field in
                let texts = values[field.name]
                guard let first = texts.first else { return nil }
                return switch field.kind {
                case .flag: JsonTree.Member(field.name, true)
                case .number, .entry: JsonTree.Member(field.name, .integer(Int(first) ?? 0))
                case .codes, .references: JsonTree.Member(field.name, .list(texts.reversed().map { .text($0) }))
                default: JsonTree.Member(field.name, .text(first))
                }
            }
        )
    }
}

extension CommandForm.Reading {
    /// The context in which a correction of this is read: its own identity, and hidden addresses as they stand.
    fileprivate func contextForReadingAgain(_ context: FormContext) -> FormContext {
        guard case .inCase(let event) = happening else { return context }
        var again = context
        again.id = event.broughtID ?? context.id
        switch event {
        case .opened(let opening): again.residence = { _ in opening.child.residence }
        case .personSet(_, let person): again.residence = { _ in person.residence }
        default: break
        }
        return again
    }
}
