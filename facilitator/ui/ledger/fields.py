"""Every field of the chosen recommendation: found by its name, shown as it is, and filled in by keys."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from facilitator.domain.attribution import Level
from facilitator.domain.recommendation import Recommendation, Tagged, Told, Translation
from facilitator.domain.vocabulary import Concept, VocabularyKey
from facilitator.language.direction import isolate
from facilitator.language.groups import NOT_STATED
from facilitator.language.levels import LEVEL_WORDS
from facilitator.language.speech import LANGUAGE_NAMES, LANGUAGES
from facilitator.language.vocabularies import label_of, typed_concepts, vocabulary
from facilitator.ui.choices import Choice
from facilitator.ui.context import Context
from facilitator.ui.floor.prompt import Prompt, Question
from facilitator.ui.ledger.field_list import FieldList, first_words, ticked, turned
from facilitator.ui.ledger.field_places import Places
from facilitator.ui.ledger.words import FIELDS, TAGS, VALUES, told_codes, told_value

Act = Callable[[str, Mapping[str, object]], object]
_EMPTY = (Told.VERB, Told.AGREEMENT, Told.ATTRIBUTION)
"""The fields of closed lists that may also say nothing."""
_FROM: Mapping[VocabularyKey, Tagged | Told] = {
    **{VocabularyKey(tag.value): tag for tag in Tagged},
    **{key: field for field, key in VALUES.items()},
}
"""The field that each vocabulary is for."""


@dataclass
class Fields:
    """After each field the list stands there again, until it is left."""

    context: Context
    chosen: Callable[[], Sequence[Recommendation]]
    list: FieldList
    prompt: Prompt
    act: Act

    def open(self) -> None:
        """The fields of the first of those chosen are listed with what they hold."""
        held = self._held()
        if held is not None:
            self.list.offer(list(self._all(held)), self._values)

    def _held(self) -> Recommendation | None:
        return next(iter(self.chosen()), None)

    def _all(self, held: Recommendation) -> Iterator[Choice]:
        language, say = self.context.language, self.context.language.say
        yield Choice(say("Text"), partial(self._word, held.original), under=first_words(held.text))
        for tag, name in TAGS.items():
            yield Choice(say(name), partial(self._tag, tag), under=told_codes(held, tag, language) or "–")
        for field, name in FIELDS.items():
            told = first_words(told_value(held, field, language))
            yield Choice(say(name), partial(self._tell, field), under=told or "–")
        yield from self._texts(held)
        yield from Places(self.context, self._held, self.list, self.act, self.open).fields(held)

    def _texts(self, held: Recommendation) -> Iterator[Choice]:
        """The text in each other language, and what each of them is worth."""
        say, spoken = self.context.language.say, self.context.language.code
        for code in LANGUAGES:
            there, name = held.worded.get(code), LANGUAGE_NAMES[code]
            if code != held.original:
                under = "–" if there is None else first_words(there.text)
                words = say("Text: {language}", language=name)
                yield Choice(words, partial(self._word, code), under=under, names=(name, code))
            if there is not None:
                worth = label_of(VocabularyKey.TRANSLATIONS, there.translation.value, spoken)
                words = say("Translation: {language}", language=name)
                yield Choice(words, partial(self._worth, code), under=worth, names=(name, code))

    # what a field can hold

    def _values(self, typed: str) -> Sequence[Choice]:
        """Return the values that typed words may mean, of whatever field, each with the name of its own."""
        held, code = self._held(), self.context.language.code
        return (
            [] if held is None else [self._value(held, each) for each in typed_concepts(typed, code, _FROM)]
        )

    def _value(self, held: Recommendation, concept: Concept) -> Choice:
        field, value, say = _FROM[concept.vocabulary], concept.code, self.context.language.say
        now = getattr(held, field.value)
        if isinstance(field, Tagged):
            name, act, on = TAGS[field], partial(self._turn, field, value), value in now
        else:
            name, act, on = FIELDS[field], partial(self._put, field, value), value == now
        under = f"{say(name)} · {say('chosen')}" if on else say(name)
        return Choice(concept.label(self.context.language.code), act, under=under)

    def _tag(self, tag: Tagged) -> None:
        held = self._held()
        if held is None:
            return
        key, now, code = VocabularyKey(tag.value), getattr(held, tag.value), self.context.language.code
        made = {
            each: ticked(
                self.context, label_of(key, each, code), partial(self._turn, tag, each), on=each in now
            )
            for each in dict.fromkeys((*now, *vocabulary(key)))
        }
        self.list.offer_concepts(key, made, partial(self._turn, tag))

    def _turn(self, tag: Tagged, code: str) -> None:
        held = self._held()
        if held is not None:
            self._edit(tags={tag: turned(getattr(held, tag.value), code)})
            self._tag(tag)

    def _tell(self, field: Told) -> None:
        held, language = self._held(), self.context.language
        if held is None:
            return
        now, put = str(getattr(held, field.value)), partial(self._put, field)
        key = VALUES.get(field)
        if key is not None:
            named = {code: label_of(key, code, language.code) for code in vocabulary(key)}
        elif field is Told.ATTRIBUTION:
            named = {level.value: language.say(LEVEL_WORDS[level]) for level in Level}
        else:
            self._ask(language.say(FIELDS[field]), now, put)
            return
        self._pick({"": language.say(NOT_STATED), **named} if field in _EMPTY else named, now, put)

    def _put(self, field: Told, value: str) -> None:
        self._edit(fields={field: value})
        self.open()

    def _word(self, code: str) -> None:
        held, say = self._held(), self.context.language.say
        if held is None:
            return
        own, there = code == held.original, held.worded.get(code)
        text = held.text if own else "" if there is None else there.text
        base = held.revision if own else "" if there is None else there.revision

        def put(typed: str) -> None:
            if typed and typed != text:
                self._edit(text=typed, base=base, **({} if own else {"language": code}))
            self.open()

        self._ask(say("Text: {language}", language=isolate(LANGUAGE_NAMES[code])), text, put, worded=True)

    def _worth(self, code: str) -> None:
        held, key = self._held(), VocabularyKey.TRANSLATIONS
        if held is None:
            return
        named = {each.value: label_of(key, each.value, self.context.language.code) for each in Translation}

        def put(value: str) -> None:
            self._edit(language=code, translation=Translation(value))
            self.open()

        self._pick(named, held.worded[code].translation.value, put)

    def _pick(self, named: Mapping[str, str], now: str, put: Callable[[str], object]) -> None:
        """One of these is chosen; the one that is so now says it."""
        made = (ticked(self.context, t, partial(put, v), on=v == now) for v, t in named.items())
        self.list.offer(list(made))

    def _ask(self, words: str, text: str, put: Callable[[str], object], *, worded: bool = False) -> None:
        def take(typed: str) -> None:
            self.prompt.leave()
            put(typed)

        self.prompt.ask(Question(words, take, text=text, worded=worded))

    def _edit(self, **told: object) -> None:
        held = self._held()
        if held is not None:
            self.act("edit_recommendation", {"recommendation": held.id, **told})
