/// The sheet of rules for people (`docs/rules.md`), made of the table of rules and of nothing else.
package enum RuleSheet {
    /// The whole sheet, in Markdown.
    package static var markdown: String {
        let rows = KostraRules.all.map { rule in
            let severity =
                rule.severity == rule.strictSeverity
                ? rule.severity.rawValue
                : "\(rule.severity.rawValue); strict: \(rule.strictSeverity.rawValue)"
            return
                "| `\(rule.id)` | \(severity) | \(rule.condition) | \(rule.source.rawValue) | \(rule.difference ?? "") |"
        }
        return ([head] + rows).joined(separator: "\n") + "\n"
    }

    private static let head = """
        # The rules of deliveries

        Made of the table of rules by a test; not written by hand (`RETTID_WRITE_RULES=1` writes it anew).

        ## KOSTRA, form 15F

        The order is that of a run: first what is about the file and the sender, then the rules for a person. Sources: \
        `specification` is Statistics Norway's specification of the controls of form 15F, which its control program follows \
        unless the last column says otherwise; `program` is that program alone (MIT), as it runs; `schema` is its \
        `KostraBarnevern.xsd`, `Avgiver.xsd` and `Individ.xsd`. `TILTAK_24` of the specification, the legal basis against \
        its date, is no rule here: the program has it in its source and never runs it.

        `reference` mode is the program itself. `strict` mode holds the file's own text against the schema and reads the \
        rules as they are specified; what that changes stands in the last column.

        | rule | severity | reported when | source | strict mode |
        |---|---|---|---|---|
        """
}
