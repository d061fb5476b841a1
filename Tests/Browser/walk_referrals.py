"""The walk of a referral through both levels, in a world of its own; `walk.py` goes it too.

    .venv/bin/python Tests/Browser/walk_referrals.py [--pictures FOLDER]
"""

import sys

from acute_referral_steps import AcuteReferralSteps
from editor import Editor
from foster_referral_steps import FosterReferralSteps
from inspection import Place, press
from planned_referral_steps import PLACE, PlannedReferralSteps
from referral_stage import FOSTER_HOMES, OVERSEER

INDICATORS = 5
# Both written forms of Norwegian; the walk of the week looks at English too.
NORWEGIAN = ("nb", "nn")


class ReferralWalk(PlannedReferralSteps, AcuteReferralSteps, FosterReferralSteps):
    """The planned way, the acute one and the one to a foster home; then oversight, and every page once more."""

    def run(self) -> None:
        self.go()
        self._look_at_all()

    def go(self) -> None:
        """All ways, without the look at every page."""
        self._go_the_planned_way()
        self._go_the_acute_way()
        self._go_the_way_to_a_foster_home()
        self._oversee()

    def _oversee(self) -> None:
        overseer = self.overseer = self._enter(OVERSEER)

        def counted() -> None:
            overseer.expect_address("/indikatorer")
            tables = overseer.page.locator("section.indicator table")
            for number in range(INDICATORS):
                overseer.page.locator("main nav li a").nth(number).click()
                assert tables.count() == 1, f"indicator {number} has {tables.count()} tables"
            overseer.page.locator("main nav a[href$='vis=all']").click()
            assert tables.count() == INDICATORS
            answer = overseer.context.request.get(
                overseer.page.locator("main a[href*='.csv']").first.get_attribute("href")
            )
            assert answer.status == 200, f"the CSV answers {answer.status}"

        def nameless() -> None:
            assert not overseer.page.locator("main a[href^='/saker'], main a[href^='/henvisninger']").count()
            for path in (self.room, self.case, self.acute, "/ko", "/plasser", "/min-dag"):
                overseer.go(path, status=404)

        self._check("Oversight: five indicators, as tables and as CSV", counted)
        self._check("Oversight: nothing leads to a child", nameless)

    def _look_at_all(self) -> None:
        look = self._inspection.look
        home, acute, room, case = self.home, self.acute, self.room, self.case
        check = "main button[value=preview] >> nth=-1"
        look(
            self.officer.context.cookies(),
            [
                Place("the region's queue", "/ko", checks_focus=True),
                Place("all referrals of the region", "/ko?vis=all"),
                Place("breaches", "/brudd"),
                Place("what is unanswered", "/ubesvart"),
                Place("the places of a unit, to the region", "/plasser"),
                Place("a referral, to the region", room, checks_focus=True),
                Place("an acute request, to the region", acute),
                *(Place(f"the form {form}, to the region", f"{home}/{form}") for form in self._forms(home)),
            ],
            NORWEGIAN,
        )
        look(
            self.asker.context.cookies(),
            [
                Place("a case's referrals", f"{case}/henvisninger"),
                Place("which referral to write", f"{case}/henvisninger/ny"),
                Place("a referral's form", f"{case}/henvisninger/ny/institusjon"),
                Place("a referral's form, with errors", f"{case}/henvisninger/ny/familierad", then=press(check)),
                Place("a referral, to the service", room, checks_focus=True),
                Place("the form for advice", f"{room}/ask-advice"),
                Place("a message", self._first_message(room)),
                Place("the request for a place at once, with errors", f"{case}/akutt", then=press(check)),
            ],
            NORWEGIAN,
        )
        Editor(self.manager, f"/plasser/book-place?placeID={PLACE}").put_aside()
        look(
            self.manager.context.cookies(),
            [
                Place("the places of a unit, with a draft", "/plasser", checks_focus=True),
                Place("the form that describes a unit", "/plasser/describe-unit"),
                Place("the form that books a place, with errors", "/plasser/book-place", then=press(check)),
            ],
            NORWEGIAN,
        )
        look(
            self.overseer.context.cookies(),
            [
                Place("an indicator", "/indikatorer", checks_focus=True),
                Place("all indicators", "/indikatorer?vis=all"),
            ],
            NORWEGIAN,
        )
        foster_homes = self._enter(FOSTER_HOMES)
        look(foster_homes.context.cookies(), [Place("the places of the foster homes", "/plasser")], NORWEGIAN)
        for visitor in (
            self.officer, self.manager, self.asker, self.caller, self.finder, self.overseer, foster_homes
        ):
            self._check(f"nothing went wrong in the browser of {visitor.name}", visitor.close)

    def _forms(self, path: str) -> list[str]:
        """The forms that the page of a referral offers to the region."""
        self.officer.go(path)
        links = self.officer.page.locator(".menu-groups a").all()
        return [(link.get_attribute("href") or "").rsplit("/", 1)[1] for link in links]

    def _first_message(self, path: str) -> str:
        self.asker.go(path)
        link = self.asker.page.locator("section[aria-labelledby=messages] a[href*='/meldinger/']").last
        return (link.get_attribute("href") or "").removesuffix("/xml")


if __name__ == "__main__":
    from walk import PARTS, main

    sys.exit(main(PARTS[1:2]))
