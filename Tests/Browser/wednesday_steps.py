"""Wednesday, in Nynorsk: no decision without the child, a measure with its plan, and an address that nobody sees."""

from datetime import date, timedelta

from editor import Editor
from messages import synthetic_number
from stage import Stage

REASON = "Brage er på leirskule utan telefon til fredag, og hjelpa må vere på plass når han kjem heim."
HIDDEN_STREET = "Løyndvegen 3"

# The parts of a decision that the act demands, as somebody writes them.
PARTS = {
    "facts": "Skulen og helsesjukepleiaren fortel det same som barnet.",
    "assessment": "Hjelp i heimen er nok no, og blir vurdert på nytt om tre månader.",
    "childsView": "Barnet vil bu heime og ha det roleg om kvelden.",
    "bestInterests": "Det beste for barnet er ro heime og ein vaksen å ringe.",
    "familyTies": "Tiltaket held familien saman.",
}


class WednesdaySteps(Stage):
    """The caseworker decides; what is done without the child reaches the leader."""

    def _wednesday(self) -> None:
        jonas, leader = self._jonas, self._leader
        page = jonas.page
        # Help is voluntary: the parents consent to it.
        agreed = {"parentsConsent": "written", "parentsConsentOn": str(date.today())}
        help_measure = {"kind": "helpMeasure", "maker": "service", **agreed, **PARTS}
        help_for_brage = {"summary": "Avlasting i ei veke.", **help_measure}

        def another_language() -> None:
            jonas.go("/min-dag")
            jonas.press("button[name=language][value=nn]")
            jonas.expect("Min dag")
            assert page.locator("html").get_attribute("lang") == "nn", "the page is in another language"

        def opened() -> None:
            # A child that moved here with a care order: the case is older than the working week.
            self._opened_on = date.today() - timedelta(days=240)
            self._brage = self._open_case(
                jonas,
                "Brage Prøvestad",
                synthetic_number(3, 2, 2015),
                on=str(self._opened_on),
            )
            jonas.expect("Brage Prøvestad", "Barnet er ikkje høyrt enno.")

        def refused() -> None:
            editor = Editor(jonas, f"{self._brage}/decide").fill(participation="acute", **help_for_brage)
            editor.be_refused("Barnet må høyrast først, eller skriv kvifor det ikkje kan vente.")
            assert page.locator("[name=summary]").input_value() == help_for_brage["summary"], "the text is gone"

        def overridden() -> None:
            editor = Editor(jonas, f"{self._brage}/decide")
            editor.fill(participation="overridden", overrideReason=REASON, **help_for_brage).look_over(REASON).keep()
            jonas.expect_address(self._brage)

        def told() -> None:
            leader.go("/tavle")
            card = leader.page.locator("section[aria-labelledby=overrides] li", has_text="Brage Prøvestad")
            assert card.count() == 1, f"{card.count()} overrides on the board"
            leader.press(card.locator("button"))
            assert not card.count(), "it is still on the board"

        def decided() -> None:
            help_for_sol = {"summary": "Hjelp i heimen kvar veke.", **help_measure}
            editor = Editor(jonas, f"{self._sol}/decide").fill(participation="hearing", **help_for_sol)
            editor.choose(hearing="I samtale").look_over("Hjelp i heimen kvar veke.").keep()
            jonas.expect_address(self._sol)

        def begun() -> None:
            start = Editor(jonas, f"{self._sol}/start-measure")
            start.fill(category="3.10", text="To kveldar i veka.").look_over().keep()
            plan = {"goals": "Rolege kveldar.", "content": "Miljøarbeidar tysdag og torsdag."}
            editor = Editor(jonas, f"{self._sol}/make-plan").fill(kind="measures", **plan)
            page.locator("[type=checkbox][name^='measures-']").first.check()
            editor.fill(evaluateBy=str(date.today() + timedelta(days=90))).look_over("Rolege kveldar.").keep()
            jonas.expect("Rolege kveldar.")

        def hidden() -> None:
            Editor(jonas, f"{self._sol}/set-person").fill(
                name="Vigdis Prøvestad", phone="00000001", residence="hidden", address=HIDDEN_STREET, postcode="6500"
            ).look_over().keep()
            Editor(jonas, f"{self._sol}/set-relation").fill(
                kind="mother", hasResponsibility=True
            ).choose(person="Vigdis").look_over().keep()
            card = page.locator(".person-card", has_text="Vigdis Prøvestad")
            assert "Skjult adresse" in card.inner_text(), "the page does not say that the address is hidden"
            assert HIDDEN_STREET not in page.content(), "the hidden address is in the page of the case"
            jonas.press(card.locator("a[href*='/adresse/']"))
            jonas.expect(HIDDEN_STREET)

        def back_to_bokmaal() -> None:
            jonas.go("/min-dag")
            jonas.press("button[name=language][value=nb]")

        self._check("Wednesday: my day in Nynorsk", another_language)
        self._check("Wednesday: a case is opened for a child who moved here, after a look", opened)
        self._check("Wednesday: a decision without the child is refused, and nothing typed is lost", refused)
        self._check("Wednesday: with a reason it is made", overridden)
        self._check("Wednesday: the leader is told on the board, and looks at it", told)
        self._check("Wednesday: a decision rests on Tuesday's talk", decided)
        self._check("Wednesday: its measure begins, with a plan", begun)
        self._check("Wednesday: a hidden address is in no page but its own", hidden)
        self._check("Wednesday: back to Bokmål", back_to_bokmaal)
