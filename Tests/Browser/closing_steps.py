"""The last steps: leaving, and a look at every page in every language."""

import json
import uuid

from inspection import Place, press
from messages import public_report
from stage import SMALL_SERVICE, Stage


class ClosingSteps(Stage):
    """What is looked at when everything has happened."""

    # Leaving.

    def _leave(self) -> None:
        emre = self._visitor(SMALL_SERVICE)

        def gone() -> None:
            emre.sign_in()
            emre.go("/concerns")
            path = emre.page.locator(".inbox a").first.get_attribute("href")
            emre.go(path)
            name = emre.page.locator("h1").inner_text()
            emre.sign_out()
            emre.page.go_back()
            assert emre.page.locator("h1").inner_text() != name, "the browser still shows the report"
            emre.go(path, status=401)
            emre.expect("Du er ikke logget inn")

        self._check("after signing out neither the back button nor the address shows the report", gone)
        self._check("nothing went wrong in that browser", emre.close)

    # Every page, in every language.

    def _look_at_everything(self) -> None:
        look = self._inspection.look
        start = self._visitor("")
        start.go("/sign-in")
        look(
            start.context.cookies(),
            [
                Place("the sign-in page", "/sign-in", checks_focus=True),
                Place("the page about the product", "/accessibility"),
                Place("the page for whoever has not signed in", "/concerns", status=401),
            ],
        )
        look(self._jonas.context.cookies(), self._places_of_a_caseworker())
        look(
            self._leader.context.cookies(),
            [
                Place("the leader's inbox", "/concerns"),
                Place("a report with its access log", self._concern),
                Place("reconciliation", "/reconciliation"),
                Place("reconciliation of a wrong day", "/reconciliation?day=x", status=422),
                Place("the alarms", "/alarms"),
            ],
        )
        status, answer, _ = self._sender.report(public_report("Ask Prøvestad", "", municipality="9999"))
        waiting = "/reception/" + json.loads(answer)["workItem"]
        look(
            self._runa.context.cookies(),
            [
                Place("the list of reception", "/reception", checks_focus=True),
                Place("an item of reception", waiting),
                Place("an item sent to nobody", waiting, then=press(f"form[action='{waiting}/forward'] button")),
                Place("an item read again in vain", waiting, then=press(f"form[action='{waiting}/again'] button")),
                Place("an item that is closed", self._broken),
                Place("reconciliation with something missing", "/reconciliation"),
            ],
        )
        for visitor in (start, self._jonas, self._leader, self._runa):
            self._check(f"nothing went wrong in the browser of {visitor.name or 'nobody'}", visitor.close)

    def _places_of_a_caseworker(self) -> list[Place]:
        _, answer, _ = self._sender.report(public_report("Live Prøvestad", "ukjent"))
        unknown = "/concerns/" + json.loads(answer)["concerns"][0]
        return [
            Place("the inbox", "/concerns", checks_focus=True),
            Place("the inbox with nothing to show", "/concerns?filter=unidentified&after=9-9999"),
            Place("a report", self._concern, checks_focus=True),
            Place("a report without a number", unknown),
            Place("the form for a number", unknown + "/match"),
            Place("the form for a number, with an error", unknown + "/match", then=press("main .main-action")),
            Place("the form for a report", "/concerns/new"),
            Place("the form for a report, with errors", "/concerns/new", then=press("main .main-action")),
            Place("the page for what is absent", f"/concerns/{uuid.uuid4()}", status=404),
        ]
