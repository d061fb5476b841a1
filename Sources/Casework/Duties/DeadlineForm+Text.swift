import Law

extension DeadlineForm {
    /// The columns of the file, in order; docs/deadline-form.md explains them.
    package static let columns = [
        "nr", "referanse", "sak", "mottatt", "gjennomgang_frist", "gjennomgang_dato", "gjennomgang_dager",
        "gjennomgang_i_tide", "gjennomgang_dager_over", "utfall", "undersokelse_start", "undersokelse_frist",
        "utvidet_til", "undersokelse_avsluttet", "undersokelse_i_tide", "undersokelse_dager_over", "skjema_sluttfort",
        "arsak",
    ]

    /// The form as a text that opens in a spreadsheet: semicolons, CRLF, UTF-8 with a byte order mark.
    ///
    /// The last column is empty: the reason for a breach is the service's to write. No field can hold a semicolon, a
    /// quotation mark or a formula, for none comes from free text.
    package var csv: String {
        let lines = [Self.columns] + rows.enumerated().map { fields(of: $1, number: $0 + 1) }
        return "\u{FEFF}" + lines.map { $0.joined(separator: ";") + "\r\n" }.joined()
    }

    private func fields(of row: Row, number: Int) -> [String] {
        let (review, investigation) = (row.review, row.investigation)
        return [
            String(number),
            row.reference.description,
            row.caseReference?.description ?? "",
            review?.receivedOn.description ?? "",
            review?.due.description ?? "",
            review?.reviewedOn?.description ?? "",
            review?.days.map(String.init) ?? "",
            review.map { inTime(doneOn: $0.reviewedOn != nil, breachDays: $0.breachDays) } ?? "",
            review.map { String($0.breachDays) } ?? "",
            review?.outcome?.code ?? "",
            investigation?.start.description ?? "",
            investigation?.due.description ?? "",
            investigation?.extendedTo?.description ?? "",
            investigation?.finishedOn?.description ?? "",
            investigation.map { inTime(doneOn: $0.finishedOn != nil, breachDays: $0.breachDays) } ?? "",
            investigation.map { String($0.breachDays) } ?? "",
            row.isFinished ? "ja" : "nei",
            "",
        ]
    }

    /// Empty while it may still be done in time.
    private func inTime(doneOn isDone: Bool, breachDays: Int) -> String {
        breachDays > 0 ? "nei" : isDone ? "ja" : ""
    }
}

extension ReviewFacts.Outcome {
    /// The code of the column `utfall`.
    fileprivate var code: String {
        switch self {
        case .shelved: "henlagt"
        case .investigate: "undersokelse"
        case .addedToRunning: "lagt_til_undersokelse"
        case .activeMeasures: "aktive_tiltak"
        }
    }
}
