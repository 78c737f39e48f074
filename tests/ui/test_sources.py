"""What the screens' sources may not hold: dialogs that stop a panel, sides that do not turn round."""

import re
from pathlib import Path

UI = Path(__file__).parents[2] / "facilitator" / "ui"
SOURCES = {file.relative_to(UI).as_posix(): file.read_text(encoding="utf-8") for file in UI.rglob("*.py")}


def found(pattern):
    return [(name, match) for name, text in SOURCES.items() for match in re.findall(pattern, text)]


def test_no_dialog_stops_a_panel():
    assert found(r"QMessageBox|QInputDialog|QErrorMessage|\.exec\(|setModal|WindowModality") == []


def test_sides_turn_round_with_the_language():
    """Left and right may only be told beside `AlignAbsolute`, where the direction has been asked for."""
    loose = []
    for name, text in SOURCES.items():
        lines = text.splitlines()
        sided = [number for number, line in enumerate(lines) if re.search(r"Align(Left|Right)", line)]
        around = {number: " ".join(lines[max(0, number - 3) : number + 4]).lower() for number in sided}
        loose += [(name, lines[number]) for number in sided if "absolute" not in around[number]]

    assert loose == []


def test_fonts_come_from_one_place():
    assert [
        (name, match) for name, match in found(r"\bQFont\(|font-(?:size|family|weight)") if name != "type.py"
    ] == []


def test_nobody_reads_the_time_but_the_desk():
    assert found(r"time\.time\(|time_ns\(|datetime\.now|QDateTime\.current|QTime\.current") == []
