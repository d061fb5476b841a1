"""Who takes part in the walk, and what its steps share."""

from collections.abc import Callable

from playwright.sync_api import Browser

from inspection import Inspection
from messages import Sender
from program import Program
from visitor import Visitor

CASEWORKER = "Jonas Tindvang"
LEADER = "Ingvild Heggmo"
COLLEAGUE = "Máret Gieddegárdi"
# Somebody of the service who must not see one of the cases.
CONFLICTED = "Linh Phạm-Rognli"
GOVERNOR = "Håkon Bjørkeneset"
STRANGER = "Amina Dahirsen"
SMALL_SERVICE = "Emre Solvik"
SMALL_SERVICE_UNIT = "lauvdal"
RECEPTION = "Runa Orrestrand"


class Stage:
    """The browser, the sender and the checks; steps leave on it what later ones need."""

    def __init__(self, browser: Browser, program: Program, check: Callable[[str, Callable[[], None]], None]):
        self._browser = browser
        self._program = program
        self._address = program.address
        self._check = check
        self._sender = Sender(self._address)
        self._inspection = Inspection(browser, self._address, check)

    def _visitor(self, name: str) -> Visitor:
        return Visitor(self._browser, self._address, name)
