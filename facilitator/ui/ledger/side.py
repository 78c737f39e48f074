"""The recommendation that is chosen, whole: texts, changes that wait, fields, sources and its way."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from facilitator.domain.before import Before
from facilitator.domain.ledger import Recommended
from facilitator.domain.people import CategoryKey
from facilitator.domain.recommendation import Change, Recommendation, Redraft, Step
from facilitator.domain.vocabulary import VocabularyKey
from facilitator.language.direction import isolate, ltr
from facilitator.language.groups import group_name
from facilitator.language.note_kinds import NOTE_KINDS, shown_text
from facilitator.language.speech import LANGUAGE_NAMES
from facilitator.language.terminology import misused
from facilitator.language.vocabularies import label_of
from facilitator.language.wording import panel_title
from facilitator.ui.context import Context, Dossier
from facilitator.ui.ledger.before_rows import FOLLOWS, place_words
from facilitator.ui.ledger.leaf import Leaf
from facilitator.ui.ledger.marking import marked, side_of
from facilitator.ui.ledger.words import FIELDS, TAGS, status_word, told_codes, told_value

_QUOTED, _TEXTS = 160, 12


class Side(Leaf):
    """Only read: what is to change is changed by the keys of the list."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, context.language.say("The recommendation that is chosen"))

    def show_chosen(self, row: Recommended | None, kept: Dossier | None, signer: str) -> None:
        """The pane tells all of the row, or what there is to do while none is chosen."""
        say = self.context.language.say
        if row is None or kept is None:
            self.setHtml(self.para(say("Choose a recommendation to see all that is kept of it.")))
            return
        at = self.verticalScrollBar().value()
        self.setHtml("".join(self._parts(row, kept, signer)))
        self.verticalScrollBar().setValue(at)

    def _parts(self, row: Recommended, kept: Dossier, signer: str) -> Iterator[str]:
        held = kept.held
        yield self.para(self._number(row, kept), small=True)
        yield self.para(row.text)
        for change in kept.changes:
            yield self._change(held, change)
        yield from self._texts(held)
        yield from self._fields(row, held)
        yield from self._sources(row, kept)
        yield from self._way(kept, signer)
        yield from self._earlier_texts(held, kept.redrafts)

    def _number(self, row: Recommended, kept: Dossier) -> str:
        """The working number and, once it stands in the report, the final one."""
        language = self.context.language
        if kept.paragraph is None:
            return row.number
        final = language.say("Paragraph {n} of the report", n=language.number(kept.paragraph))
        return f"{ltr(row.number)} · {final}"

    def _change(self, held: Recommendation, change: Change) -> str:
        """A change in colour, and by lines for those who see none: through what goes, under what comes."""
        say = self.context.language.say
        who = say("Proposal {number}", number=change.number)
        if change.proposer:
            who = f"{who} · {change.proposer}"
        there = held.worded.get(change.language)
        old = held.text if change.language == held.original else there.text if there else ""
        return self.head(who) + marked(self.context, old, change.text, side=side_of(self.context))

    def _texts(self, held: Recommendation) -> Iterator[str]:
        language = self.context.language
        for code, worded in sorted(held.worded.items()):
            worth = label_of(VocabularyKey.TRANSLATIONS, worded.translation.value, language.code)
            stale = f" · {language.say('older than the original')}" if held.behind(code) else ""
            yield self.head(f"{LANGUAGE_NAMES[code]} · {worth}{stale}") + self.para(worded.text)

    def _fields(self, row: Recommended, held: Recommendation) -> Iterator[str]:
        language = self.context.language
        told = [(language.say(name), told_codes(held, tag, language)) for tag, name in TAGS.items()]
        told += [(language.say(name), told_value(held, field, language)) for field, name in FIELDS.items()]
        asked = [q.text for q in row.panel.questions if q.number in row.questions]
        told.append((language.say("Guiding question"), language.say("; ").join(asked)))
        told.append((language.say("Panel"), panel_title(row.panel, language)))
        told.append((language.say("Words"), language.number(len(held.text.split()))))
        told.append((language.say("Terms to look at"), language.say("; ").join(self._terms(held))))
        yield self.para("\u00a0", small=True)
        yield self.table(told)

    def _terms(self, held: Recommendation) -> Iterator[str]:
        """What a reviewer would put right, in each language in which it reads."""
        texts = {held.original: held.text, **{code: w.text for code, w in held.worded.items()}}
        for code, text in texts.items():
            for found, better in misused(text, code):
                yield self.context.language.say("{found}, better {better}", found=found, better=better)

    def _sources(self, row: Recommended, kept: Dossier) -> Iterator[str]:
        language = self.context.language
        say = language.say
        yield self.head(say("Rests on"))
        yield self.table(
            [
                (say("Voices"), str(row.voices)),
                (say("Categories of the voices"), say("; ").join(map(self._category, row.categories))),
                (
                    say("Regions of the voices"),
                    say("; ").join(group_name(region, language) for region in row.regions),
                ),
                (say("Interventions"), str(kept.turns) if kept.turns else ""),
            ]
        )
        for note in kept.notes:
            kind = say(NOTE_KINDS[note.kind])
            text = shown_text(note.kind, _quoted(note.text), language)
            yield self.para(f"{language.time_of_day(note.at)} · {kind}", small=True) + self.para(text)
        yield from self._before(say("Conclusions of consultations"), kept.inputs)
        yield from self._before(say("Earlier recommendations"), kept.earlier)

    def _before(self, head: str, rows: Sequence[Before]) -> Iterator[str]:
        """What came before and went into it, each with where it is from and, of an earlier one, how."""
        language = self.context.language
        if rows:
            yield self.head(head)
        for row in rows:
            how = (language.say(FOLLOWS[used.how]) for used in row.used if used.how)
            told = (*how, isolate(row.source), place_words(row, language))
            yield self.para(" · ".join(filter(None, told)), small=True) + self.para(_quoted(row.text))

    def _category(self, key: CategoryKey) -> str:
        return self.context.desk.view().category(key).label

    def _way(self, kept: Dossier, signer: str) -> Iterator[str]:
        """Who, when and why for each step, the newest first; and who will have decided the next one."""
        say = self.context.language.say
        yield self.head(say("Its way"))
        keys = ltr("Ctrl+Shift+W")
        named = say("The next step is decided by {who} ({keys})", who=signer, keys=keys)
        nobody = say("Who decides the next step is not told ({keys})", keys=keys)
        yield self.para(named if signer else nobody, small=True)
        for step in reversed(kept.steps):
            yield self.para(self._step(step), small=True)

    def _earlier_texts(self, held: Recommendation, redrafts: Sequence[Redraft]) -> Iterator[str]:
        """The last texts it has had, the newest first, until when, and in what language if translated."""
        language = self.context.language
        if redrafts:
            yield self.head(language.say("Earlier texts"))
        for was in reversed(redrafts[-_TEXTS:]):
            when = self._when(was.until)
            tongue = "" if was.language == held.original else LANGUAGE_NAMES[was.language]
            yield self.para(" · ".join(filter(None, (when, tongue))), small=True) + self.para(was.text)
        if more := len(redrafts[:-_TEXTS]):
            yield self.para(language.count("and {n} more", "and {n} more", more), small=True)

    def _when(self, at: int) -> str:
        language = self.context.language
        return language.say("{date}, {time}", date=language.date(at), time=language.time_of_day(at))

    def _step(self, step: Step) -> str:
        language = self.context.language
        said = (status_word(step.becomes, language), isolate(step.who), isolate(step.reason))
        return " · ".join(filter(None, (self._when(step.at), *said)))


def _quoted(text: str) -> str:
    """Return the beginning of a text that is long."""
    return text if len(text) <= _QUOTED else f"{text[:_QUOTED]}…"
