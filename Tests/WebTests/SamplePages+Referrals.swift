import Exchange
import Law
import Office

@testable import Web

extension SamplePages {
    func referralPage(_ name: String) -> (any Page)? {
        switch name {
        case "referral_kinds": referralKinds
        case "referral_form": referralForm(hasProblems: false)
        case "referral_form_errors": referralForm(hasProblems: true)
        case "referral_preview": referralPreview
        default: nil
        }
    }

    private var kari: String { "Kari Prøvesen\(word)" }

    private var referralKinds: ReferralKindsPage {
        let kind = ReferralKindsPage.Kind(title: "Fosterhjem", path: "/saker/1", help: "Et hjem.", remark: nil)
        let other = ReferralKindsPage.Kind(title: "Familieråd", path: "/saker/1", help: "Et møte.", remark: "Alder.")
        return ReferralKindsPage(
            frame: frame(nil),
            back: Link(label: kari, path: "/saker/1"),
            child: kari,
            first: [kind],
            others: [other],
            sent: [
                ReferralKindsPage.Sent(
                    title: "Fosterhjem",
                    receiver: "Bufetat",
                    when: stamp(5),
                    path: "/henvisninger/1",
                    links: [Link(label: "Oppdater", path: "/saker/1")]
                )
            ]
        )
    }

    /// The largest of the forms, with rows of every sort.
    private func referralForm(hasProblems: Bool) -> ReferralFormPage {
        var work = ReferralWork(.new(.healthAssessment), .new(.healthAssessment), key: "0f1e2d3c")
        work.values = FormValues([
            "Klient/KommunalSaksId": "2026/1\(word)", "ForeldreOgOmsorgspersoner/Person[1]/Fornavn": "Anne",
            "BarnetsBehovOgSituasjon/OmradeBeskrivelse[1]/Beskrivelse|BegrunnelseForIkkeAngitt": "Beskrivelse",
            "PlanEtterOnsketTiltak/Plan/PlanType[1]": "6", "IndividuellPlan/Status": "1",
        ])
        let problems =
            hasProblems
            ? ["Klient/KommunalSaksId": "Her mangler det et svar.", "Vedtak/Status": "Velg et av alternativene."] : [:]
        let phrases = PagePhrases(catalog: catalog, now: OsloTime.instant(of: Self.today, hour: 12))
        let sections = ReferralFields(
            work: work,
            words: ReferralWords(phrases),
            catalog: catalog,
            problems: problems,
            sources: ["Klient/KommunalSaksId": .record]
        ).sections
        return ReferralFormPage(
            frame: frame(nil),
            back: Link(label: "Henvisning", path: "/saker/1"),
            child: kari,
            title: "Tverrfaglig helsekartlegging",
            lead: "Kommunen ber om kartlegging.",
            tally: hasProblems ? nil : "2 av 90 felt er fylt ut.",
            errors: hasProblems
                ? ReferralFormPage.Errors(
                    items: problems.sorted { $0.key < $1.key }.map {
                        ErrorSummary.Item(field: $0.key, message: $0.value)
                    }
                ) : nil,
            warnings: hasProblems ? ["Noe mangler."] : [],
            rules: hasProblems ? ["/Henvisning: Found nothing."] : [],
            sections: sections,
            form: form,
            hidden: [HiddenField(name: "view", value: "fitted")],
            saved: hasProblems ? nil : stamp(3),
            buttons: [
                ReferralButton(value: "preview", label: "Se over", isMain: true),
                ReferralButton(value: "draft", label: "Lagre utkast"),
            ]
        )
    }

    private var referralPreview: ReferralPreviewPage {
        ReferralPreviewPage(
            frame: frame(nil),
            back: Link(label: kari, path: "/saker/1"),
            child: kari,
            title: "Fosterhjem",
            verdicts: [Fact("Skjemaet", "i orden")],
            warnings: ["Ett dokument står to ganger."],
            blocks: [
                ReferralPreviewPage.Block(heading: "Barnet", facts: [Fact("Navn", [kari, "To linjer"])]),
                ReferralPreviewPage.Block(
                    heading: "Vedlegg",
                    level: 4,
                    columns: ["Fil", "Type"],
                    rows: [["a.pdf", "Annet"], ["b.pdf", word.isEmpty ? "Plan" : word]]
                ),
            ],
            files: ["plan.pdf"],
            xml: "<?xml version=\"1.0\"?><a>\(word)</a>",
            form: form,
            hidden: [HiddenField(name: "Klient/KommunalSaksId", value: word)],
            buttons: [ReferralButton(value: "send", label: "Send", isMain: true)]
        )
    }
}
