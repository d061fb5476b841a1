"""One child from the report of concern to the decision that asks for a place: its case goes on to the other level."""

import json

from editor import Editor
from messages import WORRY, public_report, synthetic_number
from monday_steps import MondaySteps
from referral_stage import HEARING, ReferralStage, now
from stage import CASEWORKER

CHILD = "Ask Prøvestad"
# What the investigation has found; a referral is filled in from its headings.
FOUND = "\n".join(
    f"{heading}: {text}"
    for heading, text in {
        "Samlet behov for bistand": "Et sted å bo med voksne som er der hele døgnet.",
        "1.1 Helse": "Frisk, men sover lite.",
        "1.2 Barnehage og skole": "Trives på skolen og har en lærer han stoler på.",
        "1.3 Følelser og uttrykk": "Blir fort redd, og sier fra når han er trygg.",
        "1.4 Venner og fritid": "Spiller fotball to kvelder i uka.",
        "2.1 Grunnleggende omsorg": "Er mye alene og lager maten sin selv.",
        "2.2 Følelsesmessig tilgjengelighet": "Foreldrene orker lite av det han trenger.",
        "2.3 Stimulering og veiledning": "Skolen har vært den som følger opp.",
        "2.4 Beskyttelse": "Har vært vitne til vold i hjemmet.",
        "3.1 Familieforhold": "En bror som bor hos far.",
        "3.2 Bolig, økonomi og arbeid": "Leier bolig på oppsigelse.",
        "3.3 Nettverk og sosial integrering": "En mormor langt unna.",
        "Barnets utvikling": "Går fram når dagene er like.",
        "Foreldrenes omsorg": "Strekker ikke til, tross hjelp over tid.",
        "Familie og miljø": "Få rundt familien.",
        "Hvordan foreldrene har medvirket": "Begge er hørt, og mor ber om hjelp.",
        "Samvær og kontakt": "Mor hver annen helg, broren så ofte de vil.",
        "Rammer for oppholdet": "Faste voksne, skolen der den er.",
        "Hvor lenge": "Til han er atten.",
        "Ønskes familieråd i tillegg?": "Nei",
        "Dagtilbud": "Ungdomsskole",
        "Plan etter tiltaket": "Etableres i egen bolig",
        "Individuell plan": "Ikke aktuell",
        "Hva det bes om": "Omsorgsinstitusjon",
        "Hvor hjelpen skal gis": "I senter eller institusjon",
        "Plassering i slekt eller nettverk": "Nei. Mormor er spurt.",
        "Foreligger det samtykke?": "Ja",
    }.items()
)


class OneChildSteps(ReferralStage, MondaySteps):
    """Report, review, investigation, the child heard, what was found, and the tribunal's decision."""

    def _come_to_a_decision(self) -> None:
        asker = self.asker = self._enter(CASEWORKER)
        # Old enough for an institution, whatever year it is.
        number = synthetic_number(20, 5, now().year - 13)

        def reported() -> None:
            _, answer, _ = self._sender.report(public_report(CHILD, number))
            self._report_of_child = "/concerns/" + json.loads(answer)["concerns"][0]
            asker.go("/concerns")
            asker.press(asker.row(self._report_of_child).get_by_role("link").first)
            asker.expect(CHILD, WORRY)

        def reviewed() -> None:
            self.case = self._open_case_for(asker, self._report_of_child, number)
            asker.expect(CHILD, "Barnet er ikke hørt ennå.")
            Editor(asker, f"{self._report_of_child}/answer-reporter").fill(
                **{"answers-confirmation": True, "answers-investigationOpened": True}
            ).look_over().keep()

        def investigated() -> None:
            asker.go("/min-dag")
            link = asker.page.locator(f"tbody tr:has(a[href='{self.case}']) a[href*='plan-investigation']").first
            asker.press(link)
            Editor(asker).fill(plan="Samtale med barnet alene, hjemmebesøk, skole og fastlege.").look_over().keep()
            Editor(asker, f"{self.case}/set-person").fill(
                name="Vigdis Prøvestad", number=synthetic_number(3, 4, 1985), residence="unknown"
            ).look_over().keep()
            Editor(asker, f"{self.case}/set-relation").fill(
                kind="mother", hasResponsibility=True, livesWithChild=True
            ).choose(person="Vigdis").look_over().keep()

        def heard() -> None:
            Editor(asker, f"{self.case}/hear-child").fill(**HEARING).look_over().keep()
            asker.expect(HEARING["said"])

        def found() -> None:
            Editor(asker, f"{self.case}/note").fill(kind="assessment", text=FOUND).look_over().keep()
            Editor(asker, f"{self.case}/conclude-investigation").fill(
                outcome="petition", reason="Hjelp hjemme er prøvd og strekker ikke til."
            ).look_over().keep()

        def decided() -> None:
            Editor(asker, f"{self.case}/decide").fill(
                kind="careOrder", maker="tribunal", summary="Omsorgsovertakelse, med plass i omsorgsinstitusjon.",
                participation="hearing", reference="00-4321",
            ).choose(hearing="I samtale").look_over("Barneverns- og helsenemnda").keep()
            asker.expect_address(self.case)

        self._check("One child: a report of concern comes in and is read", reported)
        self._check("One child: it is reviewed, and the child gets a case with an investigation", reviewed)
        self._check("One child: the investigation is planned, and the mother written down", investigated)
        self._check("One child: the child is heard about where it would live", heard)
        self._check("One child: what was found stands under its headings, and goes to the tribunal", found)
        self._check("One child: the tribunal's decision is registered", decided)
