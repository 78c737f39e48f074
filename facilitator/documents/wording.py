"""The sentences of a panel's summary, made from its content and its figures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from facilitator.documents.attributing import Attributing
from facilitator.domain.attribution import Counted
from facilitator.domain.hearing import Figures, Heard, Part
from facilitator.domain.programme import PanelState, QuestionKind
from facilitator.domain.summary import Moment, PanelSummary, Paragraph, Proposal, Section
from facilitator.language.direction import isolate, ltr, whole
from facilitator.language.levels import LEVEL_WORDS
from facilitator.language.speech import Language, mark
from facilitator.language.vocabularies import called

FEW = 3
"""Of how many one sentence speaks by name."""
_COMMA = mark(", ")

_PARTS = {
    Part.PRESENTATION: mark("panellist, {clock}"),
    Part.FLOOR: mark("from the floor, {clock}"),
    Part.REPLY: mark("reply, {clock}"),
    Part.CHAIR: mark("moderator, {clock}"),
}


class Wording:
    """What the summary says in one language."""

    def __init__(self, summary: PanelSummary, language: Language) -> None:
        self._summary = summary
        self._language = language
        self._attributing = Attributing(summary.categories, language)

    def kind(self) -> str:
        return self._language.say("Panel summary")

    def panel(self) -> str:
        return self._language.say("Panel {n}", n=self._summary.panel.number)

    def panel_in_head(self) -> str:
        return self._language.say("Panel {n}.", n=self._summary.panel.number)

    def foot(self, moment: int) -> str:
        date, time = self._language.date(moment), self._language.time_of_day(moment)
        return self._language.say(
            "Draft for read-back, {date}, {time}. Not an official record.", date=date, time=time
        )

    def facts(self) -> Iterator[tuple[str, str]]:
        """Yield the masthead's labels and values."""
        summary, language = self._summary, self._language
        yield self.held()
        if summary.moderators:
            n = len(summary.moderators)
            yield language.count("Moderator", "Moderators", n), self.listed(summary.moderators)
        if summary.panellists:
            n = len(summary.panellists)
            yield language.count("Panellist", "Panellists", n), self.listed(summary.panellists)
        yield from self._without_the_floor()
        yield language.say("Attribution"), self._attribution_fact()

    def _without_the_floor(self) -> Iterator[tuple[str, str]]:
        """Yield who asked for the floor and did not have it; where nobody may be named, how many."""
        summary, say = self._summary, self._language.say
        for label, names, n in (
            (say("Received in writing"), summary.received, summary.figures.received),
            (say("Asked for the floor, not heard"), summary.unheard, summary.figures.unheard),
        ):
            if n:
                yield label, self.listed(names) if names else str(n)

    def held(self) -> tuple[str, str]:
        """Return a label, and when and where the panel was held or will be."""
        summary, language = self._summary, self._language
        date = language.date(summary.begins, weekday=True)
        fields = {"date": date, "range": language.time_range(summary.begins, summary.ends)}
        label = language.say("Held")
        if summary.state is PanelState.CLOSED:
            when = language.say("{date}, {range}", **fields)
        elif summary.state is PanelState.PLANNED:
            label = language.say("Planned for")
            when = language.say("{date}, {range}", **fields)
        else:
            time = language.time_of_day(summary.begins)
            when = language.say("{date}, since {time}, still sitting", date=date, time=time)
        place = summary.workshop.place
        return label, language.say("{when}, {place}", when=self._whole(when), place=place) if place else when

    def _attribution_fact(self) -> str:
        fact = self._language.say(LEVEL_WORDS[self._summary.level])
        if not self._summary.lowered:
            return fact
        return self._language.count(
            "{level}; {n} paragraph in more general terms, where a speaker could be recognised",
            "{level}; {n} paragraphs in more general terms, where a speaker could be recognised",
            self._summary.lowered,
            level=fact,
        )

    def key_figures(self) -> Iterator[tuple[str, str, str]]:
        """Yield figure, what it counts, and what it is a part of."""
        count, say, hours = self._language.count, self._language.say, self._language.hours
        figures = self._summary.figures
        n = figures.interventions
        yield str(n), count("intervention", "interventions", n), self._kinds(figures)
        sitting = say("of {hours} of sitting", hours=hours(figures.sitting_ms))
        yield hours(figures.speaking_ms), say("hours of speaking time"), sitting
        n = figures.bodies_heard
        in_the_room = count("of {n} in the room", "of {n} in the room", figures.bodies)
        yield str(n), count("body heard", "bodies heard", n), in_the_room
        n = figures.categories_heard
        of = count("of {n}", "of {n}", figures.categories)
        yield str(n), count("category heard", "categories heard", n), of

    def _kinds(self, figures: Figures) -> str:
        count = self._language.count
        kinds = (
            (figures.presentations, count("{n} presentation", "{n} presentations", figures.presentations)),
            (figures.from_floor, count("{n} from the floor", "{n} from the floor", figures.from_floor)),
            (figures.replies, count("{n} reply", "{n} replies", figures.replies)),
        )
        return self._language.names([text for n, text in kinds if n])

    def section(self, section: Section) -> str:
        """Return what stands in the margin beside a question: what it is called, and its number."""
        if section.question is None:
            return ""
        number = section.question.number
        if self._summary.panel.questions_are is QuestionKind.FOCUS_AREAS:
            return self._language.say("Focus area {n}", n=number)
        return self._language.say("Guiding question {n}", n=number)

    def other_points(self) -> str:
        """Return the heading of what stands under no question."""
        if self._summary.panel.questions:
            return self._language.say("Other points")
        return self._language.say("Points noted")

    def who(self, paragraph: Paragraph) -> str:
        return self._attributing.who(paragraph.attribution)

    def when(self, paragraph: Paragraph) -> str:
        """Return in which part and when it was said; for several voices, how many and from where."""
        attribution = paragraph.attribution
        if isinstance(attribution, Counted) and attribution.voices > 1:
            count = self._language.count
            voices = count("{n} voice", "{n} voices", attribution.voices)
            categories = count("{n} category", "{n} categories", attribution.categories)
            return self._language.say("{voices}, {categories}", voices=voices, categories=categories)
        moments = paragraph.moments
        if len(moments) > FEW:
            return self._language.time_range(moments[0].at, moments[-1].at)
        return self._joined(_COMMA, list(self._moments(moments)))

    def _moments(self, moments: Sequence[Moment]) -> Iterator[str]:
        """Yield each part with its clocks: "from the floor, 11:36", then "11:49" if the part is the same."""
        last: Part | None = None
        for moment in moments:
            clock = self._language.time_of_day(moment.at)
            if moment.part is None or moment.part is last:
                yield clock
            else:
                yield self._language.say(_PARTS[moment.part], clock=clock)
            last = moment.part

    def proposed(self, proposal: Proposal) -> str:
        """Return a recommendation: a translation runs as the document does, any other as its own letters."""
        code = self._language.code
        translated = code in proposal.texts and code != self._summary.workshop.language
        said = proposal.text_in(code)
        return self._whole(said) if translated else isolate(said)

    def source(self, proposal: Proposal) -> str:
        """Return a recommendation's working number and the paragraphs it rests on."""
        number = ltr(proposal.number)
        if not proposal.paragraphs:
            return number
        paragraphs = self._joined(_COMMA, [str(p) for p in proposal.paragraphs])
        return self._language.count(
            "{number}, from para.\u00a0{paragraphs}",
            "{number}, from paras.\u00a0{paragraphs}",
            len(proposal.paragraphs),
            number=number,
            paragraphs=self._whole(paragraphs),
        )

    def addressees(self, proposal: Proposal) -> str:
        """Return of whom a recommendation asks something."""
        return self.listed([called(name, self._language.code) for name in proposal.addressees])

    def listed(self, items: Sequence[str]) -> str:
        return self._attributing.listed(items)

    def _joined(self, separator: str, items: Sequence[str]) -> str:
        return self._language.say(separator).join(map(isolate, items))

    def heard(self) -> str:
        """Return the sentence that says what the chart shows."""
        say, rows = self._language.say, self._summary.heard
        under = [row for row in rows if row.under]
        over = [row for row in rows if row.over]
        if not any(row.turns for row in rows):
            return say("Nobody has taken the floor yet.")
        if not any(row.category.target_share is not None for row in rows):
            return self._most_heard(rows)
        if under and over:
            return say(
                "{below} had less of the speaking time than planned, {above} more.",
                below=self._names(under),
                above=self._names(over),
            )
        if under:
            return say("{below} had less of the speaking time than planned.", below=self._names(under))
        if over:
            return say("{above} had more of the speaking time than planned.", above=self._names(over))
        return say("The speaking time was shared about as planned.")

    def explanation(self) -> str:
        """Return what a reader of the chart has to know."""
        return self._language.say("The moderator’s time is not counted.")

    def below_target(self) -> str:
        """Return what the mark beside a difference means; empty where none stands."""
        if not any(row.under for row in self._summary.heard):
            return ""
        return self._language.say("five points or more below target.")

    def _most_heard(self, rows: Sequence[Heard]) -> str:
        most = max(rows, key=lambda row: row.share)
        return self._language.say(
            "{category} spoke longest, with {percent} of the speaking time.",
            category=most.category.brief,
            percent=self._language.percent(most.share),
        )

    def unheard(self) -> str:
        """Return who was in the room and did not speak; empty if everybody did."""
        rows = [row for row in self._summary.heard if row.unheard]
        if not rows or not any(row.turns for row in self._summary.heard):
            return ""
        return self._language.say("Not heard: {names}.", names=self._names(rows))

    def _names(self, rows: Sequence[Heard]) -> str:
        if len(rows) > FEW:
            return self._language.count("{n} category", "{n} categories", len(rows))
        return self._whole(self._language.names([row.category.brief for row in rows]))

    def _whole(self, text: str) -> str:
        """A list within a sentence: it runs as the language does, whatever its items are."""
        return whole(text, rtl=self._language.rtl)
