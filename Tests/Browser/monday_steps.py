"""Monday: a report becomes a case."""

import json

from editor import Editor
from messages import WORRY, public_report, synthetic_number
from stage import CONFLICTED, Stage
from visitor import Visitor


class MondaySteps(Stage):
    """A report comes in, is reviewed, and a case is opened after a look for the child."""

    def _monday(self) -> None:
        jonas, leader = self._jonas, self._leader
        self._sol_number = synthetic_number(20, 5, 2016)

        def arrived() -> None:
            _, answer, _ = self._sender.report(public_report("Sol Prøvestad", self._sol_number))
            self._report = "/concerns/" + json.loads(answer)["concerns"][0]
            jonas.press("nav.menu a[href='/concerns']")
            jonas.press(jonas.row(self._report).get_by_role("link").first)
            jonas.expect("Sol Prøvestad", WORRY)

        def not_unlooked() -> None:
            jonas.go("/saker/ny/open-case")
            jonas.expect_address("/saker/ny")

        def opened() -> None:
            self._sol = self._open_case_for(jonas, self._report, self._sol_number)
            jonas.expect("Sol Prøvestad", "Undersøkelsen avsluttet", "Barnet er ikke hørt ennå.")

        def answered() -> None:
            editor = Editor(jonas, f"{self._report}/answer-reporter")
            editor.fill(**{"answers-confirmation": True, "answers-investigationOpened": True}).look_over().keep()
            jonas.go("/min-dag")
            assert "Bekreftelse til melder" not in self._duties_of(self._sol), "the reporter is still to be answered"

        def assigned() -> None:
            editor = Editor(leader, f"{self._sol}/assign").fill(role="contactPerson")
            editor.choose(worker=CONFLICTED).look_over().keep()
            leader.expect(CONFLICTED)

        self._check("Monday: a report comes in and is read", arrived)
        self._check("Monday: there is no new case without a look for the child", not_unlooked)
        self._check("Monday: reviewed and looked for, the child gets a case with an investigation", opened)
        self._check("Monday: the reporter is answered, and the duty is gone from my day", answered)
        self._check("Monday: the leader gives the child a contact person", assigned)

    def _duties_of(self, case: str) -> str:
        """What the caseworker's day says of a case."""
        return " ".join(self._jonas.page.locator(f"tbody tr:has(a[href='{case}'])").all_inner_texts())

    # Opening a case.

    def _open_case_for(self, visitor: Visitor, report: str, number: str, **more: bool) -> str:
        """Reviews a report by opening a case with an investigation; the report tells of the child."""
        visitor.go(report)
        visitor.press(visitor.page.locator(f"main a[href='{report}/review-concern']").first)
        visitor.press("main a[href^='/saker/ny?concern=']")
        self._look_for(visitor, number)
        Editor(visitor).fill(**more).look_over("Prøvestad").keep()
        return self._path_shown(visitor)

    def _open_case(self, visitor: Visitor, name: str, number: str, on: str) -> str:
        """Opens a case without a report."""
        visitor.go("/saker/ny")
        self._look_for(visitor, number)
        editor = Editor(visitor).fill(on=on, name=name, number=number, residence="unknown", municipality="1505")
        editor.look_over().keep()
        return self._path_shown(visitor)

    @staticmethod
    def _look_for(visitor: Visitor, number: str) -> None:
        visitor.page.locator("#query").fill(number)
        visitor.press("form[role=search] .main-action")
        assert number not in visitor.page.url, "the number is in the address"
        visitor.press("section[aria-labelledby=go-on] button")

    @staticmethod
    def _path_shown(visitor: Visitor) -> str:
        return "/" + visitor.page.url.split("/", 3)[3].split("?")[0]

    def _search(self, visitor: Visitor, text: str) -> None:
        visitor.go("/sok")
        visitor.page.locator("#query").fill(text)
        visitor.press("form[role=search] .main-action")
        assert text not in visitor.page.url, "the name is in the address"
