package import Assistance
package import Casework
package import Law

/// The form of one thing that a person can do in a child's case or with a report.
///
/// The editor in the browser, the body of the JSON request, its schema and its checker all come from it.
package struct CommandForm: Sendable {
    /// What the forms are grouped by in menus; the folders of the same names hold the rules.
    package enum Feature: String, Hashable, Sendable, CaseIterable {
        /// What happens in a child's case from the first report to the plan, and the visits.
        case concerns, cases, people, investigations, participation, decisions, measures, plans, placements, visits
        /// What comes after it, and files.
        case aftercare, documents
        /// What the two levels tell each other, and what happens to places.
        case referrals, places
    }

    /// What a filled-in form says has happened.
    package enum Happening: Hashable, Sendable {
        /// In a child's case.
        case inCase(CaseEvent)
        /// A report of concern was reviewed.
        case reviewed(ReviewCommand)
        /// A reporter was told, or not, for a reason.
        case answered(AnswerCommand)
        /// A report was coded for the statistics.
        case coded(CodingCommand)
        /// Told to the other level in a referral.
        case told(ReferralCommand)
        /// Something that the owner of places does with them.
        case place(PlaceEvent)
        /// A place that another unit is asked to hold.
        case holdAsked(of: OrganisationNumber, HoldRequest)
        /// A referral that its sender wants deleted is to be made unreadable, or another person agrees to it, and why.
        case erasure(isConfirmed: Bool, reason: String)
    }

    /// What has been filled in, read: the happening and the day that the law counts from.
    package struct Reading: Hashable, Sendable {
        /// What the filled-in form says has happened.
        package let happening: Happening
        /// The day that the law counts from.
        package let on: CalendarDay
    }

    /// In lower case with hyphens; stands in addresses, so it never changes.
    package let id: String
    /// What it is grouped under.
    package let feature: Feature
    /// The section that the step rests on, in the words of the sources: `barnevernsloven § 2-2`.
    package let citation: String
    /// In the order in which they are asked for; the day is the first where there is one.
    package let fields: [CommandField]

    /// Whether somebody says on which day it was; if not, it is the day on which it is told.
    private let isDated: Bool
    private let entries: [any AnyFormEntry]
    private let make: @Sendable (FormReader) throws(FieldFault) -> Happening
    private let fill: @Sendable (Happening) -> [FilledField]?

    init(
        _ id: String,
        _ feature: Feature,
        _ citation: String,
        _ entries: [any AnyFormEntry],
        isDated: Bool = true,
        make: @escaping @Sendable (FormReader) throws(FieldFault) -> Happening,
        fill: @escaping @Sendable (Happening) -> [FilledField]?
    ) {
        self.id = id
        self.feature = feature
        self.citation = citation
        self.isDated = isDated
        self.entries = (isDated ? [Self.day] : []) + entries
        fields = self.entries.map(\.field)
        self.make = make
        self.fill = fill
    }

    /// The day that the law counts from.
    static let day = FormEntry.day("on")

    /// Reads what has been filled in.
    ///
    /// - Parameters:
    ///   - values: What has been filled in.
    ///   - context: What the form does not ask for.
    /// - Returns: The happening, or everything that is wrong, in the order of the fields.
    package func read(_ values: CommandValues, _ context: FormContext) -> Result<Reading, FormRefusal> {
        var faults: [FieldFault] = []
        for entry in entries {
            if let expected = fault(of: entry, in: values) {
                faults.append(FieldFault(entry.field.name, expected))
            }
        }
        if !faults.isEmpty { return .failure(FormRefusal(faults: faults)) }
        let reader = FormReader(form: self, values: values, context: context)
        do throws(FieldFault) {
            let on = isDated ? try reader[Self.day] : OsloTime.day(at: context.now)
            return .success(Reading(happening: try make(reader), on: on))
        } catch {
            return .failure(FormRefusal(faults: [error]))
        }
    }

    /// What the form is filled in with to say that something has happened; `nil` where it is another form's.
    package func values(of reading: Reading) -> CommandValues? {
        guard let filled = fill(reading.happening) else { return nil }
        var values = CommandValues()
        for field in filled + [Self.day.filled(reading.on)] { values[field.name] = field.texts }
        return values
    }

    /// Whether a field belongs to what is filled in elsewhere.
    package func asks(for field: CommandField, in values: CommandValues) -> Bool {
        guard case .onlyIf(let condition, _) = field.need,
            let decider = fields.first(where: { $0.name == condition.field })
        else { return true }
        guard asks(for: decider, in: values) else { return false }
        let texts = values[condition.field]
        return condition.codes.isEmpty ? !texts.isEmpty : texts.contains { condition.codes.contains($0) }
    }

    /// The values without those of fields that the other answers leave no place for.
    ///
    /// A browser without scripts posts what stands in a field whether it is asked for any longer or not. As long as the
    /// field that decides has to be answered and is not, nothing is decided and nothing goes.
    package func asked(_ values: CommandValues) -> CommandValues {
        var asked = values
        for field in fields where !asks(for: field, in: values) && !isUndecided(field, in: values) {
            asked[field.name] = []
        }
        return asked
    }

    private func isUndecided(_ field: CommandField, in values: CommandValues) -> Bool {
        guard case .onlyIf(let condition, _) = field.need,
            let decider = fields.first(where: { $0.name == condition.field })
        else { return false }
        guard asks(for: decider, in: values) else { return isUndecided(decider, in: values) }
        guard values[decider.name].isEmpty else { return false }
        switch decider.need {
        case .required, .onlyIf(_, isRequired: true): return true
        case .optional, .owed, .onlyIf(_, isRequired: false): return false
        }
    }

    private func fault(of entry: any AnyFormEntry, in values: CommandValues) -> FieldFault.Expectation? {
        let field = entry.field
        let texts = values[field.name]
        guard asks(for: field, in: values) else { return texts.isEmpty ? nil : .nothing }
        if !texts.isEmpty { return entry.accepts(texts) ? nil : field.kind.expectation }
        switch field.need {
        case .required, .onlyIf(_, isRequired: true): return .something
        case .optional, .owed, .onlyIf(_, isRequired: false): return nil
        }
    }
}

/// Everything that is wrong with a filled-in form.
package struct FormRefusal: Error, Hashable, Sendable {
    /// At least one, in the order of the fields.
    package let faults: [FieldFault]
}

/// What a form needs to know and does not ask for.
package struct FormContext: Sendable {
    /// The identity of what the form brings about; new, or that of the corrected entry.
    package var id: RecordID
    /// The day on which a report was received and the one on which it was reviewed; `nil` for one that the service
    /// does not have or has not reviewed.
    package var concernDays: @Sendable (RecordID) -> (receivedOn: CalendarDay, reviewedOn: CalendarDay)?
    /// Where a person lives as far as the case tells, so that a hidden address can stand without being shown.
    package var residence: @Sendable (RecordID) -> Residence?
    /// A file that has been stored.
    package var file: StoredFile?
    /// When it is told.
    package var now: Instant
    /// Whether the state is obliged to what the referral asks for.
    package var isDuty: Bool

    /// All that a form may need to know; what a form does not ask after may be left at its default.
    package init(
        id: RecordID,
        concernDays: @escaping @Sendable (RecordID) -> (receivedOn: CalendarDay, reviewedOn: CalendarDay)? = { _ in nil
        },
        residence: @escaping @Sendable (RecordID) -> Residence? = { _ in nil },
        file: StoredFile? = nil,
        now: Instant = Instant(microseconds: 0),
        isDuty: Bool = false
    ) {
        self.id = id
        self.concernDays = concernDays
        self.residence = residence
        self.file = file
        self.now = now
        self.isDuty = isDuty
    }

    /// The name of the control that a file is chosen with, and of the fault where there is none.
    package static let fileField = "file"

    /// What is known of a stored file's bytes.
    package struct StoredFile: Hashable, Sendable {
        /// As found from the content, such as `application/pdf`.
        package var mediaType: String
        /// Bytes.
        package var size: Int
        /// SHA-256.
        package var digest: [UInt8]

        package init(mediaType: String, size: Int, digest: [UInt8]) {
            self.mediaType = mediaType
            self.size = size
            self.digest = digest
        }
    }
}

/// The fields of a form that has been found right, by their types.
struct FormReader: Sendable {
    let form: CommandForm
    let values: CommandValues
    let context: FormContext

    /// What a field holds that must hold something.
    subscript<Value>(entry: FormEntry<Value>) -> Value {
        get throws(FieldFault) {
            guard let value = given(entry) ?? entry.absent else { throw FieldFault(entry.field.name, .something) }
            return value
        }
    }

    /// What a field holds; `nil` where it is empty or does not belong to the rest.
    func given<Value>(_ entry: FormEntry<Value>) -> Value? {
        let texts = values[entry.field.name]
        guard !texts.isEmpty, let field = form.fields.first(where: { $0.name == entry.field.name }),
            form.asks(for: field, in: values)
        else { return nil }
        return entry.read(texts)
    }
}
