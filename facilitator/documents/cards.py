"""Badges and name plates: each participant on a card, as large as the name allows."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from facilitator.documents.colours import GREY, HAIR, INK, RULE
from facilitator.documents.grid import Grid, Paper
from facilitator.documents.own_voice import OwnVoice
from facilitator.documents.setting import Missing, Setter
from facilitator.documents.styles import Roles, roles
from facilitator.documents.surface import Surface, plain
from facilitator.documents.tree import Element
from facilitator.documents.typeset import Block, Style, Typesetter, open_canvas, unswept
from facilitator.language.direction import first_strong_rtl, isolate
from facilitator.language.speech import Language, mark

_NO_FACE = "\ufffd"
_SIDE, _TOP = 15 * mm, 18.5 * mm
_BADGE = 90 * mm, 65 * mm
_ACROSS, _DOWN = 2, 4
_INSET, _TICK, _FOOT, _APART = 6 * mm, 4 * mm, 12 * mm, 2.5 * mm
_BADGE_SIZES = (20, 18, 16, 14, 12, 10, 8)
_PLATE_SIZES = (64, 56, 48, 40, 34, 28, 24, 20, 16)
_BODY_SIZES = (28, 24, 20, 16, 12)
_LEADING = 1.3
_BADGES = Paper(*A4, _SIDE, _TOP, _TOP, 0.0, 0.0)
_PLATES = Paper(A4[1], A4[0], 20 * mm, 0.0, 0.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Card:
    """What a card says: `number` is the short one by which its bearer is found on the floor.

    `office` is held at the table of a panel.
    """

    name: str
    body: str
    category: str
    number: int | None = None
    office: str = ""


class _Cards:
    """The cards of one document while they are drawn."""

    def __init__(self, language: Language, original: str, title: str, notice: str, paper: Paper) -> None:
        self.typesetter = Typesetter(stand_in=_NO_FACE)
        self._setter = Setter(self.typesetter, french=language.code == "fr")
        self._voice = OwnVoice(roles, language, original)
        self.title, self.notice = title, notice
        self.paper, self.rtl = paper, language.rtl

    def fitted(
        self, text: str, role: Callable[[Roles], Style], sizes: Sequence[float], room: tuple[float, float]
    ) -> tuple[Block, str]:
        """Return the text in the largest size that has room, and its language if it is another one.

        `room` is a width and a height; of what has no room in the smallest size, the last lines are left out.
        """
        width, height = room
        styles, lang = self._voice.of(isolate(text))
        style = role(styles)
        block = self._setter.set("", style, width)
        for size in sizes:
            leading = max(style.leading_pt / style.size_pt, _LEADING) * size
            block = self._setter.text(text, replace(style, size_pt=size, leading_pt=leading), width)
            if block.height_pt <= height and block.natural_width_pt <= width:
                break
        return block.split(max(1, int(height / block.leading_pt)))[0], lang

    def stand(self, surface: Surface, block: Block, start: float, top: float, element: Element) -> float:
        """Lines stand on the card and belong to the element; returns where they end."""
        with surface.tags.marked(element):
            surface.block(block, start, top)
        return top + block.height_pt


Page = Callable[[Surface, Canvas], None]


@dataclass(frozen=True, slots=True)
class Form:
    """A kind of card: the sheet it is on, what it is called, and the pages that hold the cards."""

    paper: Paper
    called: str
    pages: Callable[[_Cards, Sequence[Card]], Iterator[Page]]


@unswept()
def print_cards(  # noqa: PLR0913 - what is printed, how, and who is told of it
    form: Form,
    cards: Sequence[Card],
    title: str,
    notice: str,
    language: Language,
    target: Path,
    *,
    original: str,
    moment: int,
    missing: Missing,
) -> None:
    """The target is a PDF of the cards; without any, of one empty page.

    `title` is that of the workshop, `original` its language; `notice` is shown on each card.
    """
    made = _Cards(language, original, title, notice, form.paper)
    _write(made, language.say(form.called), language, target, moment, form.pages(made, cards))
    missing(made.typesetter.missing)


def _pages_of_badges(made: _Cards, cards: Sequence[Card]) -> Iterator[Page]:
    many = _ACROSS * _DOWN
    for begin in range(0, max(1, len(cards)), many):
        some = cards[begin : begin + many]

        def draw(surface: Surface, _canvas: Canvas, some: Sequence[Card] = some) -> None:
            width, height = _BADGE
            for place, card in enumerate(some):
                down, across = divmod(place, _ACROSS)
                _badge(made, surface, card, across * width, _TOP + down * height)
            with surface.tags.artifact():
                _marks(surface)

        yield draw


def _badge(made: _Cards, surface: Surface, card: Card, left: float, top: float) -> None:
    """The name has what the other lines leave it."""
    width, height = _BADGE
    start, room = left + _INSET, width - 2 * _INSET
    element, foot = surface.tags.root.add("Sect"), top + height - _INSET
    head, lang = made.fitted(made.title, lambda styles: styles.label, (8, 7), (room, 9 * mm))
    made.stand(surface, head, start, top + _INSET, element.add("P", lang=lang))
    begins, ends = top + 16 * mm, foot - _FOOT - 1.5 * mm
    body, told = None, _told(card)
    if told:
        body = made.fitted(told, lambda styles: styles.body, (12, 11, 10, 9, 8), (room, 10 * mm))
        ends -= body[0].height_pt
    free = (room, ends - begins)
    name, lang = made.fitted(card.name, lambda styles: styles.title, _BADGE_SIZES, free)
    surface.bookmark(card.name, 0, begins)
    below = made.stand(surface, name, start, begins, element.add("H1", lang=lang))
    if body is not None:
        made.stand(surface, body[0], start, below + mm, element.add("P", lang=body[1]))
    _foot(made, surface, card, (start, foot - _FOOT, room), element)


def _told(card: Card) -> str:
    """Return the office and whom the bearer speaks for; where both run the same way, so does the line."""
    texts = [text for text in (card.office, _body(card)) if text]
    mixed = len({first_strong_rtl(text) for text in texts}) > 1
    return " · ".join(map(isolate, texts) if mixed else texts)


def _body(card: Card) -> str:
    """Return whom the bearer speaks for, which is not said twice."""
    return "" if card.body == card.name else card.body


def _foot(
    made: _Cards, surface: Surface, card: Card, edges: tuple[float, float, float], element: Element
) -> None:
    """The category, the short number and the notice stand below a rule; `edges` are start, top and width."""
    start, top, room = edges
    with surface.tags.artifact():
        surface.rule(start, room, top, thickness=0.75, colour=INK)
    line = (room - 40, 6 * mm)
    category, lang = made.fitted(card.category, lambda styles: styles.strong_label, (11, 10, 9, 8), line)
    made.stand(surface, category, start, top + 1.6 * mm, element.add("P", lang=lang))
    if card.number is not None:
        number, _ = made.fitted(
            str(card.number), lambda styles: replace(styles.figure, align="end"), (18,), (room, _FOOT)
        )
        made.stand(surface, number, start, top + 0.8 * mm, element.add("P"))
    if made.notice:
        notice, lang = made.fitted(made.notice, lambda styles: styles.grey_small, (5,), (room, 6 * mm))
        made.stand(
            surface, notice, start, top + _FOOT - notice.height_pt + 2.5 * mm, element.add("P", lang=lang)
        )


def _marks(surface: Surface) -> None:
    """Short strokes at the edges of the sheet show where to cut."""
    width, height = _BADGE
    for column in range(_ACROSS + 1):
        for edge in (_TOP - _TICK, _TOP + _DOWN * height):
            surface.stem(column * width, edge, edge + _TICK, thickness=0.25, colour=RULE)
    for row in range(_DOWN + 1):
        for edge in (-_TICK, _ACROSS * width):
            surface.rule(edge, _TICK, _TOP + row * height, thickness=0.25, colour=RULE)


def _pages_of_plates(made: _Cards, cards: Sequence[Card]) -> Iterator[Page]:
    for card in cards or (None,):
        yield _page_of_plate(made, card)


def _page_of_plate(made: _Cards, card: Card | None) -> Page:
    def draw(surface: Surface, canvas: Canvas) -> None:
        paper = made.paper
        with surface.tags.artifact():
            surface.rule(-paper.side, paper.width, paper.height / 2, thickness=0.25, colour=HAIR)
        if card is None:
            return
        surface.bookmark(card.name, 0, paper.height / 2)
        _plate(made, surface, card, surface.tags.root.add("Sect"))
        with surface.tags.artifact():  # the same words again, for whoever sits opposite
            canvas.saveState()
            canvas.translate(paper.width, paper.height)
            canvas.rotate(180)
            _plate(made, surface, card, None)
            canvas.restoreState()

    return draw


def _plate(made: _Cards, surface: Surface, card: Card, element: Element | None) -> None:
    """The name and the body stand in the middle of the lower half of the sheet, above the notice."""
    paper, width = made.paper, made.paper.type_width
    blocks = [made.fitted(card.name, lambda styles: styles.title, _PLATE_SIZES, (width, 48 * mm))]
    if card.office:
        blocks.append(made.fitted(card.office, lambda styles: styles.body, _BODY_SIZES, (width, 18 * mm)))
    if _body(card):
        grey = lambda styles: replace(styles.body, colour=GREY)  # noqa: E731 - which of the roles
        blocks.append(made.fitted(card.body, grey, _BODY_SIZES, (width, 20 * mm)))
    high = sum(block.height_pt for block, _ in blocks) + _APART * (len(blocks) - 1)
    top = paper.height * 3 / 4 - high / 2 - 4 * mm
    for block, lang in blocks:
        part = None if element is None else element.add("P" if element.kids else "H1", lang=lang)
        for line in _lines(block):
            start = (width - line.natural_width_pt) / 2 - line.left_pt
            if made.rtl:  # where blocks are placed by their right edges
                start = -start
            if part is None:
                surface.block(line, start, top)
                top += line.height_pt
            else:
                top = made.stand(surface, line, start, top, part)
        top += _APART
    if made.notice and element is not None:
        notice, lang = made.fitted(made.notice, lambda styles: styles.grey_small, (7,), (width, 5 * mm))
        made.stand(surface, notice, 0, paper.height - 12 * mm, element.add("P", lang=lang))


def _lines(block: Block) -> Iterator[Block]:
    """Yield the lines of a block, each to stand in the middle for itself."""
    while block.lines > 1:
        line, block = block.split(1)
        yield line
    yield block


def _write(
    made: _Cards,
    kind: str,
    language: Language,
    target: Path,
    moment: int,
    pages: Iterator[Page],
) -> None:
    """The pages are in the file, one after the other, with the tree of their parts."""
    canvas = open_canvas(
        target,
        title=plain(f"{kind}: {made.title}"),
        author=plain(made.title),
        subject=plain(made.title),
        lang=language.code,
        rtl=language.rtl,
        moment=moment,
        size=(made.paper.width, made.paper.height),
    )
    surface = Surface(canvas, Grid(language.rtl, made.paper))
    for draw in pages:
        draw(surface, canvas)
        canvas.showPage()
    surface.close()
    canvas.save()


BADGES = Form(_BADGES, mark("Badges"), _pages_of_badges)
"""Eight of 90 by 65 mm on each page, with marks to cut them by."""
NAME_PLATES = Form(_PLATES, mark("Name plates"), _pages_of_plates)
"""One on each page, to be folded in the middle and read from both sides."""
