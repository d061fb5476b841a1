internal import Casework
internal import Exchange
internal import Law

// What an investigation has found, under the headings that a referral asks for later.
extension CaseWriter {
    /// What the child needs when the investigation is over; decides what the assessment proposes.
    enum Need {
        case help, outsideHome, unborn
    }

    /// Writes the assessment down as a note, on the day on which the investigation ends.
    mutating func assess(on day: CalendarDay) {
        assessments += 1
        let need: Need = child.isUnborn ? .unborn : proposesHome ? .outsideHome : .help
        tell(.noted(Note(kind: .assessment, text: assessment(need, on: day))), on: day)
    }

    private func assessment(_ need: Need, on day: CalendarDay) -> String {
        let titles = MessageTexts(language == .bokmal ? .bokmaal : .nynorsk)
        let choice = turn &+ assessments
        var lines: [String] = []
        func line(_ heading: String, _ text: String) { lines.append("\(heading): \(fill(text))") }
        func line(_ element: String, in parent: String, _ text: String) {
            line(titles.title(of: element, inside: parent), text)
        }
        func code(_ code: String, in list: String) -> String { titles.title(ofCode: code, in: list) }
        line("BistandSamletBehov", in: "BarnetsBehovOgSituasjon", AssessmentTexts.need(need, language, choice))
        for (index, area) in AssessmentTexts.areas.enumerated() {
            let heading = "\(area) \(code(area, in: "KunnskapsmodellOmradeType"))"
            line(heading, AssessmentTexts.area(index, language, choice &+ index))
        }
        for dimension in 1...3 {
            let heading = code("\(dimension)", in: "KunnskapsmodellDimensjonType")
            line(heading, AssessmentTexts.dimension(dimension, language, choice &+ dimension))
        }
        line("ForeldrenesMedvirkning", in: "ForeldreInvolvering", AssessmentTexts.parents(language, choice))
        line("SamvaerOgKontakt", in: "ForeldreInvolvering", AssessmentTexts.contact(language, choice))
        line("RammerOpphold", in: "PlanForTiltaket", AssessmentTexts.frame(language, choice))
        line("Varighet", in: "Bistandsperiode", AssessmentTexts.length(need, language))
        line("Familierad", in: "YtterligereBistand", titles.text(choice.isMultiple(of: 3) ? "yes" : "no"))
        line("Dagtilbud", in: "Henvisning", code(dayOffer(on: day), in: "DagtilbudTypeType"))
        line("PlanEtterOnsketTiltak", in: "Henvisning", code("6", in: "PlanEtterTiltakType"))
        line("IndividuellPlan", in: "Henvisning", code("4", in: "IndividuellPlanStatusType"))
        line("BarnTilleggTilHenvist", in: "Henvisning", AssessmentTexts.others(language))
        let asked = code(need == .unborn ? "5" : need == .help ? "9" : "3", in: "HenvisningForespurtBistandType")
        line("ForespurtBistand", in: "Henvisning", asked)
        let arena = code(need == .help ? "1" : "2", in: "HenvisningBistandArenaType")
        line("BistandArena", in: "Henvisning", arena)
        let network = code("9", in: "KanPlasseresINettverkType") + ". " + AssessmentTexts.network(language, choice)
        line("PlasseringINettverk", in: "Henvisning", network)
        guard need == .outsideHome else { return lines.joined(separator: "\n") }
        line("Samtykke", in: "Henvisning", titles.text("yes"))
        for document in 1...25 {
            let heading = code("\(document)", in: "DokumentinformasjonTverrfagligHelsekartleggingTypeType")
            // What the service has itself is sent later, what most children never had is not relevant.
            let sent = [2, 14, 17, 22].contains(document) ? "3" : document == 1 ? "2" : "4"
            line(heading, code(sent, in: "DokumentOversendelseType"))
        }
        return lines.joined(separator: "\n")
    }

    private func fill(_ text: String) -> String {
        Storyteller.fill(text, ["{N}": child.givenName.isEmpty ? "Barnet" : child.givenName])
    }

    /// The code of the list DagtilbudTypeType that most children of the age have.
    private func dayOffer(on day: CalendarDay) -> String {
        guard !child.isUnborn else { return "1" }
        return switch child.age(on: day) {
        case 0: "1"
        case 1..<6: "3"
        case 6..<13: "4"
        case 13..<16: "5"
        default: "6"
        }
    }
}
