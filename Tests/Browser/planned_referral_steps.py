"""The planned way of the child whose case has just begun: a place is asked for, held, offered and taken, and the stay begins."""

import re

from editor import Editor
from one_child_steps import OneChildSteps
from referral_stage import HEARING, INSTITUTION, OFFICER, VIEW, day, moment
from visitor import Visitor

KIND = "institusjon"
PLACE = "SKOG-97"
OFFICER_UNIT = "Inntak Nordfjella"
# Days by which the wanted date passes before there is an offer.
LATE = 9


class PlannedReferralSteps(OneChildSteps):
    """From the case to the stay in an institution, on both levels."""

    def _go_the_planned_way(self) -> None:
        self.officer = self._enter(OFFICER)
        self.manager = self._enter(INSTITUTION)
        self._come_to_a_decision()
        self._refer()
        self._take_and_see()
        self._wait_in_vain()
        self._hold_a_place()
        self._offer_and_answer()
        self._start_the_stay()

    def _refer(self) -> None:
        def filled_in() -> None:
            asker, page = self.asker, self.asker.page
            asker.go(self.case)
            asker.press(page.locator("main a[href$='/henvisninger']:visible").first)
            asker.press("main a.button[href$='/henvisninger/ny']")
            asker.press(f"section[aria-labelledby=first] a[href$='/ny/{KIND}']")
            filled, fields = map(int, re.search(r"(\d+) av (\d+) felt", asker.main_text()).groups())
            assert filled >= 0.8 * fields, f"only {filled} of {fields} fields are filled in"
            assert HEARING["said"] in page.content(), "the child's own words are not in the form"

        def completed() -> None:
            asker, page = self.asker, self.asker.page
            Editor(asker).fill(**{"Bistandsperiode/DatoFra": day(0)})
            asker.press(page.locator("button[value=preview]").last)
            self._complete(asker)
            asker.expect("Det mottakeren ser", HEARING["said"])

        def sent() -> None:
            self.asker.press(self.asker.page.locator("button[value=send]").last)
            self.room = "/" + self.asker.page.url.split("/", 3)[3]
            assert self.room.startswith("/henvisninger/"), f"the address is {self.room}"

        self._check("Referral: the form is filled in from the case", filled_in)
        self._check("Referral: what is missing is asked for at its field, and the receiver's view is shown", completed)
        self._check("Referral: it is sent, and has a page of its own", sent)

    def _take_and_see(self) -> None:
        officer = self.officer

        def queued() -> None:
            self._until(officer, self.room, "Saksbehandler: Ingen")
            officer.go("/ko?hvem=ingen")
            row = officer.row(self.room)
            assert "Mottatt av systemet" in row.inner_text(), "the queue does not tell who has seen what"
            officer.press(row.locator("button"))
            officer.go("/ko?hvem=meg")
            assert OFFICER in officer.row(self.room).inner_text(), "it is not the officer's own"

        def seen() -> None:
            officer.go(self.room)
            officer.press(self._step(officer, "acknowledge"))
            Editor(officer).fill_by_keyboard(information="Vi leter på Skogheim først.").keep_by_keyboard()
            self._until(self.asker, self.room, "Sett av saksbehandler")

        self._check("Referral: it stands in the region's queue with its days, and is taken", queued)
        self._check("Referral: the handler's receipt, by keyboard, reaches the service", seen)

    def _wait_in_vain(self) -> None:
        def late() -> None:
            self._let_pass(LATE, self.officer, self.asker, self.manager)
            self.officer.go("/ko?hvem=meg")
            assert str(LATE) in self.officer.row(self.room).inner_text(), "the queue does not say how late it is"
            figures = self._expect_equal_figures(self.asker, self.officer, self.room)
            assert figures[0].strip() == str(LATE), f"the figure is {figures[0]}"

        self._check("Referral: the wanted date passes, and both levels see by how many days", late)

    def _hold_a_place(self) -> None:
        manager, officer = self.manager, self.officer

        def opened() -> None:
            manager.go("/plasser")
            if "ikke beskrevet" in manager.main_text():
                Editor(manager, "/plasser/describe-unit").fill(
                    unitKind="institution", youngest="12", oldest="18", targetGroup="care",
                    **{"measureKinds-careInstitution": True, "measureKinds-treatmentInstitution": True},
                    **{f"sections-{one}": True for one in ("careOrder", "voluntaryStay", "institutionByConsent")},
                ).look_over().keep()
            Editor(manager, "/plasser/open-place").fill(placeID=PLACE).look_over().keep()
            manager.expect(PLACE)

        def asked() -> None:
            editor = Editor(officer, f"{self.room}/ask-hold").fill(placeID=PLACE)
            editor.choose(owner="Skogheim").look_over(PLACE).keep()
            self._until(manager, "/plasser", PLACE, OFFICER_UNIT)

        def granted() -> None:
            card = manager.page.locator("section[aria-labelledby=holds] li", has_text=PLACE)
            manager.press(card.locator("a.button"))
            Editor(manager).fill(holdAnswer="granted").look_over().keep()
            self._until(officer, self.room, "Holdes av til")

        self._check("Places: the unit is described and a place opened", opened)
        self._check("Places: the region asks the unit to hold it", asked)
        self._check("Places: the unit grants it", granted)

    def _offer_and_answer(self) -> None:
        officer, asker = self.officer, self.asker

        def offered() -> None:
            officer.go(self.room)
            officer.press(self._step(officer, "offer"))
            shown = officer.page.locator("[name=placeID]").input_value()
            assert shown == PLACE, f"the place that is held is not proposed, but {shown}"
            Editor(officer).fill(
                placeName="Skogheim, rom 7", ownership="state", placeMunicipality="1560", usableFrom=day(0),
                assessment="Rommet ligger nær skolen, og barnet kjenner to av de voksne.", heard="heard",
                childsView=VIEW, answerBy=moment(72), teamAdvice="followed", advice="Fagteamet råder til Skogheim.",
            ).look_over(VIEW).keep()
            self._until(asker, self.room, "Venter på svar", PLACE)

        def incomplete() -> None:
            asker.press(self._step(asker, "answer-offer"))
            asker.press("button[value=preview]")
            assert asker.page.locator("#outcome-error, [id^='outcome-error']").count(), "the outcome is not asked for"

        def answered() -> None:
            Editor(asker, f"{self.room}/answer-offer").fill(
                outcome="taken", startsOn=day(0), heard="heard", childsView=VIEW
            ).look_over().keep()
            self._until(officer, self.room, "Tilbudet er tatt imot")

        self._check("Offer: the place that is held is offered, with reasons and the child's view", offered)
        self._check("Offer: an answer without a word is refused at its fields", incomplete)
        self._check("Offer: the municipality takes it", answered)

    def _start_the_stay(self) -> None:
        officer, asker = self.officer, self.asker

        def started() -> None:
            asker.go(self.room)
            asker.press(self._step(asker, "start-stay"))
            Editor(asker).fill(on=day(0)).look_over().keep()
            self._until(officer, self.room, "Oppholdet er i gang")

        def booked() -> None:
            self.manager.go("/plasser")
            row = self.manager.page.locator("table tbody tr", has_text=PLACE).first
            assert "Opptatt" in row.inner_text(), f"the board does not show that a child lives there: {row.inner_text()}"

        def equal() -> None:
            figures = self._expect_equal_figures(asker, officer, self.room)
            # An offer that can be used has stopped the days; the region has yet to say whether they are a breach.
            assert figures[0].strip() == str(LATE), f"the figure is {figures[0]}"
            assert "Foreslått" in " ".join(figures[1:]), f"no breach is proposed: {figures}"

        def everywhere() -> None:
            officer.go("/ko?vis=all")
            compared = 0
            for path in rooms_of(officer):
                answer = asker.page.goto(path)
                if answer is not None and answer.status == 200:
                    self._expect_equal_figures(asker, officer, path)
                    compared += 1
            assert compared, "the two levels have no referral in common"

        self._check("Stay: it begins, and both levels see it", started)
        self._check("Stay: the unit's board shows the place taken, though nobody has booked it by hand", booked)
        self._check("Stay: both levels see the same two figures", equal)
        self._check("Stay: and in every other referral that both may read", everywhere)


def rooms_of(visitor: Visitor) -> list[str]:
    """The addresses of the referrals that a list shows."""
    links = visitor.page.locator("table.queue a[href^='/henvisninger/']").all()
    return [link.get_attribute("href") or "" for link in links]
