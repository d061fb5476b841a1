"""The way to a foster home: network searched, proposed, child heard, chosen by the municipality, moved in."""

from editor import Editor
from referral_stage import VIEW, ReferralStage, day, moment

FOSTER_HOME = "FH-97"
STEPS = {
    "networkSearched": {"isInNetwork": True},
    "proposed": {"isInNetwork": True},
    "childHeard": {"heard": "heard", "childsView": "Jeg kjenner dem fra fotballen."},
    "chosen": {},
}


class FosterReferralSteps(ReferralStage):
    """From the referral to the day on which the child moves in."""

    def _go_the_way_to_a_foster_home(self) -> None:
        officer = self.officer

        def sent() -> None:
            self.finder, case = self._asker_of("fosterhjem")
            finder = self.finder
            finder.go(f"{case}/henvisninger/ny/fosterhjem")
            Editor(finder).fill(**{"Bistandsperiode/DatoFra": day(0)})
            finder.press(finder.page.locator("button[value=preview]").last)
            self._complete(finder)
            finder.press(finder.page.locator("button[value=send]").last)
            self.home = "/" + finder.page.url.split("/", 3)[3]
            self._until(officer, self.home, "Fosterhjem")

        def offered() -> None:
            self._tell(officer, self.home, "acknowledge")
            Editor(officer, f"{self.home}/offer").fill(
                placeID=FOSTER_HOME, placeName="Fosterhjem 97", ownership="state", placeMunicipality="1560",
                assessment="Hjemmet er i barnets nettverk.", heard="heard", childsView=VIEW, answerBy=moment(72),
                teamAdvice="overruled", advice="Fagteamet rådet til et annet hjem.",
                overruling="Barnet kjenner dette hjemmet fra før.",
            ).look_over("Barnet kjenner dette hjemmet fra før.").keep()
            self._until(self.finder, self.home, "Venter på svar", "Fraveket")

        def taken() -> None:
            Editor(self.finder, f"{self.home}/answer-offer").fill(
                outcome="taken", startsOn=day(0), heard="heard", childsView=VIEW
            ).look_over().keep()

        def not_yet() -> None:
            Editor(self.finder, f"{self.home}/start-stay").fill(on=day(0))
            self.finder.press("button[value=preview]")
            self.finder.expect("Søkt i familie og nettverk")

        def walked() -> None:
            finder = self.finder
            for stage, fields in STEPS.items():
                # The region proposes a home where the municipality has none.
                teller, other = (officer, finder) if stage == "proposed" else (finder, officer)
                teller.go(self.home)
                teller.press(self._step(teller, f"foster-step?stage={stage}"))
                Editor(teller).fill(on=day(0), **fields).look_over().keep()
                self._expect_equal_pathways(teller, other)

        def moved() -> None:
            self._tell(self.finder, self.home, "start-stay", on=day(0))
            finder = self.finder
            finder.go(self.home)
            if self._step(finder, "foster-step").count():
                finder.press(self._step(finder, "foster-step"))
                Editor(finder).fill(on=day(0)).look_over().keep()
            self._until(officer, self.home, "Oppholdet er i gang")
            assert officer.page.locator("ol.pathway li").count() == len(STEPS) + 1
            self._expect_equal_figures(finder, officer, self.home)

        self._check("Foster home: the referral is sent", sent)
        self._check("Foster home: a home is offered against the team's advice, with the reason", offered)
        self._check("Foster home: the municipality takes the offer", taken)
        self._check("Foster home: nobody moves in before the steps, and the page says which is missing", not_yet)
        self._check("Foster home: searched, proposed, child heard and chosen", walked)
        self._check("Foster home: the child moves in, and both levels see the same", moved)

    def _expect_equal_pathways(self, teller, other) -> None:
        teller.go(self.home)
        done = teller.page.locator("ol.pathway li").all_inner_texts()
        self._until(other, self.home, *(line.replace("\u00a0", " ") for line in done))
