"""Takes the pictures of referrals that the documentation shows."""

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser

from inspection import NARROW, WIDE
from pictures import LARGEST, TALL
from program import Program
from visitor import Visitor
from walk_referrals import ReferralWalk


def take_referral_pictures(
    browser: Browser, program: Program, folder: str, check: Callable[[str, Callable[[], None]], None]
) -> None:
    """Goes the ways first, so that there is something to see; each picture is one check, as it must be small enough."""
    target = Path(folder)
    target.mkdir(parents=True, exist_ok=True)
    walk = ReferralWalk(browser, program, check)
    walk.go()

    def shoot(visitor: Visitor, name: str, path: str, size: dict[str, int] = WIDE) -> None:
        def picture() -> None:
            visitor.page.set_viewport_size(size)
            visitor.go(path)
            file = target / f"{name}.png"
            visitor.page.screenshot(path=file)
            assert file.stat().st_size < LARGEST, f"{file.stat().st_size} bytes"

        check(f"the picture {name}.png", picture)

    shoot(walk.asker, "referral-form", f"{walk.case}/henvisninger/ny/institusjon", TALL)
    shoot(walk.officer, "queue", "/ko?vis=all")
    shoot(walk.officer, "queue-320", "/ko?vis=all", NARROW)
    shoot(walk.officer, "referral", walk.room, TALL)
    shoot(walk.asker, "referral-service", walk.room, TALL)
    shoot(walk.caller, "referral-acute", walk.acute, TALL)
    shoot(walk.manager, "places", "/plasser", TALL)
    shoot(walk.overseer, "indicators", "/indikatorer?vis=D12-dager", TALL)
