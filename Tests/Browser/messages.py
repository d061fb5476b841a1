"""Reports of concern that the walk sends, all invented, and the sender's side of the interface."""

import json
import urllib.error
import urllib.request
import uuid

WORRY = "Tiril er ofte alene hjemme om kvelden og sovner i timen. Hun sier at hun ikke tør å gå hjem på fredager."


def synthetic_number(day: int, month: int, year: int) -> str:
    """A number of nobody: the month is raised by 80, and the check digits are right."""
    first = [int(digit) for digit in f"{day:02}{month + 80:02}{year % 100:02}"]
    for serial in range(500, 1000):
        digits = first + [int(digit) for digit in str(serial)]
        complete = True
        for weights in ((3, 7, 6, 1, 8, 9, 4, 5, 2), (5, 4, 3, 2, 7, 6, 5, 4, 3, 2)):
            check = -sum(weight * digit for weight, digit in zip(weights, digits)) % 11
            complete = complete and check < 10
            digits.append(check)
        if complete:
            return "".join(str(digit) for digit in digits)
    raise ValueError("no number fits this day")


def public_report(child: str, number: str, municipality: str = "1505", worry: str = WORRY) -> bytes:
    """A report by a school, in the form `offentlig.v2`."""
    address = {"adresselinje1": "Prøveveien 7", "postnummer": "6500", "poststed": "Prøvestad"}
    report = {
        "kommunenummer": municipality,
        "kommunenavn": "Prøvestad",
        "bydelsnummer": "00",
        "bydelsnavn": "",
        "offentligMelder": {
            "personnavn": "Turid Testvik",
            "rolle": "Kontaktlærer",
            "telefonnummer": "00000000",
            "epost": "turid@prove.example",
            "virksomhet": {"navn": "Prøvestad skole", "adresse": address, "orgnr": "000123456"},
        },
        "offentligBarn": [
            {"fnr": number, "ufoedt": False, "personnavn": child, "adresse": address, "orientert": True}
        ],
        "foresatte": [
            {"personnavn": "Vigdis Prøvestad", "telefonnummer": "00000001", "orientert": True},
            {"personnavn": "Even Prøvestad", "orientert": False, "orientertGrunn": "Har ikke fått tak i ham"},
        ],
        "behovForTolk": "Nei",
        "melding": {"melding": worry, "historie": "Skolen har snakket med hjemmet to ganger i høst."},
        "sendingstidspunkt": "2026-01-15T09:30:00",
        "leveringskanal": "Fagsystem",
    }
    return json.dumps(report, ensure_ascii=False).encode()


class Sender:
    """A sender of reports, who remembers what was sent."""

    def __init__(self, address: str):
        self.address = address
        self.sent: list[str] = []

    def report(self, body: bytes, identifier: str = "") -> tuple[int, bytes, str]:
        """Sends a report; status, answer and the report's id. The same id sends the same report again."""
        again = bool(identifier)
        identifier = identifier or str(uuid.uuid4())
        if not again:
            self.sent.append(identifier)
        headers = {
            "Content-Type": "application/json",
            "Idempotency-Key": f"walk-{identifier}",
            "Bekymringsmelding-Id": identifier,
        }
        status, answer = self._ask("POST", "/api/concerns/offentlig.v2", body, headers)
        return status, answer, identifier

    def tell_what_was_sent(self, day: str, also: list[str]) -> int:
        """Hands in the list of a day, with ids besides those that really were sent; the status."""
        lines = [{"messageId": identifier} for identifier in self.sent + also]
        headers = {"Content-Type": "application/json"}
        return self._ask("PUT", f"/api/sent/{day}", json.dumps(lines).encode(), headers)[0]

    def _ask(self, method: str, path: str, body: bytes, headers: dict[str, str]) -> tuple[int, bytes]:
        request = urllib.request.Request(self.address + path, body, headers, method=method)
        try:
            with urllib.request.urlopen(request, timeout=20) as answer:
                return answer.status, answer.read()
        except urllib.error.HTTPError as refusal:
            return refusal.code, refusal.read()
