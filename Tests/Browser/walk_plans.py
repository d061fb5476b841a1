"""The walk of those who plan places, in a world of its own; `walk.py` goes it too.

    .venv/bin/python Tests/Browser/walk_plans.py [--pictures FOLDER]
"""

import re
import sys
import time
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser

from inspection import NARROW, WIDE, Place, press
from referral_stage import OFFICER, OVERSEER
from stage import Stage
from visitor import Visitor

# Seconds within which a small calculation is over.
CALCULATION = 120
HISTORY = Path(__file__).resolve().parents[2] / "Examples/histories/pretend.csv"
PLACES = Path(__file__).resolve().parents[2] / "Examples/histories/pretend-places.csv"


class PlanWalk(Stage):
    """From the list to an answer that is signed, and to what came of it; every page is looked at in all languages."""

    def run(self) -> None:
        self.go()
        self._look_at_all()

    def go(self) -> None:
        """All steps, without the look at every page."""
        self.officer = self._visitor(OFFICER).sign_in()
        self._begin()
        self._change()
        self._calculate()
        self._ask()
        self._merge()
        self._learn()
        self._sign_and_tell()
        self._oversee()

    # Steps.

    def _begin(self) -> None:
        officer, page = self.officer, self.officer.page

        def begin() -> None:
            officer.go("/planer")
            officer.press("main a[href='/planer/ny']")
            page.locator("#from").check()
            page.locator("#name").fill("Akuttplasser i nord")
            page.locator("#note").fill("Til budsjettet")
            officer.press("main .main-action")
            self.plan = "/" + page.url.split("/", 3)[3]
            officer.expect("Akuttplasser i nord", "Til budsjettet")

        self._check("Plans: a plan is begun", begin)

    def _change(self) -> None:
        officer, page = self.officer, self.officer.page

        def wrong() -> None:
            officer.go(f"{self.plan}/rediger/om")
            page.locator("[id='/run/length']").fill("kort")
            officer.press("main .main-action")
            assert page.locator(".error-summary a[href='#/run/length']").count() == 1
            assert "expected" not in officer.main_text(), "the page says what is wrong in English"

        def right() -> None:
            page.locator("[id='/run/length']").fill("365")
            page.locator("[id='/run/replications']").fill("10")
            officer.press("main .main-action")
            officer.press("main a[href*='/rediger/plasser']")
            page.locator(".plan-sheet input").first.fill("12")
            officer.press("main .main-action")
            page.locator("#note").fill("To plasser flere")
            officer.press("form[action$='/lagre'] button")
            officer.expect("To plasser flere", "Versjon 2")

        self._check("Plans: what is wrong stands at its field, in Norwegian", wrong)
        self._check("Plans: a changed draft is saved as the next version", right)

    def _calculate(self) -> None:
        officer, page = self.officer, self.officer.page

        def cancelled() -> None:
            officer.go(self.plan)
            # Ten simulations of the most replications: still under way when the button is pressed.
            page.locator("#around").select_option(index=2)
            page.locator("#replications").fill("1000")
            officer.press("form[action$='/beregn'] button")
            officer.press("form[action$='/avbryt'] button")
            officer.expect("Avbrutt av")

        def calculated() -> None:
            officer.go(self.plan)
            page.locator("#replications").fill("10")
            officer.press("form[action$='/beregn'] button")
            self.run_path = self._wait()
            assert page.locator("svg.plan-chart").count() >= 4, "there are no drawings"
            height = page.evaluate("document.scrollingElement.scrollHeight")
            assert height < 4000, f"the answer is {height} pixels long"

        def alone() -> None:
            officer.go(self.plan)
            page.locator("#around").select_option(index=2)
            page.locator("#replications").fill("10")
            officer.press("form[action$='/beregn'] button")
            self.around = self._wait()
            officer.expect("alt annet er som i planen")

        self._check("Plans: a calculation shows that it is under way, and is cancelled", cancelled)
        self._check("Plans: a calculation has an answer, the figures that matter first", calculated)
        self._check("Plans: one kind in one region is moved alone", alone)

    def _ask(self) -> None:
        officer, page = self.officer, self.officer.page

        def what_if() -> None:
            officer.go(f"{self.plan}/hva-hvis")
            officer.press("section[aria-labelledby=question-arrivals] button")
            self.comparison = self._wait()
            officer.expect("Forskjell")

        def cheapest() -> None:
            officer.go(f"{self.plan}/billigst")
            page.locator("#share").fill("30")
            page.locator("#replications").fill("4")
            page.locator("#whom").select_option("all")
            officer.press("main .main-action")
            self.mix = self._wait()
            assert page.locator(".plan-bar").count(), "there are no bars"

        self._check("Plans: a question makes a version and compares", what_if)
        self._check("Plans: the cheapest places that keep a limit", cheapest)

    def _merge(self) -> None:
        officer, page = self.officer, self.officer.page

        def merged() -> None:
            officer.go("/planer")
            officer.press("main a[href='/planer/sammenslaing']")
            officer.press("main button[value=more]")
            officer.press("main .main-action")
            self.merger = self._wait()
            officer.expect("Alle som én", "Tjeneste 1")
            assert page.locator(".plan-bar").count() == 8, "a bar for each service and for all, twice"

        self._check("Plans: small services alone and as one", merged)

    def _learn(self) -> None:
        officer, page = self.officer, self.officer.page

        def learned() -> None:
            officer.go("/planer")
            officer.press("main a[href='/planer/historikk']")
            page.locator("#source-1").check()
            page.locator("#upload").set_input_files(str(HISTORY))
            page.locator("#places").fill(PLACES.read_text())
            page.locator("#replications").fill("40")
            officer.press("main .main-action")
            self.fit = self._wait()
            officer.expect("tall fra det siste året")
            officer.press("form[action$='/versjon'] button")
            officer.expect("Fra historikk til og med", "Versjon 1")

        self._check("Plans: a plan is fitted to a history and made a version of", learned)

    def _sign_and_tell(self) -> None:
        officer, page = self.officer, self.officer.page

        def signed() -> None:
            officer.go(self.plan)
            officer.press("form[action$='/signer'] button")
            officer.expect("signert")

        def told() -> None:
            officer.go(f"{self.plan}/fasit?versjon=2")
            page.locator("#from").fill("2025-01-01")
            page.locator("#to").fill("2025-12-31")
            page.locator("#started-0").fill("40")
            page.locator("#note").fill("Årsrapporten")
            officer.press("main .main-action")
            officer.expect("Slik gikk det", "Årsrapporten")

        self._check("Plans: a version that is calculated is signed", signed)
        self._check("Plans: how it went is told and held to what was foretold", told)

    def _oversee(self) -> None:
        overseer = self.overseer = self._visitor(OVERSEER).sign_in()

        def reads() -> None:
            overseer.go(self.plan)
            overseer.expect("Akuttplasser i nord")
            assert not overseer.page.locator("main form").count(), "who oversees is shown a button"
            overseer.go(self.run_path)
            overseer.go(f"{self.plan}/rediger", status=404)

        self._check("Plans: those who oversee read them, and change nothing", reads)

    def _wait(self) -> str:
        """Looks at the page of a calculation until it is over; its address."""
        page = self.officer.page
        path = "/" + page.url.split("/", 3)[3].split("?")[0]
        last = time.monotonic() + CALCULATION
        while page.locator("#progress").count():
            assert time.monotonic() < last, f"{path} is never over"
            time.sleep(0.5)
            self.officer.go(path + "?vent=nei")
        return path

    # Pages.

    def places(self) -> list[Place]:
        """Every page of plans, as those who make them see it."""
        check = press("main .main-action")
        plan = self.plan
        parts = ("om", "plasser", "kostnader", "barn", "barn-0", "overlop", "json")
        return [
            Place("all plans", "/planer", checks_focus=True),
            Place("a new plan", "/planer/ny"),
            Place("a plan", plan, checks_focus=True),
            Place("the editor of a plan", f"{plan}/rediger", checks_focus=True),
            *(Place(f"the part {part} of a plan", f"{plan}/rediger/{part}") for part in parts),
            Place("the questions to a plan", f"{plan}/hva-hvis", checks_focus=True),
            Place("the form for the cheapest places", f"{plan}/billigst", checks_focus=True),
            Place("the form for small services", "/planer/sammenslaing", checks_focus=True),
            Place("the form for a history", "/planer/historikk", checks_focus=True),
            Place("the form for a history, with errors", "/planer/historikk", then=_without_a_file),
            Place("the form for how it went", f"{plan}/fasit"),
            Place("the form for how it went, with errors", f"{plan}/fasit", then=check),
            Place("the answer to a plan", self.run_path, checks_focus=True),
            Place("one kind in one region", self.around),
            Place("a comparison", self.comparison, checks_focus=True),
            Place("the cheapest places", self.mix),
            Place("small services as one", self.merger),
            Place("a fit to a history", self.fit, checks_focus=True),
        ]

    def _look_at_all(self) -> None:
        self._inspection.look(self.officer.context.cookies(), self.places())
        self._inspection.look(self.overseer.context.cookies(), [Place("a plan, to those who oversee", self.plan)])
        for visitor in (self.officer, self.overseer):
            self._check(f"nothing went wrong in the browser of {visitor.name}", visitor.close)


def _without_a_file(page) -> None:
    page.locator("#source-1").check()
    press("main .main-action")(page)


def take_plan_pictures(
    browser: Browser, address: str, folder: str, check: Callable[[str, Callable[[], None]], None]
) -> None:
    """Goes the way first; then every page, in a wide window and a narrow one, whole."""
    target = Path(folder)
    target.mkdir(parents=True, exist_ok=True)
    walk = PlanWalk(browser, address, check)
    walk.go()

    def shoot(visitor: Visitor, place: Place, size: dict[str, int]) -> None:
        def picture() -> None:
            visitor.page.set_viewport_size(size)
            visitor.go(place.path)
            name = re.sub(r"[^a-z0-9]+", "-", place.name.lower())
            visitor.page.screenshot(path=target / f"plans-{name}-{size['width']}.png", full_page=True)

        check(f"the picture of {place.name}, {size['width']}", picture)

    for place in walk.places():
        if place.then is None:
            for size in (WIDE, NARROW):
                shoot(walk.officer, place, size)


if __name__ == "__main__":
    from walk import main

    sys.exit(main(((PlanWalk, take_plan_pictures),)))
