"""One of the pretend people at a browser that runs no scripts."""

from copy import copy

from playwright.sync_api import Browser, Locator, Page

from inspection import PATIENCE, WIDE, Watch

# Where the work of a caseworker, a leader, reception, the county governor, the region, a unit with places and those who
# oversee begins.
HOMES = ("/min-dag", "/tavle", "/reception", "/statsforvalter", "/ko", "/plasser", "/indikatorer")


class Visitor:
    """Somebody who signs in and works with the pages."""

    def __init__(self, browser: Browser, address: str, name: str):
        self.name = name
        self.context = browser.new_context(
            base_url=address, viewport=WIDE, locale="nb-NO", java_script_enabled=False
        )
        self.context.set_default_timeout(PATIENCE)
        self.page: Page = self.context.new_page()
        self.watch = Watch(self.page)

    @property
    def _button(self) -> str:
        return f"button:text-is('Logg inn som {self.name}')"

    def sign_in(self) -> "Visitor":
        self.page.goto("/sign-in")
        self.press(self.page.locator(self._button))
        self.expect_address(*HOMES)
        return self

    def sign_in_by_keyboard(self) -> None:
        """Signs in with the Tab and Enter keys alone."""
        self.page.goto("/sign-in")
        for _ in range(40):
            self.page.keyboard.press("Tab")
            if self.page.locator(f"{self._button}:focus").count():
                with self.page.expect_navigation():
                    self.page.keyboard.press("Enter")
                self.expect_address(*HOMES)
                return
        raise AssertionError("the Tab key does not reach the button")

    def sign_out(self) -> None:
        self.press("form[action='/sign-out'] button")
        self.expect_address("/sign-in")

    def elsewhere(self) -> "Visitor":
        """The same person in another tab of the same browser."""
        twin = copy(self)
        twin.page = self.context.new_page()
        twin.page.goto("/")
        return twin

    def go(self, path: str, status: int = 200) -> None:
        answer = self.page.goto(path)
        assert answer is not None and answer.status == status, f"{path}: status {answer and answer.status}"

    def press(self, link: Locator | str) -> None:
        """Presses a link or button, and waits for the page that it leads to."""
        locator = self.page.locator(link) if isinstance(link, str) else link
        with self.page.expect_navigation():
            locator.click()

    def row(self, path: str) -> Locator:
        """The row of a list that leads to an address."""
        return self.page.locator(f"tbody tr:has(a[href='{path}'])")

    def main_text(self) -> str:
        return self.page.locator("main").inner_text().replace("\u00a0", " ")

    def expect(self, *texts: str) -> None:
        """Every text stands on the page."""
        shown = self.main_text()
        for text in texts:
            assert text in shown, f"the page does not say: {text}"

    def expect_address(self, *paths: str) -> None:
        found = "/" + self.page.url.split("/", 3)[3].split("?")[0]
        assert found in paths, f"the address is {found}"

    def close(self) -> None:
        """Leaves, and tells what the browser complained of."""
        self.context.close()
        complaints = self.watch.take()
        assert not complaints, "; ".join(complaints)
