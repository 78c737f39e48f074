"""Everything that can be opened over a workshop or before one, by its name, on the sample."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from facilitator.acts.desk import Desk
from facilitator.language.speech import Language
from facilitator.ui.console import Console
from facilitator.ui.context import Context
from facilitator.ui.notes.gestures import Ask
from facilitator.ui.report.chooser import Chooser
from facilitator.ui.roles import FLOOR, LEDGER, NOTES, REPORT, SETUP
from facilitator.ui.settings import ABOUT, LAPTOPS, READINESS, SAFETY, SETTINGS
from facilitator.ui.settings.sheets import Sheets
from facilitator.ui.start.first_run import FirstRun
from facilitator.ui.start.parts import StartAttire
from facilitator.ui.start.recents import Settings
from facilitator.ui.start.screen import StartScreen
from facilitator.ui.start.unlock import Unlock
from facilitator.ui.theme import dress
from facilitator.ui.tokens import DARK, DARK_STRONG, LIGHT, LIGHT_STRONG, Tokens
from facilitator.ui.vault import Vault

PEOPLE = "Name,Category\nAda Example,Government\n,Government\nAda Example (2),Unheard of\n"


@dataclass
class House:
    """A desk on the sample, and how its screens are to look."""

    desk: Desk
    folder: Path
    language: Language
    size: tuple[int, int]
    tokens: Tokens = LIGHT

    def console(self) -> Console:
        width, height = self.size
        large = width >= 1700 and height >= 900
        context = Context(self.desk, self.language, self.tokens, large=large)
        return Console(context, self.size, self.settings())

    def settings(self) -> Settings:
        """Return settings in which the colours are those of the house."""
        kept = Settings(self.folder / "settings.json")
        kept.keep("theme", "dark" if self.tokens in (DARK, DARK_STRONG) else "light")
        kept.keep("contrast", "strong" if self.tokens in (LIGHT_STRONG, DARK_STRONG) else "system")
        return kept

    @property
    def attire(self) -> StartAttire:
        return StartAttire(self.language, self.tokens)


def _sheet(which: str, house: House, console: Console) -> object:
    sheets = Sheets(house.settings(), int, lambda: Vault(None, house.desk))
    sheets.open(which, house.language, console)
    return sheets


def _page(number: int, house: House, console: Console) -> None:
    console.open_page(number)


def _import(house: House, console: Console) -> None:
    path = house.folder / "people.csv"
    path.write_text(PEOPLE, encoding="utf-8")
    console.open_page(SETUP)
    console._pages.setup.door.look_at(path)


def _doubles(house: House, console: Console) -> None:
    console.open_page(SETUP)
    console._pages.setup.door.look_for_doubles()


def _programme(house: House, console: Console) -> None:
    console.open_page(SETUP)
    console._pages.setup.door.look_at_programme()


def _groups(house: House, console: Console) -> None:
    console.open_page(SETUP)
    console._pages.setup.grouped.click()


def _notes(ask: Ask, house: House, console: Console) -> None:
    console.open_page(NOTES)
    console.notes.tools.open(ask)


def _draft(house: House, console: Console) -> None:
    console.open_page(REPORT)
    console.report.show_draft(wanted=True)
    console.report.draft.outline.setCurrentRow(0)


def _ledger(house: House, console: Console) -> None:
    console.open_page(LEDGER)
    ledger = console._pages.ledger
    ledger.choose([held.id for held in ledger.every()[:1]])


def _read_back(house: House, console: Console) -> None:
    _ledger(house, console)
    console._pages.ledger.read_back()


def _fields(house: House, console: Console) -> None:
    _ledger(house, console)
    console._pages.ledger.fields.open()


def _recommended(house: House, console: Console) -> None:
    path = house.folder / "recommendations.csv"
    path.write_text("Recommendation text,Symbol\nTrain judges.,A/HRC/34/23\n,A/HRC/34/23\n", encoding="utf-8")
    console.open_page(LEDGER)
    console._pages.ledger.door.look_at(path)


def _masthead(house: House, console: Console) -> None:
    _draft(house, console)
    console.report.draft.fields.open()


def _before(house: House, console: Console) -> None:
    console.open_page(LEDGER)
    console._pages.ledger.show_before()


def _asking(house: House, console: Console) -> None:
    console.floor.quick_add.setFocus()
    console.floor.quick_add.insert("co")


OVER: dict[str, Callable[[House, Console], object]] = {
    "floor": partial(_page, FLOOR),
    "notes": partial(_page, NOTES),
    "report": partial(_page, REPORT),
    "setup": partial(_page, SETUP),
    "setup by groups": _groups,
    "ledger": _ledger,
    "what came before": _before,
    "read back": _read_back,
    "fields of a recommendation": _fields,
    "recommendations of others": _recommended,
    "draft": _draft,
    "masthead": _masthead,
    "import": _import,
    "doubles": _doubles,
    "programme": _programme,
    "settings": partial(_sheet, SETTINGS),
    "safety": partial(_sheet, SAFETY),
    "between laptops": partial(_sheet, LAPTOPS),
    "about": partial(_sheet, ABOUT),
    "readiness": partial(_sheet, READINESS),
    "keys": lambda _, console: console.over.sheet.toggle(0),
    "messages": lambda _, console: console.over.choose_message(),
    "palette": lambda _, console: console.over.find_act(),
    "tour": lambda _, console: console.over.begin_tour(int),
    "search": partial(_notes, Ask.SEARCH),
    "tags": partial(_notes, Ask.TAG),
    "asking for the floor": _asking,
    "a question about the list": lambda _, console: console.floor.questions.side_clock(),
}
"""Over a console, or on one of its desks."""

BEFORE: dict[str, Callable[[House], QWidget]] = {
    "start": lambda house: StartScreen(house.language, house.tokens),
    "first run": lambda house: FirstRun(house.tokens, house.language.code),
    "unlock": lambda house: Unlock(house.attire, Path("workshop.facilitator"), int),
}
"""In place of a console."""


def _row_menu(house: House, console: Console) -> QMenu:
    console.floor.queue.select(console.floor.model.rows[1].request)
    return console.floor.queue.menu()


def _filter(number: int, house: House, console: Console) -> QMenu:
    _ledger(house, console)
    ledger = console._pages.ledger
    return _filled(console, [*(fill for _, fill in ledger.filters), ledger.list_acts][number])


def _filter_before(number: int, house: House, console: Console) -> QMenu:
    _before(house, console)
    before = console._pages.ledger.before
    return _filled(console, [*(fill for _, fill in before.filters), before.list_acts][number])


def _filled(console: Console, fill: Callable[[QMenu], object]) -> QMenu:
    menu = QMenu(console)
    fill(menu)
    return menu


def _categories(house: House, console: Console) -> QMenu:
    console.open_page(SETUP)
    return console._pages.setup.categories()


def _chosen(number: int, house: House, console: Console) -> QMenu:
    console.open_page(REPORT)
    return [each for each in console.report.findChildren(Chooser) if each.isVisible()][number].menu()


MENUS: dict[str, Callable[[House, Console], QMenu]] = {
    "row of the list": _row_menu,
    "list": lambda _, console: console.floor.list_menu(),
    "panel": lambda _, console: console._panel_menu(),
    "dimensions": lambda _, console: console.floor.balance.outlook.choices(),
    "motives": lambda _, console: console.floor.suggestion.motives(),
    "hats": lambda _, console: console.floor.ask_pane.hats(),
    **{f"filter {number}": partial(_filter, number) for number in range(5)},
    **{f"filter of what came before {number}": partial(_filter_before, number) for number in range(3)},
    "categories": _categories,
    **{f"document {number}": partial(_chosen, number) for number in range(5)},
}
"""Menus over a console, none of which stops anything while it is open."""


def each_menu(application: QApplication, house: House, look: Callable[[str, QMenu], object]) -> None:
    """Every menu, and what opens beside it, is made once."""
    dress(application, house.tokens, house.language)
    console = house.console()
    _shown(application, console, house.size)
    for name, make in MENUS.items():
        console.open_page(FLOOR)
        menu = make(house, console)
        for number, one in enumerate((menu, *menu.findChildren(QMenu))):
            look(f"{name} · {number}" if number else name, one)
    console.close_room()
    _gone(application, console)


def each(
    application: QApplication, house: House, look: Callable[[str, QWidget, set[QWidget]], object]
) -> None:
    """Everything is opened once; `look` is given its name, the window, and what came into sight with it."""
    dress(application, house.tokens, house.language)
    for name, make in BEFORE.items():
        page = make(house)
        _shown(application, page, house.size)
        look(name, page, seen(page))
        _gone(application, page)
    for name, open_ in OVER.items():
        console = house.console()
        console.open_page(FLOOR)
        _shown(application, console, house.size)
        before = seen(console)
        kept = open_(house, console)  # whoever made a sheet lives as long as it is looked at
        application.processEvents()
        look(name, console, seen(console) - before or before)
        del kept
        console.close_room()
        _gone(application, console)


def seen(window: QWidget) -> set[QWidget]:
    """Return the parts of a window that are in sight."""
    return {part for part in (window, *window.findChildren(QWidget)) if part.isVisible()}


def _shown(application: QApplication, page: QWidget, size: tuple[int, int]) -> None:
    page.resize(*size)
    page.show()
    application.processEvents()


def _gone(application: QApplication, page: QWidget) -> None:
    page.close()
    page.deleteLater()
    application.sendPostedEvents(None, QEvent.Type.DeferredDelete)
