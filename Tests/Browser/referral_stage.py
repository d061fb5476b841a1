"""Who takes part in a referral, and what its steps share."""

import time
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from playwright.sync_api import Locator

from editor import Editor
from stage import CASEWORKER, LEADER, STRANGER, Stage
from visitor import Visitor

OFFICER = "Ragnhild Aksnes Bø"
INSTITUTION = "Mikkel Solvang Dyb"
FOSTER_HOMES = "Astrid Klungrehaug"
OVERSEER = "Even Tryggestad"
# Those of the services whom the region of the officer answers.
ASKERS = (LEADER, STRANGER, CASEWORKER, "Olav Elvenes Myrland")
# Seconds within which a message between two units of one machine has arrived.
DELIVERY = 15

HEARING = {
    "outcome": "heard",
    "way": "conversation",
    "toldChild": "Hva vi skal be om, hvem som får lese det, og hva barnet selv kan si nei til.",
    "heardAbout": "Hvor det er godt å bo, og hvem som må være i nærheten.",
    "said": "Jeg vil bo nær skolen, og ha besøk av broren min i helgene.",
    "agreement": "agrees",
    "weight": "Ønsket om skolen er avgjørende for hvor vi ber om plass.",
    "trustedPerson": "toldAndDeclines",
}
VIEW = "Det er fint at rommet har vindu mot skogen."


class Calendar:
    """How many days the world's clock is ahead of ours."""

    ahead = 0


def now() -> datetime:
    """The time in the world's Norway, wherever the tests run."""
    return datetime.now(ZoneInfo("Europe/Oslo")) + timedelta(days=Calendar.ahead)


def day(offset: int) -> str:
    return str(now().date() + timedelta(days=offset))


def moment(hours: float) -> str:
    """A point in time as a form holds it, some hours from now."""
    return (now() + timedelta(hours=hours)).strftime("%Y-%m-%dT%H:%M")


class ReferralStage(Stage):
    """What the ways from a request to a stay have in common."""

    def _enter(self, name: str) -> Visitor:
        return self._visitor(name).sign_in()

    def _let_pass(self, days: int, *visitors: Visitor) -> None:
        """Days pass for everybody; who is to go on working signs in again."""
        self._program.let_pass(days)
        Calendar.ahead += days
        for visitor in visitors:
            visitor.sign_in()

    # Both levels.

    @staticmethod
    def _until(visitor: Visitor, path: str, *texts: str) -> None:
        """Looks at a page again until it says everything; what one level tells is soon with the other."""
        last = time.monotonic() + DELIVERY
        while True:
            visitor.go(path)
            shown = visitor.main_text()
            missing = [text for text in texts if text not in shown]
            if not missing:
                return
            assert time.monotonic() < last, f"{path} never says: {missing[0]}"
            time.sleep(0.1)

    @staticmethod
    def _figures(visitor: Visitor, path: str) -> list[str]:
        """The two figures as the reader's page shows them: the days, the breach and what explains them."""
        visitor.go(path)
        page = visitor.page
        return [
            page.locator("section[aria-labelledby=days-past] .big-figure").inner_text(),
            *page.locator("section[aria-labelledby=days-past] dd").all_inner_texts(),
            *page.locator("section[aria-labelledby=breach] .big-figure").all_inner_texts(),
            *page.locator("section[aria-labelledby=breach] li b").all_inner_texts(),
        ]

    def _expect_equal_figures(self, one: Visitor, other: Visitor, path: str) -> list[str]:
        last = time.monotonic() + DELIVERY
        while (mine := self._figures(one, path)) != (theirs := self._figures(other, path)):
            assert time.monotonic() < last, f"the figures differ: {mine} and {theirs}"
            time.sleep(0.1)
        return mine

    @staticmethod
    def _step(visitor: Visitor, form: str) -> Locator:
        """The button of the next step that opens a form."""
        return visitor.page.locator(f".next-step a[href*='/{form}']").first

    def _tell(self, visitor: Visitor, path: str, form: str, **values: str | bool) -> None:
        """Opens a form of a referral, fills it in, looks it over and sends it."""
        Editor(visitor, f"{path}/{form}").fill(**values).look_over().keep()
        visitor.expect_address(path)

    # The case.

    def _asker_of(self, kind: str) -> tuple[Visitor, str]:
        """Somebody of a service with a case whose decision asks for a kind of referral, and the case's address.

        A case from which nothing has been sent yet is best.
        """
        best: tuple[Visitor, str] | None = None
        for name in ASKERS:
            visitor = self._enter(name)
            for case in self._cases(visitor):
                visitor.go(f"{case}/henvisninger/ny")
                page = visitor.page
                if not page.locator(f"section[aria-labelledby=first] a[href$='/ny/{kind}']").count():
                    continue
                if not page.locator("section[aria-labelledby=sent]").count():
                    return visitor, case
                best = best or (visitor, case)
        assert best, f"no case of the pretend services asks for {kind}"
        return best

    @staticmethod
    def _cases(visitor: Visitor) -> list[str]:
        """The cases that somebody may write in, from the lists that they begin the day with."""
        found: dict[str, None] = {}
        for path in ("/min-dag", "/tavle", "/besok"):
            answer = visitor.page.goto(path)
            if answer is None or answer.status != 200:
                continue
            for link in visitor.page.locator("main a[href^='/saker/']").all():
                found["/".join((link.get_attribute("href") or "").split("?")[0].split("/")[:3])] = None
        cases = []
        for case in found:
            answer = visitor.page.goto(f"{case}/henvisninger")
            if answer is not None and answer.status == 200 and visitor.page.locator("main a[href$='/ny']").count():
                cases.append(case)
        return cases

    @staticmethod
    def _complete(visitor: Visitor) -> int:
        """Fills in whatever the form of a referral still asks for; how many fields that were."""
        page = visitor.page
        count = 0
        for _ in range(6):
            links = page.locator(".error-summary a")
            fields = [(link.get_attribute("href") or "#")[1:] for link in links.all()]
            if not fields:
                return count
            assert len(fields) < 30, f"the form still asks for {len(fields)} things"
            for name in fields:
                _answer(page, name)
                count += 1
            visitor.press(page.locator("button[value=preview]").last)
        left = page.locator(".error-summary").inner_text()
        raise AssertionError(f"the form cannot be filled in: {left}")


def _answer(page, name: str) -> None:
    """Gives some answer in the field that an error leads to."""
    field = page.locator(f"[id='{name}'], [name='{name}']").first
    assert field.count(), f"the error leads nowhere: {name}"
    tag = field.evaluate("one => one.tagName.toLowerCase()")
    kind = field.get_attribute("type")
    if tag == "select":
        field.select_option(index=1)
    elif kind in ("radio", "checkbox"):
        page.locator(f"[name='{name}']").first.check()
    elif kind == "date":
        field.fill(day(0))
    elif tag in ("input", "textarea"):
        field.fill("Se vedtaket.")
    else:
        raise AssertionError(f"the error leads to a <{tag}>: {name}")
