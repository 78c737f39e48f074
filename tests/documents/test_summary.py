from __future__ import annotations

import re
import unicodedata
import zlib
from dataclasses import replace

import pypdf
import pypdfium2
import pytest

from facilitator.documents.flow import Row
from facilitator.documents.pagination import paginate
from facilitator.documents.setting import Setter
from facilitator.documents.styles import roles
from facilitator.documents.summary import Content, write_summary
from facilitator.documents.typeset import Typesetter
from facilitator.documents.wording import Wording
from facilitator.domain.attribution import Level
from facilitator.domain.floor import Floor
from facilitator.domain.hearing import phase_spans
from facilitator.domain.intervention import Intervention, InterventionId
from facilitator.domain.notes import Note, NoteId, NoteKind, RecommendationId, RevisionId
from facilitator.domain.people import Category, CategoryKey, Participant, ParticipantId
from facilitator.domain.programme import Panel, PanelId, PanelState, Phase, Question, QuestionId, Workshop
from facilitator.domain.recommendation import Recommendation
from facilitator.domain.requests import Capacity
from facilitator.domain.summary import panel_summary
from facilitator.domain.timing import MINUTE, Clock
from facilitator.domain.view import View
from facilitator.domain.vocabulary import VocabularyKey
from facilitator.language.direction import bare
from facilitator.language.speech import language_for
from facilitator.language.vocabularies import vocabulary

PANEL = PanelId("panel")
BEGAN = 1_571_646_600_000  # 21 October 2019, 10:30 in Geneva
MOMENT = BEGAN + 215 * MINUTE
PRIVATE = "Zzyzx"
WORDS = {
    "en": {
        "title": "Assessment of cooperation since 2016",
        "question": "What progress has been made since document A/CONF.189/12?",
        "first": "Focal points now worked in three regional secretariats.",
        "second": "A national register matched recommendations (A/HRC/40/NGO/12) with decisions.",
        "proposal": "Convene the focal points once a year.",
        "body": "Network of institutions",
    },
    "ar": {
        "title": "تقييم تطورات التعاون منذ عام 2016",
        "question": "ما التقدم المحرز منذ صدور الوثيقة A/CONF.189/12؟",
        "first": "باتت جهات التنسيق تعمل في ثلاث أمانات إقليمية.",
        "second": "أُنشئ سجل وطني يربط بين التوصيات (A/HRC/40/NGO/12) والقرارات.",
        "proposal": "عقد اجتماع سنوي لجهات التنسيق.",
        "body": "شبكة المؤسسات",
    },
}
BOTH = pytest.mark.parametrize("code", ["en", "ar"])


def look(code, *, parties=4, speeches=12, notes=2, questions=1, targets=True, text=None):
    words = WORDS[code]
    categories = tuple(
        Category(
            CategoryKey(f"c{n}"),
            f"Koalícia občianskych hnutí č. {n}",
            n,
            target_share=1 / parties if targets else None,
        )
        for n in range(parties)
    )
    people = {
        p.id: p
        for n in range(parties * 3)
        for p in (
            Participant(
                ParticipantId(f"p{n}"),
                f"Ľubomír Šťastný {n}",
                categories[n % parties].key,
                f"{words['body']} {n}",
            ),
        )
    }
    interventions = tuple(
        Intervention(
            InterventionId(f"i{n}"),
            (who := list(people.values())[n * 7 % len(people)]).id,
            who.category,
            Clock(
                BEGAN + (5 + n * 3) * MINUTE,
                3 * MINUTE,
                ended=BEGAN + (7 + n * 3) * MINUTE + 1000 * (n * 37 % 60),
            ),
            capacity=Capacity.PANELLIST if n < 3 else Capacity.FLOOR,
        )
        for n in range(speeches)
    )
    made = tuple(
        Note(
            NoteId(f"n{n}"),
            PANEL,
            NoteKind.POINT,
            text or words["first" if n % 2 == 0 else "second"] + (f" {n}" if n > 1 else ""),
            BEGAN + n * MINUTE,
            RevisionId("r"),
            intervention=InterventionId(f"i{n % speeches}") if speeches else None,
            question=QuestionId(f"q{1 + n % questions}") if questions else None,
        )
        for n in range(notes)
    )
    asked = tuple(Question(QuestionId(f"q{n}"), n, words["question"]) for n in range(1, questions + 1))
    ends = BEGAN + max(140, 10 + speeches * 3) * MINUTE
    return View(
        Workshop(
            "Workshop on regional arrangements", code, "Europe/Zurich", place="Palais des Nations, Geneva"
        ),
        categories=categories,
        people=people,
        panel=Panel(PANEL, 1, words["title"], BEGAN, ends, BEGAN + 150 * MINUTE, questions=asked),
        floor=Floor(PANEL, PanelState.CLOSED, opened_at=BEGAN, closed_at=ends, interventions=interventions),
        notes=made,
        recommendations=(
            Recommendation(RecommendationId("r1"), PANEL, 1, words["proposal"], ("OHCHR",), (NoteId("n0"),)),
        ),
    )


def content(view, **how):
    return panel_summary(view, MOMENT, **how)


def written(tmp_path, code, summary, name="summary.pdf"):
    target = tmp_path / name
    write_summary(summary, language_for(code, "Europe/Zurich"), target, moment=MOMENT)
    return target


def pages_of(path):
    document = pypdfium2.PdfDocument(path)
    return [seen(page.get_textpage().get_text_range()) for page in document]


def read(path):
    """The text as pypdf finds it, which leaves runs of Western letters within Arabic as they were written."""
    return [seen(page.extract_text()) for page in pypdf.PdfReader(path).pages]


def seen(text):
    """What a reader finds: spaces as one, letters in their plain form, without marks of direction."""
    plain = unicodedata.normalize("NFKC", re.sub("[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe]", "", text))
    return " ".join(plain.split())


def letters(text):
    """The letters alone, whatever a reader makes of spaces and order at the edges of mixed runs."""
    return re.sub(r"[\W\d_a-zA-Z]|[\u064b-\u065f]", "", unicodedata.normalize("NFKC", text))


def everything_in(path):
    """All that the file holds, with its streams unpacked."""
    data = path.read_bytes()
    streams = re.findall(rb"stream\r?\n(.*?)\r?\nendstream", data, re.DOTALL)
    unpacked = [data]
    for stream in streams:
        try:
            unpacked.append(zlib.decompress(stream))
        except zlib.error:
            unpacked.append(stream)
    return b"\n".join(unpacked)


@pytest.mark.parametrize("code", ["en", "ar"])
def test_who_is_asked_by_a_code_is_called_as_the_vocabulary_calls_them(code):
    view = look(code)
    asked = replace(view.recommendations[0], addressees=("NHRI",))
    summary = content(replace(view, recommendations=(asked,)))
    label = vocabulary(VocabularyKey.ADDRESSEES)["NHRI"].label(code)

    assert (
        bare(Wording(summary, language_for(code, "Europe/Zurich")).addressees(summary.proposals[0])) == label
    )


def test_english_paragraphs_stand_in_their_order(tmp_path):
    text = " ".join(pages_of(written(tmp_path, "en", content(look("en")))))

    wanted = ["Panel summary", "Panel 1", "Assessment of", "Held", "Guiding question 1", "What progress"]
    wanted += [
        "Focal points now",
        "A national register",
        "Recommendations proposed",
        "Convene",
        "Who was heard",
    ]
    places = [text.index(words) for words in wanted]
    assert places == sorted(places)


def test_arabic_paragraphs_stand_in_their_order(tmp_path):
    text = letters(" ".join(pages_of(written(tmp_path, "ar", content(look("ar"))))))

    places = [
        text.index(letters(WORDS["ar"][key])) for key in ("title", "question", "first", "second", "proposal")
    ]
    assert places == sorted(places)


@BOTH
def test_two_readers_find_what_was_said(tmp_path, code):
    path = written(tmp_path, code, content(look(code)))
    found = [" ".join(read(path)), " ".join(pages_of(path))]

    for key in ("title", "first", "proposal"):
        words = WORDS[code][key]
        if code == "en":
            assert [seen(words) in text for text in found] == [True, True]
        else:
            assert [letters(words) in letters(text) for text in found] == [True, True]


@BOTH
def test_symbols_stay_whole(tmp_path, code):
    text = " ".join(read(written(tmp_path, code, content(look(code)))))

    assert [text.count(symbol) for symbol in ("A/CONF.189/12", "A/HRC/40/NGO/12", "R-P1-01")] == [1, 1, 1]


@BOTH
def test_figures_are_those_of_the_domain(tmp_path, code):
    summary = content(look(code))
    path = written(tmp_path, code, summary)
    language = language_for(code, "Europe/Zurich")
    text = pages_of(path)[0]

    figures = summary.figures
    assert (figures.interventions, figures.bodies_heard, figures.categories_heard) == (12, 12, 4)
    for figure in (figures.interventions, figures.bodies_heard, figures.categories_heard):
        assert re.search(rf"\b{figure}\b", text)
    assert seen(language.hours(figures.speaking_ms)) in text
    assert seen(language.hours(figures.sitting_ms)) in text


@BOTH
def test_every_page_says_its_number(tmp_path, code):
    texts = pages_of(written(tmp_path, code, content(look(code, notes=40))))

    assert len(texts) > 2
    assert [f"{number}/{len(texts)}" in text for number, text in enumerate(texts, 1)] == [True] * len(texts)


@BOTH
def test_the_notice_of_a_sample_stands_on_every_page(tmp_path, code):
    view = look(code, notes=40)
    view = replace(view, workshop=replace(view.workshop, notice="Sample: nobody said this."))

    texts = read(written(tmp_path, code, content(view)))

    assert ["Sample: nobody said this" in text for text in texts] == [True] * len(texts)


@BOTH
def test_file_says_what_it_is(tmp_path, code):
    reader = pypdf.PdfReader(written(tmp_path, code, content(look(code))))
    root = reader.trailer["/Root"]
    preferences = root["/ViewerPreferences"]

    assert root["/Lang"] == code
    assert reader.metadata.title.endswith(WORDS[code]["title"])
    assert reader.metadata.author == "Workshop on regional arrangements"
    assert preferences["/DisplayDocTitle"]
    assert preferences.get("/Direction") == ("/R2L" if code == "ar" else None)


def tree(element):
    """The parts of a document as a screen reader meets them: role, and what it says."""
    element = element.get_object()
    if "/S" not in element:
        return []
    kids = element["/K"]
    inside = [part for kid in kids for part in tree(kid)] if isinstance(kids, list) else []
    return [(element["/S"], element.get("/ActualText") or element.get("/Alt") or ""), *inside]


@BOTH
def test_a_screen_reader_meets_headings_paragraphs_and_figures_in_order(tmp_path, code):
    root = pypdf.PdfReader(written(tmp_path, code, content(look(code)))).trailer["/Root"]
    words = WORDS[code]

    parts = tree(root["/StructTreeRoot"]["/K"])

    assert root["/MarkInfo"]["/Marked"]
    assert [text for role, text in parts if role in ("/H1", "/H2")][:2] == [words["title"], words["question"]]
    said = [text for _, text in parts]
    places = [said.index(words[key]) for key in ("title", "question", "first", "second", "proposal")]
    assert places == sorted(places)
    assert [role for role, _ in parts].count("/Figure") == 2
    assert [text for role, text in parts if role == "/Figure" and not text] == []


def test_every_mark_on_a_page_has_its_element(tmp_path):
    reader = pypdf.PdfReader(written(tmp_path, "en", content(look("en", notes=40))))
    numbers = reader.trailer["/Root"]["/StructTreeRoot"]["/ParentTree"]["/Nums"]

    for number, page in enumerate(reader.pages):
        marks = re.findall(rb"/MCID (\d+)", page.get_contents().get_data())
        assert page["/StructParents"] == numbers[2 * number] == number
        assert [int(mark) for mark in marks] == list(range(len(numbers[2 * number + 1])))


def test_bookmarks_are_nested_under_the_panel(tmp_path):
    reader = pypdf.PdfReader(written(tmp_path, "en", content(look("en"))))

    panel, inside = reader.outline
    assert panel.title == WORDS["en"]["title"]
    assert [mark.title for mark in inside] == [
        WORDS["en"]["question"],
        "Recommendations proposed",
        "Who was heard",
    ]


@BOTH
def test_fonts_are_embedded_and_there_is_no_other(tmp_path, code):
    reader = pypdf.PdfReader(written(tmp_path, code, content(look(code))))
    fonts = {}
    for page in reader.pages:
        for font in page["/Resources"]["/Font"].values():
            fonts[font.get_object()["/BaseFont"]] = font.get_object()

    assert [name for name in fonts if "Helvetica" in name] == []
    for font in fonts.values():
        descriptor = font["/DescendantFonts"][0].get_object()["/FontDescriptor"]
        assert "/FontFile2" in descriptor or "/FontFile3" in descriptor


@BOTH
def test_what_is_protected_is_nowhere_in_the_file(tmp_path, code):
    view = look(code)
    private = tuple(
        replace(view.notes[0], id=NoteId(f"x{kind}"), kind=kind, text=f"{PRIVATE} {kind.name}")
        for kind in NoteKind
        if not kind.leaves_the_team
    )
    risky = replace(view.recommendations[0], id=RecommendationId("r2"), number=2, text=PRIVATE, notes=("x!",))
    view = replace(view, notes=(*view.notes, *private), recommendations=(*view.recommendations, risky))

    path = written(tmp_path, code, content(view))

    assert PRIVATE not in " ".join(pages_of(path))
    assert PRIVATE.encode() not in everything_in(path)
    assert PRIVATE.encode("utf-16-be") not in everything_in(path)


@BOTH
@pytest.mark.parametrize(
    ("level", "named"),
    [(Level.BODY, 5), (Level.CATEGORY, 3), (Level.QUANTITY, 3), (Level.IMPERSONAL, 0)],
)
def test_below_a1_only_the_panellists_of_the_programme_are_named(tmp_path, code, level, named):
    text = " ".join(pages_of(written(tmp_path, code, content(look(code), level=level))))

    assert text.count(seen(WORDS[code]["body"])) == named


@BOTH
def test_same_content_and_moment_are_the_same_bytes(tmp_path, code):
    summary = content(look(code))

    first = written(tmp_path, code, summary, "first.pdf").read_bytes()

    assert written(tmp_path, code, summary, "second.pdf").read_bytes() == first


@BOTH
@pytest.mark.parametrize(
    "how",
    [
        {"notes": 0, "questions": 0, "speeches": 0},
        {"notes": 3, "questions": 0, "targets": False},
        {"parties": 13, "speeches": 200, "notes": 0, "questions": 0, "targets": False},
        {"parties": 60, "speeches": 30},
        {"notes": 60, "questions": 4, "text": "word " * 300},
    ],
    ids=["empty", "no questions", "parliament", "sixty categories", "long notes"],
)
def test_a_panel_of_any_shape_prints(tmp_path, code, how):
    phases = phase_spans(
        [(BEGAN, Phase.OPENING), (BEGAN + 5 * MINUTE, Phase.DISCUSSION)], BEGAN + 90 * MINUTE
    )

    texts = pages_of(written(tmp_path, code, content(look(code, **how), phases=phases)))

    assert texts[-1].count(f"{len(texts)}/{len(texts)}") == 1


@BOTH
def test_pages_break_without_widows_and_headings_stay_with_their_text(code):
    view = look(code, notes=60, questions=3, text=" ".join(WORDS[code]["second"] for _ in range(6)))
    notes = tuple(replace(n, text=f"{n.text} {i}") for i, n in enumerate(view.notes))
    language = language_for(code, "Europe/Zurich")
    setter = Setter(Typesetter())
    made = Content(setter, roles(language), language, content(replace(view, notes=notes)))

    pages = paginate(made.items(), 600)

    assert len(pages) > 5
    assert [page.items[-1][0].keeps_next for page in pages] == [False] * len(pages)
    assert max(page.used for page in pages) <= 600.01
    rows = [item for page in pages for item, _ in page.items if isinstance(item, Row)]
    whole = {row.text.block.lines for row in made.items() if isinstance(row, Row)}
    parts = [row.text.block.lines for row in rows if row.text.block.lines not in whole]
    assert min(parts, default=2) >= 2


def test_a_recommendation_of_six_lines_is_never_parted():
    view = look("en")
    long = replace(view.recommendations[0], text="Convene the focal points of all regional mechanisms. " * 7)
    view = replace(
        view,
        recommendations=tuple(
            replace(long, id=RecommendationId(f"r{n}"), number=n, text=f"{long.text}{n}")
            for n in range(1, 40)
        ),
    )
    language = language_for("en", "Europe/Zurich")
    made = Content(Setter(Typesetter()), roles(language), language, content(view))

    rows = [item for page in paginate(made.items(), 600) for item, _ in page.items if isinstance(item, Row)]

    recommendations = [row for row in rows if row.whole and row.text.block.lines in (5, 6)]
    assert len(recommendations) == 39
