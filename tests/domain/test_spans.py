"""A coded span stays on its words whatever is edited around it, and is an orphan only without them."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain.notes import Coding, NoteId
from facilitator.domain.spans import followed, split_coding

TEXTS = st.text(alphabet="abc كلمة 👍🏽é\n", max_size=30)


def coding(text, begin, end):
    return Coding("c", NoteId("n"), "groups:AFR", begin, end, text[begin:end])


@given(TEXTS, TEXTS.filter(bool), TEXTS, TEXTS, TEXTS)
def test_a_span_stays_on_its_words_when_the_text_around_it_changes(head, words, tail, new_head, new_tail):
    before = coding(head + words + tail, len(head), len(head + words))
    after = followed(
        followed(before, head + words + tail, new_head + words + tail),
        new_head + words + tail,
        new_head + words + new_tail,
    )

    text = new_head + words + new_tail
    assert not after.orphaned
    assert text[after.begin : after.end] == after.quote


@given(TEXTS.filter(bool), st.data(), TEXTS)
def test_whatever_is_written_a_span_says_its_quote_or_is_an_orphan_that_keeps_it(text, data, other):
    begin = data.draw(st.integers(0, len(text) - 1))
    before = coding(text, begin, data.draw(st.integers(begin + 1, len(text))))
    after = followed(before, text, other)

    if after.orphaned:
        assert after.quote == before.quote
        assert before.quote not in other
    else:
        assert other[after.begin : after.end] == after.quote


def test_an_orphan_comes_back_with_its_words():
    gone = followed(coding("the police act", 4, 10), "the police act", "courts decide")

    assert gone.orphaned
    assert followed(gone, "courts decide", "and the police too") == replace(
        gone, begin=8, end=14, orphaned=False
    )


def test_a_span_grows_with_what_is_written_in_it():
    after = followed(coding("the police act", 4, 14), "the police act", "the local police may act")

    assert (after.begin, after.end, after.quote) == (4, 24, "local police may act")


def test_the_nearest_of_the_same_words_is_meant():
    text = "one two one two one"
    after = followed(coding(text, 8, 11), text, "x one y one z")

    assert (after.begin, after.quote) == (8, "one")


@given(TEXTS.filter(bool), st.data())
def test_both_parts_of_a_text_that_is_cut_have_what_was_coded_in_them(text, data):
    begin = data.draw(st.integers(0, len(text) - 1))
    whole = coding(text, begin, data.draw(st.integers(begin + 1, len(text))))
    ends = data.draw(st.integers(0, len(text)))
    begins = data.draw(st.integers(ends, len(text)))
    stays, goes = split_coding(whole, text, ends, begins)

    parts = [] if stays is None else [text[:ends][stays.begin : stays.end]]
    parts += [] if goes is None else [text[begins:][goes.begin : goes.end]]
    assert (
        "".join(parts)
        == text[whole.begin : whole.end][: max(0, ends - begin)] + (text[max(begin, begins) : whole.end])
    )
