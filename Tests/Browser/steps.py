"""The walk, step by step: from a report at the interface to the person who signs out."""

from closing_steps import ClosingSteps
from reception_steps import ReceptionSteps
from report_steps import ReportSteps
from week_looks import WeekLooks
from week_steps import WeekSteps


class Walk(ReportSteps, ReceptionSteps, WeekSteps, WeekLooks, ClosingSteps):
    """All steps in their order; each is one or more named checks."""

    def run(self) -> None:
        self._send()
        self._read()
        self._watch_over()
        self._keep_out()
        self._receive_what_has_no_home()
        self._register_by_hand()
        self._find_number()
        self._reconcile()
        self._work_a_week()
        self._look_at_the_week()
        self._leave()
        self._look_at_everything()
