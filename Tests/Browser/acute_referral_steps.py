"""The acute way: asked for by telephone first, then seen, found, ready and arrived, with the hours that it took."""

import time

from editor import Editor
from referral_stage import ReferralStage, moment, now
from stage import STRANGER

EVENTS = "Politiet hentet barnet hjemme i natt. Vi ringte regionen først."
HOME = {
    "placeID": "BH-97",
    "placeName": "Beredskapshjem 97",
    "ownership": "state",
    "placeMunicipality": "1560",
    "accord": "inLine",
    "assessment": "Hjemmet er beredt og ligger i barnets egen kommune.",
    "heard": "heard",
    "childsView": "Vil ha med seg kosebamsen.",
}


class AcuteReferralSteps(ReferralStage):
    """From the telephone call to the child's arrival."""

    def _go_the_acute_way(self) -> None:
        caller = self.caller = self._enter(STRANGER)
        officer = self.officer

        def incomplete() -> None:
            cases = self._cases(caller)
            assert cases, "the caseworker has no case to write in"
            self._acute_case = cases[-1]
            caller.go(f"{self._acute_case}/henvisninger")
            caller.press("main a[href$='/akutt']")
            caller.press("button[value=preview]")
            for name in ("section", "neededBy", "events"):
                assert caller.page.locator(f"#{name}-error").count(), f"{name} is not asked for"

        def asked() -> None:
            form = Editor(caller, f"{self._acute_case}/akutt")
            caller.expect("Ring først")
            # Who does as the page says rings after it has been opened: in another minute.
            time.sleep(61 - now().second)
            form.fill(
                phonedAt=moment(0), neededBy=moment(5), section="acuteCare", decidedBy="leader",
                decidedAt=moment(-2), events=EVENTS,
            ).look_over(EVENTS).keep()
            self.acute = "/" + caller.page.url.split("/", 3)[3]
            assert self.acute.startswith("/henvisninger/"), f"the address is {self.acute}"
            caller.expect("Akutt", "Ringt", "Trengs innen")

        def first() -> None:
            self._until(officer, self.acute, "Akuttklokken")
            officer.go("/ko")
            officer.press(officer.row(self.acute).locator("button"))
            self._tell(officer, self.acute, "acknowledge")
            self._until(caller, self.acute, "Sett av saksbehandler")

        def found() -> None:
            officer.go(self.acute)
            officer.press(self._step(officer, "answer-acute"))
            Editor(officer).fill(status="found", **HOME).look_over("Beredskapshjem 97").keep()
            self._until(caller, self.acute, "BH-97", "Tilbudt")

        def ready() -> None:
            self._tell(officer, self.acute, "answer-acute", status="ready", **HOME)
            self._until(caller, self.acute, "Plass klar")

        def arrived() -> None:
            self._tell(officer, self.acute, "answer-acute?status=arrived", status="arrived", at=moment(0))
            self._until(caller, self.acute, "Barnet kom", "Tid til plass", "timer")

        def equal() -> None:
            self._expect_equal_figures(caller, officer, self.acute)
            one, other = (self._hours(visitor) for visitor in (caller, officer))
            assert one == other and "Ikke ennå" not in one, f"{one} and {other}"

        self._check("Acute: what the request lacks is asked for at its field", incomplete)
        self._check("Acute: it is asked for by telephone, and then in writing", asked)
        self._check("Acute: it is in the queue, taken and seen", first)
        self._check("Acute: a place is found", found)
        self._check("Acute: the place is ready", ready)
        self._check("Acute: the child has arrived, and the hours are told", arrived)
        self._check("Acute: both levels see the same hours and figures", equal)

    def _hours(self, visitor) -> str:
        visitor.go(self.acute)
        return visitor.page.locator("section[aria-labelledby=acute]").inner_text()
