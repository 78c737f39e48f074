"""Seals are of what a line says, however it is written: most are taken of the line as it stands."""

import json

import pytest

from facilitator.exchange import package
from facilitator.exchange.understanding import understood_with
from facilitator.store.chain import seal
from tests.exchange.test_vouching import put_together, taken_apart

PLAIN = (
    "Said plainly",
    'Said "so", and / so',
    "It ends in \\",
    'a","[b","{c',
    '",',
    "two\nlines\tof it\x7f",
    "قالت: «لا» 😀",
)
ESCAPED = ("\\/ and \\u0041 and \\\\u", "of \x01 it")


def close(line):
    return json.dumps(line, ensure_ascii=False, separators=(",", ":"))


def blank_before_the_last(line):
    whole = close(line)
    return f"{whole[: whole.rindex(close(line[-1]))]} {close(line[-1])}]" if isinstance(line, list) else whole


def blank_after_the_one_before(line):
    if not isinstance(line, list):
        return close(line)
    return f"{close(line[:-1])[:-1]} ,{close(line[-1])}]"


def blank_after_the_subject(line):
    return f"{close(line[:-2])[:-1]} ,{close(line[-2:])[1:]}" if isinstance(line, list) else close(line)


WAYS = {
    "close": close,
    "wide": lambda line: json.dumps(line, ensure_ascii=False),
    "escaped": lambda line: json.dumps(line, separators=(",", ":")),
    "slashes": lambda line: close(line).replace("/", "\\/"),
    "letters": lambda line: close(line).replace("e", "\\u0065") if isinstance(line, list) else close(line),
    "blank at the end": lambda line: f"{close(line)[:-1]} {close(line)[-1]}",
    "blank at the beginning": lambda line: f"{close(line)[0]} {close(line)[1:]}",
    "blank before the last": blank_before_the_last,
    "blank after the one before": blank_after_the_one_before,
    "blank after the subject": blank_after_the_subject,
}


@pytest.mark.parametrize("way", WAYS)
def test_what_is_said_has_one_seal_however_it_is_written(desk, clock, way):
    for those in (PLAIN, ESCAPED):
        for words in those:
            desk.do("write_note", text=words, panel=1)
        written = [(row.sealed, row.hash) for row in desk.file.journal()]
        content = put_together(desk, *taken_apart(desk, clock), written=WAYS[way])
        (run,) = understood_with(None, content, "written").runs

        assert [(row.sealed, row.hash) for piece in run.pieces for row, _ in piece] == written


def test_a_line_as_the_program_writes_it_is_sealed_as_it_stands(desk, clock):
    desk.do("write_note", text=PLAIN[1], panel=1)
    header, lines = taken_apart(desk, clock)
    content = put_together(desk, header, lines, written=close)
    (run,) = package.read(content, header["shape"], "written").runs

    assert [told.sealed for told in run.events] == [seal(told.salt, told._asdict()) for told in run.events]


def falsely_sealed(line):
    place = package.Told._fields.index("sealed")
    return [*line[:place], "0" * 64, *line[place + 1 :]] if isinstance(line, list) else line


@pytest.mark.parametrize("way", ["close", "wide"])
def test_a_seal_that_a_line_tells_is_not_believed(desk, clock, way):
    desk.do("write_note", text=PLAIN[0], panel=1)
    written = [row.hash for row in desk.file.journal()]
    header, lines = taken_apart(desk, clock)
    content = put_together(desk, header, map(falsely_sealed, lines), written=WAYS[way])
    (run,) = understood_with(None, content, "written").runs

    assert [row.hash for piece in run.pieces for row, _ in piece] == written
