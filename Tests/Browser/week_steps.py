"""Five working days of a caseworker and a leader; each day is a file of its own."""

from friday_steps import FridaySteps
from monday_steps import MondaySteps
from thursday_steps import ThursdaySteps
from tuesday_steps import TuesdaySteps
from wednesday_steps import WednesdaySteps


class WeekSteps(MondaySteps, TuesdaySteps, WednesdaySteps, ThursdaySteps, FridaySteps):
    """The days in their order; what one writes, the next ones read."""

    def _work_a_week(self) -> None:
        self._monday()
        self._tuesday()
        self._wednesday()
        self._thursday()
        self._friday()
