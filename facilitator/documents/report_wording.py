"""The sentences of the report, made from its structure."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from facilitator.documents.attributing import Attributing
from facilitator.domain.attribution import Counted, Level, Quantity
from facilitator.domain.notes import NoteKind
from facilitator.domain.programme import Panel, PanelState, Question
from facilitator.domain.renderings import InLanguages
from facilitator.domain.report import IN_WORDS, Held, Point, Report, Stated, Statement, Title
from facilitator.domain.report import paragraphs as paragraph_lines
from facilitator.language.direction import isolate, ltr, whole
from facilitator.language.known_texts import is_known_in, rendered, running
from facilitator.language.speech import Language, mark
from facilitator.language.vocabularies import called

_TITLES = {
    Title.SUMMARY: mark("Summary"),
    Title.INTRODUCTION: mark("Introduction"),
    Title.ORGANIZATION: mark("Organization of the workshop"),
    Title.OUTCOME: mark("Conclusions and recommendations"),
    Title.CONCLUSIONS: mark("Conclusions"),
    Title.RECOMMENDATIONS: mark("Recommendations"),
    Title.OTHER_POINTS: mark("Other points"),
}
_LISTS = {
    NoteKind.GOOD_PRACTICE: mark("The following good practices were presented:"),
    NoteKind.CHALLENGE: mark("The following challenges were described:"),
    NoteKind.GAP: mark("The following gaps were identified:"),
    NoteKind.LESSON: mark("The following lessons were drawn:"),
    NoteKind.JOINT_ACTIVITY: mark("The following joint activities were reported:"),
    NoteKind.NEW_FORM: mark("The following forms of racism were described as new, emerging or prevailing:"),
    NoteKind.PROGRESS: mark("The following progress was reported:"),
    NoteKind.COOPERATION: mark("The following ways of cooperating were discussed:"),
    NoteKind.REMEDY: mark("The following solutions and remedies were put forward:"),
    NoteKind.COMMITMENT: mark("The following commitments were made:"),
}
_ATTRIBUTION = {
    Level.NAME: mark("Views are attributed to those who expressed them."),
    Level.BODY: mark("Views are attributed to the bodies that expressed them."),
    Level.CATEGORY: mark(
        "Views are attributed to categories of participants, unless a speaker could be recognised."
    ),
    Level.QUANTITY: mark("Views are not attributed to single speakers."),
    Level.IMPERSONAL: mark("Views are reported without saying who expressed them."),
    Level.SUPPRESSED: mark("The views expressed are not reported."),
}


class ReportWording:
    """What the report says in one language."""

    def __init__(self, report: Report, language: Language) -> None:
        self._report = report
        self._language = language
        self._attributing = Attributing(report.categories, language)
        self._sentences: dict[Statement, Callable[[Stated], str]] = {
            Statement.ACCOUNT: lambda _: self.account(),
            Statement.AIM: lambda s: language.say("The workshop had the following aim: {text}", text=s.text),
            Statement.MANDATE: self._mandate,
            Statement.EARLIER: self._earlier,
            Statement.OBJECTIVES: lambda _: language.say("The workshop had the following objectives:"),
            Statement.PANELS: lambda _: self._panels(),
            Statement.PARTICIPANTS: lambda _: self._participants(),
            Statement.CONSULTATIONS: self._consultations,
            Statement.ATTRIBUTION: lambda _: language.say(_ATTRIBUTION[report.level]),
            Statement.PANEL: self._held,
            Statement.POINTS: lambda s: language.say(_LISTS[s.kind or NoteKind.LESSON]),
        }

    def title(self, title: Title | Panel | Question | str) -> str:
        match title:
            case Title():
                return self._language.say(_TITLES[title])
            case Panel():
                return isolate(title.title)
            case Question():
                return isolate(title.brief)
            case _:
                name = called(title, self._language.code)
                return isolate(name[:1].upper() + name[1:]) or self._language.say("All concerned")

    def sentence(self, stated: Stated) -> str:
        """Return the paragraph's text; what people wrote keeps its own direction."""
        own = self.own_text(stated)
        if own:
            return self._as_written(stated, paragraph_lines(own)[0])
        if stated.point is not None:
            return self.point(stated.point)
        made = self._sentences.get(stated.statement)
        return isolate(stated.text) if made is None else made(stated)

    def note(self, stated: Stated) -> str:
        """Return the paragraph's footnote; empty if it has none."""
        if not stated.sources:
            return ""
        symbols = self._language.names([ltr(symbol) for symbol in stated.sources])
        return self._language.say("See {symbols}.", symbols=symbols)

    def own_text(self, stated: Stated) -> str:
        """Return what the secretariat wrote in this language, else in its own if there is no other source."""
        there = stated.texts.get(self._language.code, "")
        if there or (stated.in_hand is not None and stated.in_hand.has_source):
            return there
        return stated.own_text

    def _as_written(self, stated: Stated, line: str) -> str:
        """A translation runs as the document does; what people wrote first keeps its own direction."""
        code = self._language.code
        if code != self._report.workshop.language and stated.texts.get(code):
            return whole(line, rtl=self._language.rtl)
        return isolate(line)

    def is_translated(self, stated: Stated) -> bool:
        """Say whether no text of the paragraph stands in another language than the document."""
        if stated.texts.get(self._language.code):
            return True
        if self._language.code == self._report.workshop.language and not stated.own_text:
            return True
        points = [*stated.parts, *([] if stated.point is None else [stated.point])]
        written = [stated.text, stated.own_text, *(point.text for point in points)]
        return all(is_known_in(text, self._language.code) for text in written if text)

    def is_field_translated(self, name: str) -> bool:
        """Say whether a field of the masthead does not stand in another language than the document."""
        return name not in IN_WORDS or self._has(self._report.written.get(name))

    def is_title_translated(self, symbol: str) -> bool:
        """Say whether what a document is called does not stand in another language than this document."""
        return self._has(self._report.titles.get(symbol))

    def _has(self, text: InLanguages | None) -> bool:
        code = self._language.code
        return text is None or code in text.texts or is_known_in(text.first, code)

    def field_lines(self, name: str) -> list[str]:
        return self._lines(self._report.written.get(name, InLanguages()))

    def titled(self, symbol: str) -> str:
        """Return what a document is called; empty if nobody said."""
        return "".join(self._lines(self._report.titles.get(symbol, InLanguages())))

    def _lines(self, text: InLanguages) -> list[str]:
        """Return the lines of a text: a translation runs as the document does, any other as its letters."""
        code, rtl = self._language.code, self._language.rtl
        there = code in text.texts and code != self._report.workshop.language
        return [
            whole(line, rtl=rtl) if there else isolate(line) for line in paragraph_lines(text.text_in(code))
        ]

    def parts(self, stated: Stated) -> Iterator[str]:
        own = self.own_text(stated)
        if own:
            yield from (self._as_written(stated, line) for line in paragraph_lines(own)[1:])
            return
        if stated.statement is Statement.PARTICIPANTS:
            yield from self._by_category()
        yield from map(self.point, stated.parts)

    def point(self, point: Point) -> str:
        """Return what was noted, with who said it in front unless it was one voice among others."""
        attribution = point.attribution
        alone = isinstance(attribution, Counted) and attribution.quantity is Quantity.ONE
        who = "" if alone else self._attributing.who(attribution)
        text = rendered(point.text, self._language.code)
        if who:
            return self._language.say("{who}: {text}", who=who, text=text)
        return running(text, self._language)

    def account(self) -> str:
        report, language = self._report, self._language
        dates = language.date_range(report.begins, report.ends)
        fields = {"dates": dates, "title": report.workshop.title}
        if report.workshop.place:
            return language.say(
                "The present report is on the following workshop, held at {place} on {dates}: {title}.",
                place=report.workshop.place,
                **fields,
            )
        return language.say(
            "The present report is on the following workshop, held on {dates}: {title}.", **fields
        )

    def _mandate(self, stated: Stated) -> str:
        symbols = self._language.names([ltr(symbol) for symbol in stated.names])
        return self._language.count(
            "The series of workshops was mandated by the Human Rights Council in its resolution {symbols}.",
            "The series of workshops was mandated by the Human Rights Council in its resolutions {symbols}.",
            len(stated.names),
            symbols=symbols,
        )

    def _earlier(self, stated: Stated) -> str:
        years = self._language.names(list(stated.names))
        return self._language.count(
            "An earlier workshop was held in {years}.",
            "Earlier workshops were held in {years}.",
            len(stated.names),
            years=years,
        )

    def _panels(self) -> str:
        return self._language.count(
            "The workshop consisted of {n} panel, followed by an interactive discussion.",
            "The workshop consisted of {n} panels, each followed by an interactive discussion.",
            len(self._report.panels),
        )

    def _participants(self) -> str:
        return self._language.count(
            "{n} participant was registered, by category as follows:",
            "{n} participants were registered, by category as follows:",
            sum(who.registered for who in self._report.people),
        )

    def _by_category(self) -> Iterator[str]:
        for category in self._report.categories:
            n = sum(who.registered and who.category == category.key for who in self._report.people)
            if n:
                yield self._language.say("{category}: {n}", category=category.label, n=n)

    def _consultations(self, stated: Stated) -> str:
        places = self._language.names([rendered(name, self._language.code) for name in stated.names])
        return self._language.say("Consultations in {places} preceded the workshop.", places=places)

    def _held(self, stated: Stated) -> str:
        held = stated.held
        if held is None:
            return isolate(stated.text)
        sentences = [self._when(held), *self._interventions(held), isolate(stated.text)]
        return " ".join(filter(None, sentences))

    def _when(self, held: Held) -> str:
        say, language = self._language.say, self._language
        date, span = language.date(held.begins), language.time_range(held.begins, held.ends)
        match held.state:
            case PanelState.PLANNED:
                return say("The panel is planned for {date}, {range}.", date=date, range=span)
            case PanelState.CLOSED:
                return say("The panel was held on {date}, {range}.", date=date, range=span)
            case _:
                time = language.time_of_day(held.begins)
                return say("The panel began on {date} at {time} and is still sitting.", date=date, time=time)

    def _interventions(self, held: Held) -> Iterator[str]:
        n = held.figures.interventions
        if n:
            yield self._language.count(
                "{n} intervention was made; category heard: {categories}.",
                "{n} interventions were made; categories heard: {categories}.",
                n,
                categories=self.listed([category.label for category in held.categories]),
            )

    def listed(self, items: Sequence[str]) -> str:
        return self._attributing.listed(items)
