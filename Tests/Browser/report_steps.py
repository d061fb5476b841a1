"""Steps of a caseworker and a leader: a report arrives, is read, typed in, and given its number."""

import json
import uuid

from messages import WORRY, public_report, synthetic_number
from stage import CASEWORKER, LEADER, STRANGER, Stage


class ReportSteps(Stage):
    """What happens to reports in the service that they were sent to."""

    # A report arrives and is read.

    def _send(self) -> None:
        body = public_report("Tiril Prøvestad", synthetic_number(14, 3, 2016))

        def stored() -> None:
            status, self._answer, self._message = self._sender.report(body)
            assert status == 201, f"status {status}"
            self._concern = "/concerns/" + json.loads(self._answer)["concerns"][0]

        def again() -> None:
            status, answer, _ = self._sender.report(body, self._message)
            assert status in (200, 201), f"status {status}"
            assert answer == self._answer, "the answer is another one"

        self._check("a report of concern is stored and answered", stored)
        self._check("the same report again gives the same answer, byte for byte", again)

    def _read(self) -> None:
        jonas = self._jonas = self._visitor(CASEWORKER)

        def unread() -> None:
            jonas.press("nav.menu a[href='/concerns']")
            row = jonas.row(self._concern)
            assert row.count() == 1, f"{row.count()} rows"
            assert "Ulest" in row.inner_text(), "the row does not say that it is unread"

        def readable() -> None:
            jonas.press(jonas.row(self._concern).get_by_role("link"))
            jonas.expect("Tiril Prøvestad", WORRY, "Turid Testvik", "Prøvestad skole", "Vigdis Prøvestad")
            jonas.expect("Even Prøvestad", "Har ikke fått tak i ham", "Neste steg")

        def opened() -> None:
            jonas.press("p.back a")
            text = jonas.row(self._concern).inner_text()
            assert f"Åpnet av {CASEWORKER}" in text and "Ulest" not in text, "the row does not say who opened it"

        def urgent() -> None:
            jonas.go(self._concern)
            jonas.press("button.urgent-action")
            jonas.expect("Haster", "Fjern hastemerket")
            jonas.go("/concerns?filter=urgent")
            assert jonas.row(self._concern).count() == 1, "it is not among the urgent ones"

        self._check("a caseworker signs in by keyboard alone", jonas.sign_in_by_keyboard)
        self._check("the report is in the inbox, unread", unread)
        self._check("its text, reporter and guardians can be read", readable)
        self._check("the inbox says who has opened it", opened)
        self._check("it is marked as urgent", urgent)

    def _watch_over(self) -> None:
        leader = self._leader = self._visitor(LEADER)

        def log() -> None:
            leader.sign_in()
            leader.go(self._concern)
            table = leader.page.locator("section[aria-labelledby=access-log] table")
            assert CASEWORKER in table.inner_text(), "the caseworker's reading is not in the log"

        self._check("the leader sees in the access log who has read it", log)

    def _keep_out(self) -> None:
        stranger = self._visitor(STRANGER)

        def absent() -> None:
            stranger.sign_in()
            known = stranger.context.request.get(self._concern)
            made_up = stranger.context.request.get(f"/concerns/{uuid.uuid4()}")
            assert known.status == made_up.status == 404, f"status {known.status} and {made_up.status}"
            assert known.body() == made_up.body(), "the pages differ"

            def headers(answer):
                return {name: text for name, text in answer.headers.items() if name not in ("x-request-id", "date")}

            assert headers(known) == headers(made_up), "the headers differ"
            assert "Tiril" not in known.text(), "the page tells the name"
            stranger.go(self._concern, status=404)
            stranger.expect("Siden finnes ikke, eller du har ikke tilgang")

        def not_listed() -> None:
            stranger.go("/concerns")
            assert stranger.row(self._concern).count() == 0, "it is in the list of another service"

        self._check("another service meets the same page as for a report that does not exist", absent)
        self._check("another service does not have it in the inbox", not_listed)
        self._check("nothing went wrong in the stranger's browser", stranger.close)

    # A report by telephone.

    def _register_by_hand(self) -> None:
        jonas = self._jonas
        page = jonas.page
        told = "Naboen hører roping og barnegråt om natten, sist natt til søndag."

        def wrong() -> None:
            jonas.go("/concerns")
            jonas.press("nav.menu a[href='/concerns/new']")
            page.locator("#channel").select_option("phone")
            page.locator("#childName").fill("Birk Prøvestad")
            page.locator("#childNumber").fill("12345678901")
            page.locator("#worry").fill(told)
            jonas.press("button.main-action")
            jonas.expect("Ingenting er lagret", "Velg ett av svarene.", "ikke et gyldig fødselsnummer")
            assert page.title().startswith("Feil:"), "the title does not tell of errors"
            assert "12345678901" not in page.url, "the number is in the address"

        def linked() -> None:
            links = page.locator(".error-summary a")
            assert links.count() == 2, f"{links.count()} errors"
            for field in ("reporterKind", "childNumber"):
                page.locator(f".error-summary a[href='#{field}']").click()
                assert page.locator(f"#{field}").count() == 1, f"there is no field {field}"
                # The link moves the starting point of the Tab key; the field is the next stop or has the focus.
                if not page.locator(f"#{field}:focus").count():
                    page.keyboard.press("Tab")
                assert page.locator(f"#{field}:focus").count(), f"the link does not lead to {field}"

        def kept() -> None:
            assert page.locator("#childName").input_value() == "Birk Prøvestad", "the name is gone"
            assert page.locator("#worry").input_value() == told, "the text is gone"
            assert page.locator("#channel").input_value() == "phone", "the choice is gone"
            number = page.locator("#childNumber")
            assert number.get_attribute("aria-invalid") == "true", "the field is not marked"
            assert "childNumber-error" in (number.get_attribute("aria-describedby") or ""), "the error is not tied"

        def right() -> None:
            page.get_by_label("En privatperson").check()
            page.locator("#childNumber").fill(synthetic_number(30, 11, 2017))
            jonas.press("button.main-action")
            jonas.expect("Birk Prøvestad", told)
            jonas.go("/concerns")
            row = page.locator("tbody tr", has_text="Birk Prøvestad")
            assert row.count() == 1, f"{row.count()} rows"
            assert "Registrert av tjenesten" in row.inner_text(), "the row does not say where it is from"

        self._check("a report typed in with errors is not stored, and the page says what is wrong", wrong)
        self._check("each error is a link that leads to its field", linked)
        self._check("what was typed is kept, and the field is marked", kept)
        self._check("typed in right, it is in the inbox", right)

    # A child without a number.

    def _find_number(self) -> None:
        jonas = self._jonas
        page = jonas.page

        def missing() -> None:
            status, answer, _ = self._sender.report(public_report("Nora Prøvestad", ""))
            assert status == 201, f"status {status}"
            self._unknown = "/concerns/" + json.loads(answer)["concerns"][0]
            jonas.go("/concerns?filter=unidentified")
            assert "Mangler fødselsnummer" in jonas.row(self._unknown).inner_text(), "the row does not say so"

        def wrong() -> None:
            jonas.press(jonas.row(self._unknown).get_by_role("link"))
            jonas.press(page.get_by_role("link", name="Finn fødselsnummer"))
            page.locator("#number").fill("14831600000")
            jonas.press(page.get_by_role("button", name="Lagre nummeret"))
            error = page.locator("#number-error")
            assert "ikke et gyldig fødselsnummer" in error.inner_text(), "there is no error at the field"
            assert "14831600000" not in page.url, "the number is in the address"
            assert "14831600000" not in jonas.main_text(), "the error repeats the number"

        def right() -> None:
            number = synthetic_number(21, 6, 2012)
            page.locator("#number").fill(f"{number[:6]} {number[6:]}")
            jonas.press(page.get_by_role("button", name="Lagre nummeret"))
            jonas.expect_address(self._unknown)
            shown = jonas.main_text().replace(" ", "").replace("\u00a0", "")
            assert number in shown, "the page does not show the number"
            jonas.go("/concerns?filter=unidentified")
            assert jonas.row(self._unknown).count() == 0, "it still lacks a number"

        self._check("a child without a number is shown as such", missing)
        self._check("a wrong number gives an error at its field and does not leak into the address", wrong)
        self._check("the right number is stored", right)
