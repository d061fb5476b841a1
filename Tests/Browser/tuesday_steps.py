"""Tuesday: the clocks of an investigation, its plan, and the child who is heard."""

from editor import Editor
from stage import Stage

MOST_IMPORTANT = "Jeg vil sove i min egen seng og ha det stille om natta."
SAID = "Sol er trygg hos mormor. Hjemme blir hun redd når de voksne roper."


class TuesdaySteps(Stage):
    """The caseworker plans, talks with the child, and loses a session in the middle of a sentence."""

    def _tuesday(self) -> None:
        jonas = self._jonas
        page = jonas.page
        later = "Møte med skolen torsdag klokka ni."
        note = "Snakket med helsesykepleier på telefon. Hun har sett Sol to ganger i høst."

        def clocks() -> None:
            jonas.press("nav.menu a[href='/min-dag']")
            text = self._duties_of(self._sol)
            assert "§\u00a02-2" in text, f"the day does not show the investigation's clocks: {text}"
            assert "igjen" in text, "the day does not say how many days are left"

        def planned() -> None:
            row = page.locator(f"tbody tr:has(a[href='{self._sol}']):has(a[href*='plan-investigation'])")
            path = row.locator("a[href*='plan-investigation']").get_attribute("href")
            plan = "Samtale med Sol alene, hjemmebesøk, skole og fastlege. Vi er to hele veien."
            Editor(jonas, path).fill(plan=plan).look_over("Ingenting er skrevet i saken ennå", plan).keep()
            jonas.expect_address(self._sol)
            jonas.expect(plan)

        def heard() -> None:
            editor = Editor(jonas, f"{self._sol}/hear-child").fill_by_keyboard(
                outcome="heard",
                way="conversation",
                toldChild="Hvorfor vi snakker sammen, hvem som får vite det, og hva hun selv bestemmer.",
                heardAbout="Hvordan kveldene er hjemme, og hvem hun kan ringe.",
                said=SAID,
                agreement="agrees",
                weight="Avgjørende for at vi undersøker kveldene først.",
                mostImportant=MOST_IMPORTANT,
                trustedPerson="toldAndWants",
            )
            editor.keep_by_keyboard()
            jonas.expect_address(self._sol)
            view = page.locator("section.childs-view").inner_text()
            for text in (MOST_IMPORTANT, SAID, "I samtale"):
                assert text in view, f"the child's view does not say: {text}"

        def view_first() -> None:
            top = page.locator("main section h2").all_inner_texts()
            assert top.index("Barnets syn") < top.index("Plikter og frister"), f"the order is {top}"

        def put_aside() -> None:
            Editor(jonas, f"{self._sol}/note").fill(kind="meeting", text=later).put_aside()
            jonas.sign_out()
            jonas.sign_in()
            draft = page.locator("section[aria-labelledby=drafts] a", has_text="journalnotat")
            jonas.press(draft)
            assert page.locator("textarea[name=text]").input_value() == later, "the text is gone"
            Editor(jonas).look_over(later).keep()
            jonas.go("/min-dag")
            assert not draft.count(), "the draft is still there"

        def lost() -> None:
            editor = Editor(jonas, f"{self._sol}/note").fill(kind="telephone", text=note)
            elsewhere = jonas.elsewhere()
            elsewhere.sign_out()
            try:
                editor.look_over(note, "Logg inn igjen")
            finally:
                elsewhere.sign_in()
                elsewhere.page.close()

        def found_again() -> None:
            jonas.press("button:text-is('Jeg er logget inn: gå videre')")
            assert page.locator("textarea[name=text]").input_value() == note, "the text is gone"
            Editor(jonas).look_over(note).keep()
            jonas.expect(note, later)

        self._check("Tuesday: my day shows the investigation's clocks, with section and days left", clocks)
        self._check("Tuesday: one click leads from the duty to its plan, which is looked over and kept", planned)
        self._check("Tuesday: the child's five elements are written by keyboard alone", heard)
        self._check("Tuesday: the child's own words come first on the page of the case", view_first)
        self._check("Tuesday: a draft waits on my day, also after signing out", put_aside)
        self._check("Tuesday: the session ends while a note is being written, and the text stays", lost)
        self._check("Tuesday: signed in again, the note is finished", found_again)
