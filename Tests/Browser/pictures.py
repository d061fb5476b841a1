"""Takes the pictures that the documentation shows."""

import json
import uuid
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser

from inspection import NARROW, WIDE
from messages import Sender, public_report, synthetic_number
from program import Program
from visitor import Visitor

TALL = {"width": 1280, "height": 1100}
LARGEST = 250_000


def take_pictures(
    browser: Browser, program: Program, folder: str, check: Callable[[str, Callable[[], None]], None]
) -> None:
    """Writes the pictures into a folder; each is one check, since each must be small enough."""
    target = Path(folder)
    target.mkdir(parents=True, exist_ok=True)
    sender = Sender(program.address)
    item = _prepare(sender)

    def visit(name: str) -> Visitor:
        return Visitor(browser, program.address, name).sign_in()

    def shoot(visitor: Visitor, name: str, path: str, size: dict[str, int] = WIDE) -> None:
        def picture() -> None:
            visitor.page.set_viewport_size(size)
            visitor.go(path)
            file = target / f"{name}.png"
            visitor.page.screenshot(path=file)
            assert file.stat().st_size < LARGEST, f"{file.stat().st_size} bytes"

        check(f"the picture {name}.png", picture)

    jonas = visit("Jonas Tindvang")
    jonas.go("/concerns")
    jonas.press(jonas.page.locator(".inbox a", has_text="Tiril Prøvestad").first)
    jonas.press("button.urgent-action")
    shoot(jonas, "inbox", "/concerns")
    shoot(jonas, "inbox-320", "/concerns", NARROW)
    # A report whose child has no number shows the most: what to do next, and what is known.
    jonas.go("/concerns?filter=unidentified")
    concern = jonas.page.locator(".inbox .child a").first.get_attribute("href") or ""
    jonas.go(concern)
    shoot(visit("Ingvild Heggmo"), "concern", concern, TALL)
    ingvild = visit("Ingvild Heggmo")
    shoot(jonas, "my-day", "/min-dag")
    shoot(jonas, "my-day-320", "/min-dag", NARROW)
    shoot(ingvild, "board", "/tavle")
    # This service has children in foster homes in the small world too.
    olav = visit("Olav Elvenes Myrland")
    shoot(olav, "visits", "/besok")
    case = _most_telling_case(olav)
    shoot(olav, "case", case, TALL)
    shoot(olav, "timeline", f"{case}?journal=all#timeline")
    shoot(olav, "hear-child", f"{case}/hear-child")
    runa = visit("Runa Orrestrand")
    shoot(runa, "reception", item)
    _tell_of_the_day(runa, sender)
    shoot(runa, "reconciliation", "/reconciliation")


def _prepare(sender: Sender) -> str:
    """Sends what the pretend world may lack today, and gives the address of a report to no municipality."""
    for child, day in (("Tiril Prøvestad", 14), ("Nora Prøvestad", 15)):
        sender.report(public_report(child, synthetic_number(day, 3, 2016)))
    _, answer, _ = sender.report(public_report("Aksel Prøvestad", synthetic_number(2, 9, 2019), municipality="9999"))
    return "/reception/" + json.loads(answer)["workItem"]


def _most_telling_case(leader: Visitor) -> str:
    """The case in the visit planner that shows the child's own words and the most in its journal."""
    leader.go("/besok")
    paths = [link.get_attribute("href") or "" for link in leader.page.locator("table.visits th a").all()]

    def told(path: str) -> int:
        leader.go(path)
        return leader.page.locator("ol.entries > li").count() * leader.page.locator(".childs-view blockquote").count()

    return max(dict.fromkeys(paths), key=told)


def _tell_of_the_day(reader: Visitor, sender: Sender) -> None:
    """Hands in a list of the day that fits what is stored, but for one report that never came and one left out."""
    reader.go("/reconciliation")
    day = reader.page.locator("#day").input_value()
    lines = reader.context.request.get(f"/reconciliation.csv?day={day}").text().splitlines()[1:]
    stored = [line.split(";")[2] for line in lines]
    sender.sent = []
    sender.tell_what_was_sent(day, stored[1:] + [str(uuid.uuid4())])
