"""Filling in the forms of the casework, by pointing or by the keyboard alone."""

from playwright.sync_api import Locator

from visitor import Visitor

# More stops than the longest form has.
_MOST_STOPS = 150

# A value is the text, the chosen code, or True for a box that is ticked.
Value = str | bool


class Editor:
    """One form of a case or a report, in the hands of somebody who writes; without a path the one that is shown."""

    def __init__(self, visitor: Visitor, path: str = ""):
        self._visitor = visitor
        self._page = visitor.page
        if path:
            visitor.go(path)

    def fill(self, **values: Value) -> "Editor":
        for name, value in values.items():
            field = self._field(name, value)
            if value is True or self._is_radio(name):
                field.check()
            elif self._page.locator(f"select[name='{name}']").count():
                field.select_option(value)
            else:
                field.fill(value)
        return self

    def choose(self, **labels: str) -> "Editor":
        """Chooses from lists by words of the one choice that is meant."""
        for name, label in labels.items():
            options = self._page.locator(f"select[name='{name}'] option[value]:not([value=''])", has_text=label)
            assert options.count() == 1, f"{options.count()} choices of {name} say {label}"
            self._page.locator(f"select[name='{name}']").select_option(options.get_attribute("value"))
        return self

    def fill_by_keyboard(self, **values: Value) -> "Editor":
        """Fills in by the Tab, arrow and Space keys and by typing, in the form's own order."""
        keys = self._page.keyboard
        for name, value in values.items():
            if self._is_radio(name):
                group = self._page.locator(f"[type=radio][name='{name}']")
                self._tab_to(group.first)
                keys.press("Space")
                chosen = self._field(name, value)
                for _ in range(group.count()):
                    if chosen.is_checked():
                        break
                    keys.press("ArrowDown")
                assert chosen.is_checked(), f"the arrow keys do not reach {name} {value}"
                continue
            self._tab_to(self._field(name, value))
            keys.press("Space") if value is True else keys.insert_text(str(value))
        return self

    def look_over(self, *texts: str) -> "Editor":
        """Goes on to the page that shows what is about to be written."""
        self._visitor.press("button[value=preview]")
        self._visitor.expect(*texts)
        return self

    def keep(self) -> None:
        """Writes it; the page that follows is that of the case or report."""
        self._visitor.press("button[value=send]")
        refusal = self._page.locator(".error-summary, .notice-warning")
        if self._page.locator("form.long-form").count():
            raise AssertionError("refused: " + " ".join(refusal.all_inner_texts()))

    def keep_by_keyboard(self) -> None:
        """Looks over and writes it by the Enter key."""
        for button in ("preview", "send"):
            self._tab_to(self._page.locator(f"button[value={button}]"))
            with self._page.expect_navigation():
                self._page.keyboard.press("Enter")

    def put_aside(self) -> None:
        """Keeps it as a draft."""
        self._visitor.press("button[value=draft]")

    def be_refused(self, *texts: str) -> "Editor":
        """Looks over and tries to write it; the form comes back and says why not."""
        self.look_over()
        self._visitor.press("button[value=send]")
        self._visitor.expect(*texts)
        return self

    def _is_radio(self, name: str) -> bool:
        return self._page.locator(f"[type=radio][name='{name}']").count() > 0

    def _field(self, name: str, value: Value) -> Locator:
        choice = f"[value='{value}']" if self._is_radio(name) else ""
        return self._page.locator(f"main form [name='{name}']{choice}:not([type=hidden])")

    def _tab_to(self, control: Locator) -> None:
        focused = control.and_(self._page.locator(":focus"))
        for _ in range(_MOST_STOPS):
            if focused.count():
                return
            self._page.keyboard.press("Tab")
        raise AssertionError("the Tab key does not reach the control")
