"""Friday: what the leader looks at, who may not read, who says why, and what the county governor may ask."""

import uuid

from editor import Editor
from stage import CASEWORKER, COLLEAGUE, CONFLICTED, GOVERNOR, Stage
from tuesday_steps import MOST_IMPORTANT

WHY = "Vakt i helga: mor har ringt om Sol og vil snakke med noen."


class FridaySteps(Stage):
    """The week is looked back on, and the doors are tried."""

    def _friday(self) -> None:
        self._look_back()
        self._bar_a_colleague()
        self._break_the_glass()
        self._supervise()

    def _look_back(self) -> None:
        leader = self._leader
        page = leader.page

        def board() -> None:
            leader.press("nav.menu a[href='/tavle']")
            row = page.locator("table.load tbody tr", has_text=CASEWORKER)
            assert row.count() == 1 and int(row.locator("td").first.inner_text()) >= 3, "the load is not shown"

        def deadlines() -> None:
            leader.press("nav.menu a[href='/fristskjema']")
            leader.expect("Nordvåg barnevernstjeneste", "§ 2-1", "§ 2-2")
            path = page.locator("a[href*='.csv']").get_attribute("href")
            answer = leader.context.request.get(path)
            assert answer.status == 200 and answer.headers["content-type"].startswith("text/csv"), "there is no CSV"
            assert "Prøvestad" not in answer.text() + leader.main_text(), "a name is in the form"

        def report() -> None:
            leader.press("nav.menu a[href='/rapport']")
            found = page.locator(".findings li")
            assert found.count() > 0, "nothing is found"
            finding = found.first.locator("a")
            path = finding.get_attribute("href")
            assert path and path.startswith(("/saker/", "/concerns/")), f"the finding leads to {path}"
            finding.click()
            assert page.url.endswith(path) and page.locator("h1").count() == 1, "the finding leads nowhere"

        def chronology() -> None:
            self._jonas.go(self._sol)
            self._jonas.press("a[href$='/kronologi']")
            self._jonas.expect("Sol Prøvestad", "Rolege kveldar.", MOST_IMPORTANT)

        self._check("Friday: the board shows who has what", board)
        self._check("Friday: the quarter's deadline form, on paper and as CSV, without names", deadlines)
        self._check("Friday: what would be found in the service's report today, each with the way to mend it", report)
        self._check("Friday: the week of a child as a chronology for print", chronology)

    def _bar_a_colleague(self) -> None:
        leader = self._leader
        linh = self._visitor(CONFLICTED)

        def declared() -> None:
            Editor(leader, f"{self._sol}/declare-conflict").fill(
                reason="Linh er tante til barnet."
            ).choose(worker=CONFLICTED).look_over().keep()
            leader.expect(CONFLICTED)

        def barred() -> None:
            linh.sign_in()
            known = linh.context.request.get(self._sol)
            made_up = linh.context.request.get(f"/saker/{uuid.uuid4()}")
            assert known.status == made_up.status == 404, f"status {known.status} and {made_up.status}"
            assert known.body() == made_up.body(), "the pages differ"
            self._search(linh, "Sol Prøvestad")
            assert not linh.page.locator(f"a[href^='{self._sol}']").count(), "the search leads to the case"

        self._check("Friday: the leader declares a conflict of interest", declared)
        self._check("Friday: whoever has it meets the page of what is absent", barred)
        self._check("Friday: nothing went wrong in that browser", linh.close)

    def _break_the_glass(self) -> None:
        leader = self._leader
        maret = self._visitor(COLLEAGUE)

        def asked() -> None:
            maret.sign_in()
            self._search(maret, "Soll Prøvestad")
            maret.press(maret.page.locator(f"a[href='{self._sol}/begrunnelse']").first)
            maret.press("button.main-action")
            maret.expect("Begrunnelse")
            assert maret.page.locator("#reason-error").count(), "no reason was asked for"

        def explained() -> None:
            maret.page.locator("#reason").fill(WHY)
            maret.press("button.main-action")
            maret.expect_address(self._sol)
            maret.expect("Saken er ikke tildelt deg.", "Sol Prøvestad")

        def shown() -> None:
            leader.go("/tavle")
            card = leader.page.locator("section[aria-labelledby=readings] li", has_text=COLLEAGUE)
            assert WHY in card.inner_text(), "the board does not say why"
            leader.press(card.locator("button"))
            assert not card.count(), "it is still on the board"

        self._check("Friday: a colleague finds the case by a misspelt name, and must say why", asked)
        self._check("Friday: with a reason the case is open", explained)
        self._check("Friday: the leader sees who has read it and why", shown)
        self._check("Friday: nothing went wrong in the colleague's browser", maret.close)

    def _supervise(self) -> None:
        governor = self._governor = self._visitor(GOVERNOR)
        page = governor.page

        def closed() -> None:
            governor.sign_in()
            governor.expect("Her finnes ingen liste over saker.")
            governor.go(self._sol, status=404)
            for path in ("/min-dag", "/tavle", "/sok", "/concerns"):
                governor.go(path, status=404)

        def named() -> None:
            governor.go("/statsforvalter")
            page.locator("[name=service]").select_option("nordvag")
            page.locator("[name=number]").fill(self._sol_number)
            page.locator("[name=basis][value=supervision]").check()
            page.locator("[name=reference]").fill("2026/117")
            page.locator("[name=reason]").fill("Tilsyn med hvordan barn blir hørt.")
            governor.press("main .main-action")
            governor.expect("Sol Prøvestad")
            assert not page.locator("main a[href$='/decide']").count(), "the page offers to change the case"

        def logged() -> None:
            self._leader.go(self._sol)
            section = self._leader.page.locator("section[aria-labelledby=access-log]")
            section.locator("summary").click()
            whole = section.locator("a[href*='access=all']")
            if whole.count():
                self._leader.press(whole)
            log = section.inner_text()
            for name in (GOVERNOR, COLLEAGUE, CASEWORKER):
                assert name in log, f"{name} is not in the log"

        self._check("Friday: the county governor has no list, and no case unasked", closed)
        self._check("Friday: asked for by number and reason, one case can be read and not changed", named)
        self._check("Friday: the leader sees every reader of the case", logged)
