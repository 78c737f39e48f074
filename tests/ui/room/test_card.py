"""The room has a card for every state of a panel."""

from dataclasses import replace

import pytest

from facilitator.domain.requests import Capacity, Kind
from facilitator.language.direction import bare
from facilitator.language.room_words import Message, message, room_language
from facilitator.language.speech import LANGUAGES, Language
from facilitator.ui.room.card import Wish, card, time_left
from facilitator.ui.shapes import Mode

TEN = 1_571_644_800_000  # 21 October 2019, 10:00 in Geneva

MINUTE = 60_000


@pytest.fixture
def read(desk, clock):
    def look(**wish):
        made = card(desk.view(), clock.now, Language("en"), Wish(**wish))
        texts = (made.over, made.name, made.beside, made.clock.digits, made.label, made.last, made.tail)
        return tuple(bare(text) for text in texts)

    return look


def test_room_counts_down_to_a_panel(read, people, clock):
    clock.now = TEN - 252_000

    assert read() == ("", "Panel 1", "Starting in", "4:12", "Then", "Opening and presentations", "")


def test_room_tells_the_hour_of_a_panel_that_is_far(read, people, clock):
    clock.now = TEN - 40 * MINUTE

    assert read()[1:4] == ("Panel 1", "Starting at", "10:00")


def test_room_calls_the_next_one_while_the_floor_is_empty(read, sitting):
    expected = (
        "Next to take the floor",
        "Brazil",
        "",
        "2:00",
        "",
        "The list of speakers is open",
        "5 still to speak",
    )

    assert read() == expected


def test_room_says_that_the_list_is_closed(read, sitting, desk):
    desk.do("close_list")

    assert read()[5:] == ("The list of speakers is closed", "5 still to speak")


def test_list_that_closes_by_itself_is_closed_on_the_room_at_that_instant(read, sitting, desk, clock):
    desk.do("close_list_at", closes=clock.now + 1_000)
    clock.now += 999
    before = read()[5]
    clock.now += 1
    called = read()[5]
    desk.do("give_floor")

    assert (before, called) == ("The list of speakers is open", "The list of speakers is closed")
    assert read()[5:] == ("Norway", "list closed")


def test_room_names_who_speaks_and_who_is_next(read, sitting, desk, clock):
    desk.do("give_floor")
    clock.pass_s(19)

    assert read() == ("", "Brazil", "", "1:41", "Next", "Norway", "")
    assert card(desk.view(), clock.now, Language("en")).clock.mode is Mode.RUNNING


@pytest.mark.parametrize(
    ("seconds", "shows"),
    [
        (119, ("0:01", "0:01", Mode.DANGER)),
        (120, ("0:00", "0:00", Mode.DANGER)),
        (121, ("−0:01", "0:00", Mode.GRACE)),
        (900, ("−13:00", "0:00", Mode.OVER)),
    ],
)
def test_row7_room_may_stand_at_zero_while_the_phase_goes_on(read, sitting, desk, clock, seconds, shows):
    desk.do("give_floor")
    clock.now += seconds * 1_000
    shown = card(desk.view(), clock.now, Language("en"), Wish(stands_at_zero=True)).clock

    assert (read()[3], bare(shown.digits), shown.mode) == shows


def test_row7_room_stands_at_zero_in_a_pause_too(read, sitting, desk, clock):
    desk.do("give_floor")
    clock.pass_s(150)
    desk.do("pause")

    assert (read()[3], read(stands_at_zero=True)[3]) == ("−0:30", "0:00")


def test_message_takes_the_last_line_only(read, sitting, desk):
    desk.do("give_floor")

    assert read(message="Please conclude") == ("", "Brazil", "", "2:00", "", "Please conclude", "")


def test_room_says_when_a_break_ends(read, sitting, desk, clock):
    desk.do("suspend_panel", until=clock.now + 25 * MINUTE)

    assert read()[1:4] == ("Break", "We resume at", "10:25")


def test_room_says_that_a_break_has_no_end_yet(read, sitting, desk, clock):
    desk.do("suspend_panel")

    assert read()[1:4] == ("Break", "", "")


def test_room_has_words_when_nobody_waits(read, people, desk):
    desk.do("open_panel", panel=1)

    assert read()[1:4] == ("Opening", "The panel ends at", "11:00")


def test_room_goes_from_a_closed_panel_to_the_next(read, sitting, desk, clock):
    desk.do("add_panel", title="After lunch", starts=TEN + 180 * MINUTE, ends=TEN + 240 * MINUTE)
    desk.do("close_panel")
    clock.pass_s(3600)

    expected = ("", "Lunch break", "We resume at", "13:00", "Then", "Panel 2 · After lunch", "")
    assert read() == expected


def test_room_is_never_without_words(read, sitting, desk):
    desk.do("close_panel")

    assert read()[1] == "The panel is closed"


def test_time_left_is_told_in_hours_and_minutes():
    english = Language("en")

    told = [bare(time_left(ms, english)) for ms in (118 * MINUTE, 30 * MINUTE, 1, 0)]

    assert told == ["1 h 58 min left", "30 min left", "1 min left", "0 min left"]


ENGLISH = Language("en")


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("statement", "States · from the floor"),
        ("reply", "States · from the floor · reply"),
        ("right_of_reply", "States · from the floor · right of reply"),
        ("point_of_order", "States · from the floor · point of order"),
        ("interposed_question", "States · from the floor · question"),
    ],
)
def test_kind_is_named_beside_the_capacity_whether_called_or_speaking(desk, people, clock, kind, said):
    desk.do("open_panel", panel=1)
    desk.do("request_floor", participant=people["Kenya"], kind=Kind(kind))
    called = card(desk.view(), clock.now, ENGLISH).detail
    desk.do("give_floor")

    assert [bare(text) for text in (called, card(desk.view(), clock.now, ENGLISH).detail)] == [said, said]


def test_moderator_may_hide_who_is_next(read, sitting, desk):
    empty = read(hides_next=True)
    desk.do("give_floor")
    speaking = read(hides_next=True)

    assert empty[:4] == ("", "Opening", "The panel ends at", "11:00")
    assert speaking == ("", "Brazil", "", "2:00", "", "", "")


@pytest.mark.parametrize(
    ("code", "phase", "hat"),
    [
        ("ar", "جارٍ", "من القاعة"),
        ("es", "En curso", "desde la sala"),
        ("fr", "En cours", "de la salle"),
        ("ru", "Время идет", "из зала"),
        ("zh", "计时中", "会场发言"),
    ],
)
def test_second_language_says_phase_and_capacity(desk, sitting, clock, code, phase, hat):
    desk.do("give_floor")

    made = card(desk.view(), clock.now, ENGLISH, Wish(second=room_language(code)))

    assert [bare(made.second), bare(made.second_word)] == [hat, phase]


def test_same_language_twice_says_no_word_twice(desk, sitting, clock):
    desk.do("suspend_panel", until=clock.now + 60_000)

    made = card(desk.view(), clock.now, ENGLISH, Wish(second=room_language("en")))

    assert (made.second, made.second_word) == ("", "")


def test_break_is_told_in_two_languages(desk, sitting, clock):
    desk.do("suspend_panel", until=clock.now + 60_000)

    made = card(desk.view(), clock.now, ENGLISH, Wish(second=room_language("fr")))

    assert [bare(made.second), bare(made.second_word)] == ["Pause", "Reprise à"]


@pytest.mark.parametrize("code", LANGUAGES)
def test_message_stands_with_its_text_in_the_second_language(desk, sitting, clock, code):
    wish = Wish(None, message=message(Message.SLOWER, "en"), second_message=message(Message.SLOWER, code))

    made = card(desk.view(), clock.now, ENGLISH, wish)

    assert (made.label, made.last, made.second_last, made.tail, made.icon) == (
        "",
        "Please speak more slowly for the interpreters",
        message(Message.SLOWER, code),
        "",
        "",
    )


def test_a_survivor_speaks_without_a_clock_on_the_room(desk, sitting, clock):
    desk.do("give_floor")
    view = desk.view()
    off = replace(view.floor.speaking, clock_off=True)
    view = replace(view, floor=replace(view.floor, interventions=(off,)))

    made = card(view, clock.now, ENGLISH)

    assert (made.name, made.clock.digits, made.tells_phase) == ("Brazil", "", False)


def test_whoever_was_interrupted_goes_on_after_a_point_of_order(desk, sitting, clock, people):
    desk.do("give_floor")
    speaker = desk.view().floor.speaking.id
    order = desk.do("request_floor", participant=people["Kenya"], kind=Kind.POINT_OF_ORDER).id
    desk.do("give_floor", request=order, current=speaker)

    made = card(desk.view(), clock.now, ENGLISH, Wish(hides_next=True))

    assert (made.name, made.label, made.last) == ("Kenya", "Then", "Brazil")


def test_a_place_kept_for_somebody_is_called_by_its_category(desk, sitting, clock, people):
    desk.do("give_floor")
    view = desk.view()
    unnamed = replace(view.people[people["Brazil"]], name="", second_name="")
    view = replace(view, people={**view.people, people["Brazil"]: unnamed})

    assert bare(card(view, clock.now, ENGLISH).name) == "States, to be named"


def test_before_a_panel_the_room_sees_who_sits_at_its_table(read, desk, people, clock):
    panel = desk.view().panels[0].id
    for name in ("Kenya", "Network"):
        desk.do("add_seat", panel=panel, participant=people[name])
    clock.now = TEN - 252_000

    assert read()[4:6] == ("At the table", "Kenya and Network")


@pytest.mark.parametrize(("behalf", "told"), [("", "Vice-Chair"), ("GRULAC", "on behalf of: GRULAC")])
def test_whoever_sits_at_the_table_speaks_in_the_office_held(desk, people, clock, behalf, told):
    panel = desk.view().panels[0].id
    desk.do("add_seat", panel=panel, participant=people["Kenya"], capacity="Vice-Chair")
    desk.do("set_title", panel=panel, language="fr", title="Voies de recours")
    desk.do("open_panel", panel=panel)
    desk.do("request_floor", participant=people["Kenya"], capacity=Capacity.PANELLIST, on_behalf_of=behalf)
    desk.do("give_floor")

    shown = card(desk.view(), clock.now, Language("en"), Wish())
    assert bare(shown.detail).split(" · ")[-1] == told
    assert card(desk.view(), clock.now, Language("fr"), Wish()).title == language_title("Voies de recours")


def language_title(title):
    return Language("fr").say("Panel {number} · {title}", number=1, title=title)
