"""Thursday: a foster home with its visits, and a decision that cannot wait."""

import json
from datetime import date, timedelta

from editor import Editor
from messages import public_report, synthetic_number
from stage import CASEWORKER, Stage

FEWER = "Brage bur trygt hos besteforeldra, og vil sjølv ha to besøk i året."


class ThursdaySteps(Stage):
    """The caseworker follows a child in a foster home; the leader protects another at once."""

    def _thursday(self) -> None:
        self._visit_foster_home()
        self._decide_at_once()

    def _visit_foster_home(self) -> None:
        jonas = self._jonas
        page = jonas.page

        def placed() -> None:
            day = self._opened_on + timedelta(days=5)
            editor = Editor(jonas, f"{self._brage}/decide").fill(
                on=str(day), kind="careOrder", maker="tribunal", summary="Omsorgsovertakelse.",
                participation="overridden", overrideReason="Nemnda har hørt Brage selv.", reference="00-1234",
            )
            editor.look_over("Barneverns- og helsenemnda").keep()
            Editor(jonas, f"{self._brage}/start-measure").fill(
                on=str(day), category="2.1",
                text="Hos besteforeldrene.", home="fosterHome", careMunicipality="1505", fosterMunicipality="1505",
            ).choose(decision="§ 5-1").look_over("Fosterhjem").keep()
            jonas.expect_address(self._brage)

        def planner() -> None:
            jonas.press("nav.menu a[href='/besok']")
            row = self._visits_of("Brage Prøvestad", "Oppfølgingsbesøk")
            assert "mangler" in row.inner_text(), "the planner does not show that visits are missing"
            jonas.press(row.get_by_role("link", name="Planlegg"))
            day = date.today() + timedelta(days=14)
            Editor(jonas, page.url).fill(plannedFor=str(day)).look_over().keep()
            jonas.expect("Planlagt")

        def visited() -> None:
            jonas.go("/besok")
            before = self._visits_of("Brage Prøvestad", "Oppfølgingsbesøk").inner_text()
            row = self._visits_of("Brage Prøvestad", "Oppfølgingsbesøk")
            jonas.press(row.get_by_role("link", name="Registrer besøk"))
            Editor(jonas, page.url).fill(
                isPhysical=True, talkedWithChild=True, report="Brage viste fram rommet sitt og snakket med oss alene."
            ).look_over().keep()
            jonas.go("/besok")
            after = self._visits_of("Brage Prøvestad", "Oppfølgingsbesøk").inner_text()
            assert "1 gjort" in after and after != before, "the planner does not count the visit"

        def fewer() -> None:
            Editor(jonas, f"{self._brage}/reduce-visits").fill(
                kind="followUp", childHeard=True, fosterParentsHeard=True, reason=FEWER
            ).look_over(FEWER).keep()
            jonas.expect(FEWER)

        self._check("Thursday: the tribunal's care order is registered, and the child moves to a foster home", placed)
        self._check("Thursday: the planner shows the visits that are owed, and one is planned", planner)
        self._check("Thursday: a visit is written down and counted", visited)
        self._check("Thursday: fewer visits are agreed, with a reason", fewer)

    def _visits_of(self, child: str, kind: str):
        return self._jonas.page.locator("table.visits tbody tr", has_text=child).filter(has_text=kind)

    def _decide_at_once(self) -> None:
        leader = self._leader
        page = leader.page

        def reviewed() -> None:
            number = synthetic_number(8, 8, 2019)
            _, answer, _ = self._sender.report(public_report("Storm Prøvestad", number))
            report = "/concerns/" + json.loads(answer)["concerns"][0]
            self._storm = self._open_case_for(leader, report, number, isAtOnce=True)

        def decided() -> None:
            Editor(leader, f"{self._storm}/decide").fill(
                kind="acuteCare", maker="leader", summary="Storm flyttes til et beredskapshjem i kveld.",
                participation="acute",
            ).look_over("Akuttvedtak").keep()
            leader.expect_address(self._storm)

        def petition() -> None:
            rows = page.locator("table.duties tbody tr").all_inner_texts()
            assert any("42 dager igjen" in row for row in rows), f"the petition's six weeks are not shown: {rows}"
            assert any("§\u00a012-5" in row for row in rows), f"what is missing in the text is not shown: {rows}"

        def assigned() -> None:
            leader.go("/tavle")
            row = page.locator("section[aria-labelledby=unassigned] tbody tr", has_text="Storm Prøvestad")
            path = row.locator("a[href*='/assign']").get_attribute("href")
            Editor(leader, path).fill(role="responsible").choose(worker=CASEWORKER).look_over().keep()
            leader.expect(CASEWORKER)

        self._check("Thursday: the leader reviews a report at once and opens the case", reviewed)
        self._check("Thursday: an acute decision is made before its text is finished", decided)
        self._check("Thursday: the petition's clock and what is missing are shown", petition)
        self._check("Thursday: the board gives the case to the caseworker", assigned)
