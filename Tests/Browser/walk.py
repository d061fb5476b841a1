"""A walk through the pages with a browser, as the people do who use them.

    .venv/bin/python Tests/Browser/walk.py [--pictures FOLDER]

RETTID_PROGRAM is the program (.build/debug/rettid), RETTID_CHROMIUM the browser (/usr/bin/chromium). With --pictures
the pictures of the documentation are taken instead. The last line is "N passed, N failed".
"""

import argparse
import os
import sys
import time
from collections.abc import Callable

from playwright.sync_api import Browser, sync_playwright

from pictures import take_pictures
from program import Program
from referral_pictures import take_referral_pictures
from steps import Walk
from walk_plans import PlanWalk
from walk_referrals import ReferralWalk


class Checks:
    """Counts what holds and what does not; a failed check does not end the walk."""

    def __init__(self) -> None:
        self.passed = 0
        self.failed = 0

    def __call__(self, name: str, body: Callable[[], None]) -> None:
        start = time.monotonic()
        try:
            body()
        except Exception as error:  # A check may fail in any way; the next ones still tell something.
            self.failed += 1
            print(f"FAILED {name}\n       {str(error).strip() or repr(error)}", flush=True)
        else:
            self.passed += 1
            print(f"ok     {name} ({time.monotonic() - start:.1f} s)", flush=True)


def launch(playwright) -> Browser:
    """Debian's browser; its sandbox does not start for root."""
    path = os.environ.get("RETTID_CHROMIUM", "/usr/bin/chromium")
    options = ["--no-sandbox"] if os.geteuid() == 0 else []
    return playwright.chromium.launch(executable_path=path, args=options)


# What each part of the walk does, and what it takes pictures of for the documentation, if it does; each part has a world
# of its own.
PARTS = ((Walk, take_pictures), (ReferralWalk, take_referral_pictures), (PlanWalk, None))


def main(parts=PARTS) -> int:
    parser = argparse.ArgumentParser(description="Walks through the pages with a browser.")
    parser.add_argument("--pictures", metavar="FOLDER", help="take the documentation's pictures instead")
    arguments = parser.parse_args()
    checks = Checks()
    for walk, take in parts:
        if arguments.pictures and not take:
            continue
        try:
            with Program() as program, sync_playwright() as playwright:
                browser = launch(playwright)
                if arguments.pictures:
                    take(browser, program, arguments.pictures, checks)
                else:
                    walk(browser, program, checks).run()
                    checks("the program wrote no error", lambda: _expect_none(program.errors))
                browser.close()
        except Exception as error:
            checks.failed += 1
            print(f"FAILED the walk itself\n       {error}", flush=True)
    print(f"{checks.passed} passed, {checks.failed} failed", flush=True)
    return 1 if checks.failed or not checks.passed else 0


def _expect_none(lines: list[str]) -> None:
    assert not lines, "".join(lines[:5])


if __name__ == "__main__":
    sys.exit(main())
