"""The vocabularies are complete in six languages and found by two letters in each of them."""

from __future__ import annotations

import pytest

from facilitator.domain.vocabulary import VocabularyKey
from facilitator.language.speech import LANGUAGES
from facilitator.language.vocabularies import TAGS, label_of, meaning_of, typed_concepts, vocabulary

SIZES = {
    "addressees": 15,
    "groups": 8,
    "persons": 36,
    "themes": 38,
    "instruments": 20,
    "goals": 17,
    "ddpa": 5,
    "areas": 11,
    "modalities": 8,
    "levels": 5,
    "verbs": 8,
    "voices": 5,
    "objectives": 6,
    "agreements": 4,
    "statuses": 15,
    "translations": 4,
    "sensitivities": 4,
}


@pytest.mark.parametrize("key", VocabularyKey)
def test_every_concept_has_a_label_of_its_own_in_all_six_languages(key):
    concepts = vocabulary(key).values()
    assert len(concepts) == SIZES[key]
    for language in LANGUAGES:
        labels = [concept.labels[language] for concept in concepts]
        assert len(set(labels)) == len(labels)
        assert [label for label in labels if not label.strip() or label != label.strip()] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_first_letters_of_a_label_find_its_concept(language):
    for key in TAGS:
        for concept in vocabulary(key).values():
            letters = concept.labels[language][:4]
            assert concept in typed_concepts(letters, language)


def test_letters_of_any_language_are_understood():
    def first(typed, language="en"):
        return typed_concepts(typed, language)[0].code

    assert first("AFR") == "AFR"
    assert first("лица аф", "ru") == "AFR"
    assert first("非洲", "zh") == "AFR"
    assert first("afrod", "ar") == "AFR"
    assert first("الغجر", "ar") == "ROM"


def test_the_goals_have_their_169_targets():
    targets = [
        t for goal in vocabulary(VocabularyKey.GOALS).values() for t in goal.details["targets"].split()
    ]
    assert len(targets) == len(set(targets)) == 169


def test_groups_the_index_of_the_council_does_not_know_fall_to_minorities():
    fallen = {
        c.code for c in vocabulary(VocabularyKey.GROUPS).values() if c.details["uhri"].startswith("Min")
    }
    assert fallen == {"AFR", "ASI", "ROM", "MIN"}


def test_verbs_are_graded():
    strength = {c.code: int(c.details["strength"]) for c in vocabulary(VocabularyKey.VERBS).values()}
    assert strength["urge"] > strength["call_upon"] > strength["recommend"] > strength["encourage"]
    assert strength["encourage"] > strength["consider"]


def test_a_code_of_no_vocabulary_is_called_by_itself():
    assert label_of(VocabularyKey.GROUPS, "AFR", "fr") == "Africains et personnes d'ascendance africaine"
    assert label_of(VocabularyKey.GROUPS, "of its own", "fr") == "of its own"


@pytest.mark.parametrize("language", LANGUAGES)
def test_who_is_asked_is_the_same_by_a_code_and_by_its_words_in_any_language(language):
    for code, concept in vocabulary(VocabularyKey.ADDRESSEES).items():
        told = concept.labels[language]
        assert [meaning_of(words) for words in (code, told, told.upper(), f" {told} ")] == [code] * 4


def test_words_of_a_template_mean_what_its_code_does_and_own_words_themselves():
    words = ("Regional mechanisms", "mécanismes régionaux", "الآليات الإقليميّة", "区域机制")
    assert {meaning_of(each) for each in words} == {"REG"}
    assert meaning_of("Host  Country") == meaning_of("host country") == "host country"
    assert meaning_of("") == ""
