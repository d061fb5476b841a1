"""What must hold on every page, in every language: looked at in a window of its own that may run scripts.

The walk itself is done without scripts. This window borrows its session and visits the same addresses.
"""

from collections.abc import Callable
from dataclasses import dataclass

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

LANGUAGES = ("nb", "nn", "en")
WIDE = {"width": 1280, "height": 800}
NARROW = {"width": 320, "height": 800}
# Milliseconds that the browser waits for a page or a control before the check fails.
PATIENCE = 10_000

_AXE = {"resultTypes": ["violations"]}

# Controls that the Tab key must reach; of radio buttons with one name it reaches one. The button that the Enter key presses
# where a form has several is a copy, out of everybody's sight and order.
_REACHABLE = """() => {
    const all = [...document.querySelectorAll('a[href], button, input, select, textarea, [tabindex="0"]')];
    const groups = new Set();
    return all.filter(one => {
        if (one.type === 'hidden' || one.disabled || !one.checkVisibility()) return false;
        if (one.tabIndex < 0 && one.ariaHidden === 'true') return false;
        if (one.type !== 'radio') return true;
        if (groups.has(one.name)) return false;
        groups.add(one.name);
        return true;
    }).length;
}"""

# The control that has the focus: whether it had it already (a date has three parts), whether it was met before, and
# whether its focus can be seen.
_FOCUSED = """() => {
    const one = document.activeElement;
    if (!one || one === document.body) return null;
    const style = getComputedStyle(one);
    const box = one.getBoundingClientRect();
    const still = document.body.dataset.walkMet === one.dataset.walkMet && Boolean(one.dataset.walkMet);
    const met = Boolean(one.dataset.walkMet);
    one.dataset.walkMet ||= String(performance.now());
    document.body.dataset.walkMet = one.dataset.walkMet;
    const ring = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
    const onScreen = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
    const shown = ring && onScreen && box.width > 0;
    return { still, met, shown, name: (one.innerText || one.name || one.tagName).trim().slice(0, 40) };
}"""


@dataclass(frozen=True)
class Place:
    """A page to look at: its address, and what to do there first."""

    name: str
    path: str
    status: int = 200
    then: Callable[[Page], None] | None = None
    checks_focus: bool = False


class Watch:
    """Notes what a browser complains of while pages are loaded."""

    def __init__(self, page: Page):
        self.complaints: list[str] = []
        page.on("console", self._hear)
        page.on("pageerror", lambda error: self.complaints.append(f"script error: {error}"))
        page.on("requestfailed", self._lose)
        page.on("response", self._see)

    def take(self) -> list[str]:
        """What was noted since the last time."""
        complaints, self.complaints = self.complaints, []
        return complaints

    def _hear(self, message) -> None:
        # The browser also writes a line for each page that is an error page on purpose.
        if message.type in ("error", "warning") and not message.text.startswith("Failed to load resource"):
            self.complaints.append(f"console: {message.text}")

    def _lose(self, request) -> None:
        # Whoever moves on quickly aborts what the last page was still fetching, such as its icon.
        if request.failure != "net::ERR_ABORTED":
            self.complaints.append(f"request failed: {request.url} ({request.failure})")

    def _see(self, response) -> None:
        if response.status >= 500 or (response.status >= 400 and response.request.resource_type != "document"):
            self.complaints.append(f"{response.status} for {response.url}")


class Inspection:
    """Looks at pages with the session of somebody who has signed in elsewhere."""

    def __init__(self, browser: Browser, address: str, check: Callable[[str, Callable[[], None]], None]):
        self._browser = browser
        self._address = address
        self._check = check

    def look(self, cookies: list, places: list[Place], languages: tuple[str, ...] = LANGUAGES) -> None:
        """Looks at each place in each language; every place and language is one check."""
        context = self._browser.new_context(base_url=self._address, viewport=WIDE, locale="nb-NO")
        context.set_default_timeout(PATIENCE)
        context.add_cookies(cookies)
        page = context.new_page()
        watch = Watch(page)
        for language in languages:
            self._choose(page, language, places[0].path)
            for place in places:
                self._check(f"{place.name}, {language}", lambda: self._look(page, watch, place, language))
        # The session goes on, and the walk reads Norwegian.
        self._choose(page, "nb", places[0].path)
        context.close()

    @staticmethod
    def _choose(page: Page, language: str, path: str) -> None:
        page.goto(path)
        with page.expect_navigation():
            page.locator(f"button[name=language][value={language}]").click()

    def _look(self, page: Page, watch: Watch, place: Place, language: str) -> None:
        watch.take()
        page.set_viewport_size(WIDE)
        answer = page.goto(place.path)
        assert answer is not None and answer.status == place.status, f"status {answer and answer.status}"
        if place.then:
            place.then(page)
        assert page.locator("html").get_attribute("lang") == language, "the page is in another language"
        assert page.locator("h1").count() == 1, f"{page.locator('h1').count()} headings of the first level"
        assert "{" not in page.locator("main").inner_text() or "<pre" in page.content(), "a text was not filled in"
        schemes = ("light", "dark") if language == "nb" else ("light",)
        for scheme in schemes:
            page.emulate_media(color_scheme=scheme)
            self._ask_axe(page, scheme)
        page.emulate_media(color_scheme="light")
        if place.checks_focus and language == "nb":
            walk_by_tab(page)
        page.set_viewport_size(NARROW)
        width = page.evaluate("document.scrollingElement.scrollWidth")
        assert width <= NARROW["width"], f"{width} pixels wide in a window of {NARROW['width']}"
        complaints = watch.take()
        assert not complaints, "; ".join(complaints)

    @staticmethod
    def _ask_axe(page: Page, scheme: str) -> None:
        violations = Axe().run(page, options=_AXE).response["violations"]
        found = [f"{one['id']} at {one['nodes'][0]['target']}" for one in violations]
        assert not found, f"axe ({scheme}): " + "; ".join(found)


def walk_by_tab(page: Page) -> None:
    """Goes through the page by the Tab key: everything is reached, and one always sees where one is."""
    expected = page.evaluate(_REACHABLE)
    page.evaluate("document.activeElement.blur()")
    reached = 0
    for _ in range(expected * 2 + 5):
        page.keyboard.press("Tab")
        focused = page.evaluate(_FOCUSED)
        if focused and focused["still"]:
            continue
        if focused is None or focused["met"]:
            break
        assert focused["shown"], f"the focus cannot be seen on: {focused['name']}"
        reached += 1
    assert reached >= expected, f"the Tab key reached {reached} of {expected} controls"


def press(button: str) -> Callable[[Page], None]:
    """What is done on a page: a button is pressed that leads on."""

    def go_on(page: Page) -> None:
        with page.expect_navigation():
            page.locator(button).click()

    return go_on
