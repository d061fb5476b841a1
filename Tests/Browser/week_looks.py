"""A look at every page of the casework, in Bokmål and Nynorsk."""

from datetime import date

from playwright.sync_api import Page

from inspection import Place, press
from stage import COLLEAGUE, Stage


class WeekLooks(Stage):
    """What the week has left behind is looked at with the eyes of each who may see it."""

    def _look_at_the_week(self) -> None:
        def look(cookies: list, places: list[Place]) -> None:
            self._inspection.look(cookies, places, ("nb", "nn"))

        look(self._jonas.context.cookies(), self._places_of_the_caseworker())
        look(
            self._leader.context.cookies(),
            [
                Place("the board", "/tavle"),
                Place("a case that cannot wait", self._storm),
                Place("the deadline form", "/fristskjema"),
                Place("our report today", "/rapport"),
                Place("our report today, nothing of what was asked for", "/rapport?rule=NONE"),
            ],
        )
        maret = self._visitor(COLLEAGUE).sign_in()
        look(
            maret.context.cookies(),
            [
                Place("the question why", f"{self._brage}/begrunnelse", checks_focus=True),
                Place("the question why, unanswered", f"{self._brage}/begrunnelse", then=press("main .main-action")),
            ],
        )
        look(
            self._governor.context.cookies(),
            [
                Place("the county governor's page", "/statsforvalter", checks_focus=True),
                Place("the county governor's page, with errors", "/statsforvalter", then=press("main .main-action")),
                Place("a case that was asked for", f"{self._sol}?tjeneste=nordvag"),
            ],
        )
        self._check("nothing went wrong in the browser of the county governor", self._governor.close)
        maret.context.close()

    def _places_of_the_caseworker(self) -> list[Place]:
        jonas = self._jonas
        jonas.go(self._sol)
        hidden = jonas.page.locator("a[href*='/adresse/']").first.get_attribute("href")
        preview = press("button[value=preview]")

        def write_note(page: Page) -> None:
            page.locator("[name=kind]").select_option("other")
            page.locator("[name=text]").fill("Ringer tilbake i morgen.")
            preview(page)

        def look_for_sol(page: Page) -> None:
            page.locator("#query").fill("Soll Prøvestad")
            press("form[role=search] .main-action")(page)

        return [
            Place("my day", "/min-dag"),
            Place("a case", self._sol, checks_focus=True),
            Place("a case, one year", f"{self._brage}?year={date.today().year}"),
            Place("the chronology", f"{self._sol}/kronologi"),
            Place("a form", f"{self._sol}/hear-child", checks_focus=True),
            Place("the longest form, with errors", f"{self._brage}/decide", then=preview),
            Place("what is about to be written", f"{self._sol}/note", then=write_note),
            Place("a hidden address", hidden or ""),
            Place("the visit planner", "/besok", checks_focus=True),
            Place("the search", "/sok", then=look_for_sol),
            Place("the look before a new case", "/saker/ny", then=look_for_sol),
            Place("the law", "/lovverk"),
        ]
