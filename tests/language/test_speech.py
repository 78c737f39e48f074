"""Numbers, times and sentences, the same instant in six languages."""

import datetime as dt

import pytest
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st

from facilitator.language.direction import bare
from facilitator.language.speech import LANGUAGE_NAMES, LANGUAGES, READY, language_for

TEN = 1_571_644_800_000  # 21 October 2019, 10:00 in Geneva, 08:00 UTC
LRI, FSI, PDI = "\u2066", "\u2068", "\u2069"
every_language = pytest.mark.parametrize("code", LANGUAGES)


@every_language
@pytest.mark.parametrize(
    ("ms", "down", "up"),
    [
        (0, "0:00", "0:00"),
        (300, "0:01", "0:00"),
        (-300, "0:00", "−0:01"),
        (-1_500, "−0:01", "−0:02"),
        (161_000, "2:41", "2:41"),
        (160_001, "2:41", "2:40"),
        (-18_000, "−0:18", "−0:18"),
        (3_599_001, "1:00:00", "59:59"),
        (3_723_000, "1:02:03", "1:02:03"),
        (36_000_000, "10:00:00", "10:00:00"),
    ],
)
def test_duration_is_rounded_up_counting_down_and_down_counting_up(code, ms, down, up):
    language = language_for(code)

    written = (language.duration(ms), language.duration(ms, down=False))

    assert written == (f"{LRI}{down}{PDI}", f"{LRI}{up}{PDI}")


@given(st.integers(-40_000_000, 40_000_000))
def test_duration_counting_down_shows_each_second_for_a_second(ms):
    english = language_for("en")

    assert english.duration(ms) == english.duration(-(-ms // 1000) * 1000)


@every_language
@pytest.mark.parametrize(
    ("ms", "written"), [(6_360_000, "1:46"), (29_999, "0:00"), (30_000, "0:01"), (90_000_000, "25:00")]
)
def test_hours_are_rounded_to_the_minute(code, ms, written):
    assert language_for(code).hours(ms) == f"{LRI}{written}{PDI}"


@every_language
def test_time_of_day_is_that_of_the_place(code):
    language, new_york = language_for(code), language_for(code, "America/New_York")

    assert bare(language.time_of_day(TEN)) == "10:00"
    assert bare(language.time_of_day(TEN + 9_000, seconds=True)) == "10:00:09"
    assert bare(new_york.time_of_day(TEN)) == "04:00"
    assert language.time_range(TEN, TEN + 8_400_000) == f"{LRI}10:00–12:20{PDI}"


@pytest.mark.parametrize(
    ("moment", "clock"),
    [
        ("2019-10-27T00:59:59+00:00", "02:59:59"),  # the hour that comes twice in autumn
        ("2019-10-27T01:00:00+00:00", "02:00:00"),
        ("2020-03-29T00:59:59+00:00", "01:59:59"),  # the hour that is left out in spring
        ("2020-03-29T01:00:00+00:00", "03:00:00"),
        ("1969-12-31T23:00:00+00:00", "00:00:00"),
    ],
)
def test_time_of_day_knows_summer_time(moment, clock):
    instant = round(dt.datetime.fromisoformat(moment).timestamp() * 1000)

    assert bare(language_for("en").time_of_day(instant, seconds=True)) == clock


@pytest.mark.parametrize(
    ("code", "large", "broken", "below"),
    [
        ("ar", "17,553", "1,234.5", f"{LRI}−1,234{PDI}"),
        ("en", "17,553", "1,234.5", f"{LRI}−1,234{PDI}"),
        ("es", "17\u202f553", "1\u202f234,5", f"{LRI}−1\u202f234{PDI}"),
        ("fr", "17\u202f553", "1\u202f234,5", f"{LRI}−1\u202f234{PDI}"),
        ("ru", "17\u202f553", "1\u202f234,5", f"{LRI}−1\u202f234{PDI}"),
        ("zh", "17,553", "1,234.5", f"{LRI}−1,234{PDI}"),
    ],
)
def test_number_has_western_digits_and_the_separators_of_the_language(code, large, broken, below):
    language = language_for(code)

    assert (language.number(17_553), language.number(1234.5, 1), language.number(-1234)) == (
        large,
        broken,
        below,
    )


@pytest.mark.parametrize("code", ["en", "fr", "zh"])
@given(value=st.integers(0, 10**12))
def test_number_is_that_of_unicode(code, value):
    assert language_for(code).number(value) == format_decimal(value, locale=code)


@every_language
def test_nothing_below_zero_is_written_without_a_sign(code):
    assert language_for(code).number(-0.4) == "0"


@every_language
def test_percent_stands_together_from_left_to_right(code):
    point = "," if code in ("es", "fr", "ru") else "."

    written = (language_for(code).percent(0.4873), language_for(code).percent(0.4873, 1))

    assert written == (f"{LRI}49 %{PDI}", f"{LRI}48{point}7 %{PDI}")


@pytest.mark.parametrize(
    ("code", "three", "two"),
    [
        ("ar", "a، b وc", "a وb"),
        ("en", "a, b and c", "a and b"),
        ("es", "a, b y c", "a y b"),
        ("fr", "a, b et c", "a et b"),
        ("ru", "a, b и c", "a и b"),
        ("zh", "a、b和c", "a和b"),
    ],
)
def test_names_are_joined_as_the_language_joins_them(code, three, two):
    language = language_for(code)

    assert [bare(language.names(list(names))) for names in ("abc", "ab", "a", "")] == [three, two, "a", ""]
    assert language.names(["a", "b"]).count(FSI) == 2


@every_language
def test_text_fields_are_isolated_and_numbers_are_not(code):
    said = language_for(code).say("«{name}» {n} {time}", name="Côte d’Ivoire", n=3, time=f"{LRI}10:00{PDI}")

    assert said == f"«{FSI}Côte d’Ivoire{PDI}» 3 {LRI}10:00{PDI}"


@every_language
def test_braces_in_a_name_are_only_text(code):
    assert bare(language_for(code).say("<{name}>", name="{n} {0}")) == "<{n} {0}>"


@pytest.mark.parametrize("code", [code for code in LANGUAGES if code != "ar"])
def test_count_without_a_translation_is_english(code):
    language = language_for(code)

    said = [language.count("{n} box {n}", "{n} boxes {n}", n) for n in (0, 1, 2, 5)]

    assert said == ["0 boxes 0", "1 box 1", "2 boxes 2", "5 boxes 5"]


@every_language
def test_languages_are_named_in_their_own_script(code):
    language = language_for(code)

    assert language.rtl == (code == "ar")
    assert language.say(LANGUAGE_NAMES[code]) == LANGUAGE_NAMES[code]


def test_unknown_language_is_english():
    assert language_for("tlh").code == "en"


def test_all_six_languages_are_ready():
    assert READY == ("ar", "en", "es", "fr", "ru", "zh")


def test_own_digits_of_arabic_stand_in_every_figure():
    arabic = language_for("ar", "UTC", eastern=True)
    said = [
        arabic.duration(-72_000),
        arabic.hours(3_600_000),
        arabic.time_of_day(0, seconds=True),
        arabic.time_range(0, 5_400_000),
        arabic.date(0),
        arabic.date_range(0, 86_400_000),
        arabic.number(-1234.5, 1),
        arabic.percent(0.4),
        arabic.count("{n} heard", "{n} heard", 12),
    ]

    assert [bare(text) for text in said] == [
        "−١:١٢",
        "١:٠٠",
        "٠٠:٠٠:٠٠",
        "٠٠:٠٠–٠١:٣٠",
        "١ كانون الثاني/يناير ١٩٧٠",
        "١–٢ كانون الثاني/يناير ١٩٧٠",
        "−١٬٢٣٤٫٥",
        "٤٠ %",
        bare(language_for("ar").count("{n} heard", "{n} heard", 12)).replace("12", "١٢"),
    ]


@pytest.mark.parametrize("code", [code for code in LANGUAGES if code != "ar"])
def test_only_arabic_has_digits_of_its_own(code):
    assert language_for(code, eastern=True).number(1234) == language_for(code).number(1234)


def test_a_short_name_ends_the_sentence_with_its_own_full_stop():
    english = language_for("en")

    told = english.say("Nobody is moved up before {name}.", name="Regional mech.")
    assert bare(told) == "Nobody is moved up before Regional mech."
    assert bare(english.say("Nobody is moved up before {name}.", name="And so on...")).endswith("on....")
    assert bare(english.say("Nobody is moved up before {name}.", name="Kenya")).endswith("Kenya.")
