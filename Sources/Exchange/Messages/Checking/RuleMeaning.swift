/// What an element is about, where our own rules have something to say of it.
///
/// Told by names, so that the same element means the same in every message that has it.
enum RuleMeaning: Hashable, Sendable {
    case nothing
    /// The number of the child whom the message is about.
    case childNumber
    /// The number of the mother of a child not born.
    case mothersNumber
    /// The number of a sibling.
    case siblingNumber
    /// The number of somebody else.
    case personNumber
    case organisationNumber
    case municipalityNumber
    /// Any other text of digits.
    case digits
    case messageID
    case startMessageID
    case aboutMessageID
    case relation
    case typeNamespace
    case sentAt
    case unborn
    case dueDate
    case periodStart
    case decisionDate
    case section
    case assistance
    case futureDate
    /// That nothing is planned, where a plan could stand instead.
    case noPlan

    init(of rule: ElementRule, inside parent: String) {
        self =
            switch (parent, rule.name) {
            case ("Identifikator", "Fodselsnummer"), ("Identifikator", "DUFnummer"), ("Klient", "Fodselsnummer"):
                .childNumber
            case ("Identifikator", "MorsFodselsnummer"): .mothersNumber
            case ("Sosken", "Fodselsnummer"), ("Sosken", "DUFnummer"): .siblingNumber
            case (_, "Fodselsnummer"), (_, "DUFnummer"): .personNumber
            case (_, "Organisasjonsnummer"): .organisationNumber
            case (_, "Kommunenummer"): .municipalityNumber
            case ("Meldingshode", "Id"): .messageID
            case ("OppfolgingAvMelding", "StartMeldingId"): .startMessageID
            case ("OppfolgingAvMelding", "MeldingId"): .aboutMessageID
            case ("OppfolgingAvMelding", "MeldingsForbindelse"): .relation
            case ("Meldingshode", "MeldingstypeNmsp"): .typeNamespace
            case ("Meldingshode", "SendtTidspunkt"): .sentAt
            case ("Klient", "Ufodt"): .unborn
            case ("Klient", "TerminDato"): .dueDate
            case ("Bistandsperiode", "DatoFra"): .periodStart
            case ("Vedtak", "Dato"): .decisionDate
            case ("Vedtak", "Lovhjemmel"): .section
            case ("Henvisning", "ForespurtBistand"): .assistance
            case ("Test", "FremtidigDato"): .futureDate
            case ("PlanEtterOnsketTiltak", "IngenPlan"): .noPlan
            default: rule.simpleType?.pattern == nil || rule.simpleType?.pattern == .uuid ? .nothing : .digits
            }
    }
}
