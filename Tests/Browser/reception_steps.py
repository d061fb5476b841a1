"""Steps of reception: what has no home or cannot be read, and the comparison with the sender's own list."""

import json
import uuid

from messages import WORRY, public_report, synthetic_number
from stage import RECEPTION, SMALL_SERVICE, SMALL_SERVICE_UNIT, Stage
from visitor import Visitor


class ReceptionSteps(Stage):
    """What happens to reports that did not find their way."""

    # What has no home, or cannot be read.

    def _receive_what_has_no_home(self) -> None:
        runa = self._runa = self._visitor(RECEPTION)

        def refused(body: bytes, pointer: str) -> str:
            status, answer, _ = self._sender.report(body)
            assert status == 422, f"status {status}"
            found = json.loads(answer)
            pointers = [error["pointer"] for error in found["errors"]]
            assert pointer in pointers, f"the answer points at {pointers}"
            return "/reception/" + found["workItem"]

        def unroutable() -> None:
            body = public_report("Aksel Prøvestad", synthetic_number(2, 9, 2019), municipality="9999")
            self._homeless = refused(body, "/kommunenummer")

        def malformed() -> None:
            whole = json.loads(public_report("Alma Prøvestad", synthetic_number(5, 5, 2014)))
            del whole["melding"]
            self._broken = refused(json.dumps(whole).encode(), "/melding")

        def listed() -> None:
            runa.sign_in()
            for path in (self._homeless, self._broken):
                assert "Ingen ansvarlig" in runa.row(path).inner_text(), "the item is missing or has an owner"

        def taken() -> None:
            runa.press(runa.row(self._homeless).get_by_role("link"))
            runa.expect("Ingen tjeneste passer", "/kommunenummer", "Aksel Prøvestad")
            runa.press(f"form[action='{self._homeless}/take'] button")
            runa.expect(RECEPTION)
            runa.go("/reception")
            assert RECEPTION in runa.row(self._homeless).inner_text(), "the list does not say who has it"

        def unsent() -> None:
            runa.go(self._homeless)
            runa.press(f"form[action='{self._homeless}/forward'] button")
            runa.expect("Ingenting er lagret", "Velg ett av svarene.")

        def sent() -> None:
            runa.go(self._homeless)
            runa.page.locator("#service").select_option(SMALL_SERVICE_UNIT)
            runa.press(f"form[action='{self._homeless}/forward'] button")
            runa.expect("Ferdig behandlet.", "Sendt til Lauvdal barnevernstjeneste")

        def arrived() -> None:
            emre = self._visitor(SMALL_SERVICE).sign_in()
            emre.go("/concerns")
            row = emre.page.locator("tbody tr", has_text="Aksel Prøvestad")
            assert row.count() == 1, f"{row.count()} rows"
            emre.press(row.get_by_role("link"))
            emre.expect("Aksel Prøvestad", WORRY)
            emre.close()

        def closed() -> None:
            runa.go(self._broken)
            button = f"form[action='{self._broken}/close'] button"
            runa.press(button)
            runa.expect("Ingenting er lagret", "Skriv hvorfor.")
            runa.page.locator("#reason").fill("Avsenderen har sendt den på nytt.")
            runa.press(button)
            runa.expect("Ferdig behandlet.", "Avsenderen har sendt den på nytt.")
            runa.go("/reception")
            assert runa.row(self._broken).count() == 0, "it is still in the list"

        self._check("a report to no municipality is refused with the place of the fault", unroutable)
        self._check("a report without its text is refused with the place of the fault", malformed)
        self._check("reception has both, without an owner", listed)
        self._check("reception takes one", taken)
        self._check("sending without a service is an error", unsent)
        self._check("reception sends it to a service", sent)
        self._check("it is in that service's inbox", arrived)
        self._check("reception closes the other one with a reason", closed)

    # The day's reconciliation.

    def _reconcile(self) -> None:
        runa, leader = self._runa, self._leader
        lost = f"lost-{uuid.uuid4()}"

        def list_taken() -> None:
            runa.go("/reconciliation")
            day = runa.page.locator("#day").input_value()
            status = self._sender.tell_what_was_sent(day, [lost])
            assert status == 200, f"status {status}"

        def counted(visitor: Visitor) -> tuple[int, int]:
            visitor.go("/reconciliation")
            row = visitor.page.locator("table.numbers tbody tr").first
            sent, _, _, missing = (int(cell) for cell in row.locator("td").all_inner_texts()[:4])
            return sent, missing

        def shown() -> None:
            sent, missing = counted(runa)
            assert sent == len(self._sender.sent) + 1, f"{sent} sent"
            assert missing == 1, f"{missing} missing"
            runa.expect(lost, "Sendt, men ikke lagret her")

        def own_only() -> None:
            sent, _ = counted(leader)
            assert sent == 2, f"{sent} sent to the service"
            assert lost not in leader.main_text(), "a message without a service is shown to one service"

        def download() -> None:
            link = runa.page.get_by_role("link", name="CSV").get_attribute("href")
            answer = runa.context.request.get(link)
            assert answer.status == 200, f"status {answer.status}"
            assert answer.headers["content-type"].startswith("text/csv"), answer.headers["content-type"]
            assert f"{lost};missing" in answer.text(), "the missing report is not in it"
            assert "Prøvestad" not in answer.text(), "a name is in it"

        def alarms() -> None:
            for visitor in (leader, runa):
                visitor.press("nav.menu a[href='/alarms']")
                visitor.expect_address("/alarms")
                visitor.expect("Sist kontrollert")

        self._check("the sender's list of the day is taken", list_taken)
        self._check("reception sees the one report that is missing", shown)
        self._check("the day can be had as CSV, without names", download)
        self._check("a leader sees what came to the own service", own_only)
        self._check("the page of alarms is there", alarms)
