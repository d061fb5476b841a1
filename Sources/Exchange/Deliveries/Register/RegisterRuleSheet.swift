/// The sheet of the register's rules for people (`docs/register-rules.md`), made of the table of rules and of nothing
/// else.
package enum RegisterRuleSheet {
    /// The whole sheet, in Markdown.
    package static var markdown: String {
        let inForce = RegisterRules.inForce.map { rule in
            let severity = rule.isLowered ? "\(rule.severity.rawValue); migrated: WARNING" : rule.severity.rawValue
            return "| `\(rule.id)` | \(severity) | \(rule.condition) | \(rule.source ?? "") | \(rule.kostra ?? "") |"
        }
        let own = RegisterRules.all.filter(\.isOwn).map { rule in
            "| `\(rule.id)` | \(rule.severity.rawValue) | \(rule.condition) |"
        }
        return ([head] + inForce + ["", middle] + own).joined(separator: "\n") + "\n"
    }

    private static let head = """
        # The rules of deliveries to the register

        Made of the table of rules by a test; not written by hand (`RETTID_WRITE_RULES=1` writes it anew).

        ## Barnevernsregisteret, version 4

        Source: Statistics Norway's schema, version 4.0.1, and specification of the controls of the register, last changed \
        on 5 June 2023 (MIT). 79 of its 80 rules are in force; `SAK_6` gave way to `SAK_21`. The register's own program is \
        not public: nothing here can be compared with it, save the structure.

        - Ages and time limits are counted to the day that it is in Norway at DatoUttrekk. A child born on 29 February is \
        a year older on 28 February of a common year.
        - Who the child is, is told by the Personalia in force that day.
        - A thing with ErSlettet, and a concern's conclusion with it, are left out; of a case with it only the sender is \
        asked.
        - An id counts whatever the case of its letters. A Relasjon may begin at a MigrertId, and counts only if the case \
        has what it begins at.
        - "migrated" is a thing with a MigrertId. In a delivery that came by KOSTRA every ERROR about such a thing is a \
        WARNING.

        | rule | severity | reported when | source | nearest KOSTRA rule |
        |---|---|---|---|---|
        """

    private static let middle = """
        ## Findings of our own

        The register does not ask these. Each entry's advice says so.

        | rule | severity | reported when |
        |---|---|---|
        """
}
