"""The programme and the list to sign, as their tables tell them."""

import json

from facilitator.acts.export import export
from facilitator.domain.attribution import Level
from facilitator.domain.programme import SeatRole
from facilitator.domain.timing import DAY
from tests.conftest import TEN


def rows(desk, tmp_path, what, **asked):
    export(desk, tmp_path / "t.json", what=what, **asked)
    return json.loads((tmp_path / "t.json").read_text(encoding="utf-8"))[what]


def test_the_programme_has_each_panel_in_the_order_of_time(desk, tmp_path):
    desk.do("add_panel", title="Afterwards", starts=TEN + DAY, ends=TEN + DAY + 3_600_000)
    desk.do("add_panel", title="Before", starts=TEN - 3_600_000, ends=TEN)

    found = rows(desk, tmp_path, "programme")

    assert [(row["day"], row["time"], row["panel"], row["questions"]) for row in found] == [
        ("Monday, 21 October 2019", "09:00–10:00", "Before", ""),
        ("Monday, 21 October 2019", "10:00–11:00", "Remedies", "First? Second?"),
        ("Tuesday, 22 October 2019", "10:00–11:00", "Afterwards", ""),
    ]


def test_the_list_to_sign_has_who_is_inscribed_and_blank_lines_for_more(desk, sitting, tmp_path):
    desk.do("withdraw", request=sitting["Norway"])
    desk.do("give_floor", request=sitting["Kenya"])
    found = rows(desk, tmp_path, "speakers")

    named = [row["name"] for row in found if row["name"].strip()]
    assert named == ["Brazil", "Kenya", "Coalition", "Network"]
    assert [row["place"] for row in found] == list(range(1, 17))
    assert {row["signature"].strip() for row in found} == {""}


def test_whoever_sits_at_the_table_is_told_with_the_office_and_signs_first(desk, people, tmp_path):
    panel = desk.view().panels[0].id
    desk.do("add_seat", panel=panel, participant=people["Kenya"], role=SeatRole.MODERATOR)
    for name, office in (("Network", "Vice-Chair"), ("Coalition", "")):
        desk.do("add_seat", panel=panel, participant=people[name], capacity=office)
    desk.do("edit_panel", panel=panel, summary="What remains", interpretation=("ar", "fr"))
    desk.do("set_title", panel=panel, language="fr", title="Voies de recours")

    [row] = rows(desk, tmp_path, "programme", language="fr")

    assert (row["panel"], row["objective"], row["interpretation"]) == (
        "Voies de recours",
        "What remains",
        "العربية et Français",
    )
    told = "Modération\xa0: Kenya · À la table des intervenants\xa0: Network (Vice-Chair) ; Coalition"
    assert row["table"].replace("\u202f", " ") == told
    signing = [(row["place"], row["name"], row["capacity"]) for row in rows(desk, tmp_path, "speakers")][:4]
    assert signing == [
        (None, "Kenya", "Moderation"),
        (None, "Network", "Vice-Chair"),
        (None, "Coalition", "At the panel’s table"),
        (1, "\u00a0", "\u00a0"),
    ]


def test_of_somebody_kept_back_neither_name_nor_office_is_told(desk, people, tmp_path):
    panel = desk.view().panels[0].id
    desk.do("add_seat", panel=panel, participant=people["Network"], capacity="Vice-Chair")
    desk.do("set_attribution", level=Level.SUPPRESSED, participant=people["Network"])

    assert rows(desk, tmp_path, "programme")[0]["table"] == ""
    assert {"Network", "Vice-Chair"} & {
        text for row in rows(desk, tmp_path, "speakers") for text in row.values()
    } == set()
