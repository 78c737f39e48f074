"""Months and days as the United Nations writes them; five languages agree with Unicode's own tables."""

import datetime as dt

import pytest
from babel.dates import format_date, get_day_names, get_month_names

from facilitator.language.dates import MONTHS, WEEKDAYS
from facilitator.language.direction import bare, ltr
from facilitator.language.speech import LANGUAGES, language_for

UN_ARABIC = (
    "كانون الثاني/يناير شباط/فبراير آذار/مارس نيسان/أبريل أيار/مايو حزيران/يونيه تموز/يوليه آب/أغسطس "
    "أيلول/سبتمبر تشرين الأول/أكتوبر تشرين الثاني/نوفمبر كانون الأول/ديسمبر"
)
OTHERS = tuple(code for code in LANGUAGES if code != "ar")
MONDAY = 1_571_644_800_000  # 21 October 2019, 10:00 in Geneva


def test_arabic_months_have_the_double_form_of_the_united_nations():
    assert " ".join(MONTHS["ar"]) == UN_ARABIC


@pytest.mark.parametrize("code", ["en", "es", "fr", "ru"])
def test_months_are_those_of_unicode(code):
    assert MONTHS[code] == tuple(get_month_names("wide", context="format", locale=code).values())


@pytest.mark.parametrize("code", LANGUAGES)
def test_weekdays_are_those_of_unicode(code):
    names = get_day_names("wide", context="format", locale=code)

    assert WEEKDAYS[code] == tuple(names[day] for day in range(7))


@pytest.mark.parametrize(
    ("code", "date", "with_weekday"),
    [
        ("ar", "21 تشرين الأول/أكتوبر 2019", "الاثنين، 21 تشرين الأول/أكتوبر 2019"),
        ("en", "21 October 2019", "Monday, 21 October 2019"),
        ("es", "21 de octubre de 2019", "lunes, 21 de octubre de 2019"),
        ("fr", "21 octobre 2019", "lundi 21 octobre 2019"),
        ("ru", "21 октября 2019 года", "понедельник, 21 октября 2019 года"),
        ("zh", "2019年10月21日", "2019年10月21日星期一"),
    ],
)
def test_date_is_written_as_in_documents_of_the_united_nations(code, date, with_weekday):
    language = language_for(code)

    assert (language.date(MONDAY), language.date(MONDAY, weekday=True)) == (date, with_weekday)


@pytest.mark.parametrize("code", ["es", "fr", "zh"])
@pytest.mark.parametrize("month", range(1, 13))
def test_date_with_weekday_is_that_of_unicode(code, month):
    day = dt.datetime(2026, month, 15, 12, tzinfo=dt.UTC)

    written = language_for(code, "UTC").date(round(day.timestamp() * 1000), weekday=True)

    assert written == format_date(day, "full", locale=code)


@pytest.mark.parametrize(
    ("code", "within", "across"),
    [
        ("ar", "21–22 تشرين الأول/أكتوبر 2019", "31 تشرين الأول/أكتوبر 2019 – 1 تشرين الثاني/نوفمبر 2019"),
        ("en", "21–22 October 2019", "31 October 2019 – 1 November 2019"),
        ("es", "21–22 de octubre de 2019", "31 de octubre de 2019 – 1 de noviembre de 2019"),
        ("fr", "21–22 octobre 2019", "31 octobre 2019 – 1er novembre 2019"),
        ("ru", "21–22 октября 2019 года", "31 октября 2019 года – 1 ноября 2019 года"),
        ("zh", "2019年10月21–22日", "2019年10月31日 – 2019年11月1日"),
    ],
)
def test_range_of_dates_names_a_month_once(code, within, across):
    language, day = language_for(code), 86_400_000

    assert bare(language.date_range(MONDAY, MONDAY + day)) == within
    assert language.date_range(MONDAY + 10 * day, MONDAY + 11 * day) == across
    assert language.date_range(MONDAY, MONDAY + 1) == language.date(MONDAY)


def test_range_of_days_stands_from_left_to_right():
    assert (
        language_for("ar").date_range(MONDAY, MONDAY + 86_400_000) == f"{ltr('21–22')} {MONTHS['ar'][9]} 2019"
    )


def test_every_language_has_twelve_months_and_seven_days():
    assert {code: (len(MONTHS[code]), len(WEEKDAYS[code])) for code in LANGUAGES} == dict.fromkeys(
        LANGUAGES, (12, 7)
    )
