"""A workshop on this machine's disk: an act is stored, and a killed program loses none."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

from facilitator.acts.desk import open_desk
from facilitator.acts.exchange import pack, take_in_all
from facilitator.acts.keys import find_key, key_for_new
from facilitator.acts.sample import build
from facilitator.acts.workshops import new_workshop
from facilitator.language.places import own_program
from facilitator.selftest.trial import Failed, must
from facilitator.store.faults import WrongPassphrase

_AT = 1_571_640_000_000  # any moment will do
_NOTES = 5
_TITLE = "Trial workshop"
_END_S = 60


def a_workshop_takes_an_act(folder: Path) -> str:
    """An act on a new workshop is there, is taken back, and is there when the file is opened again."""
    path = folder / "trial.facilitator"
    new_workshop(path, language="ar", at=_AT, template="durban-2019")
    desk = open_desk(path, lambda: _AT)
    try:
        desk.do("add_category", key="TRIAL", label="تجربة")
        desk.do("undo")
        desk.do("redo")
    finally:
        desk.close()
    desk = open_desk(path, lambda: _AT)
    try:
        view = desk.view()
        must(be="TRIAL" in [entry.key for entry in view.categories], told="an act is not in the file")
        return f"{len(view.panels)} panels, an act stored, taken back and stored again"
    finally:
        desk.close()


def a_key_keeps_others_out(folder: Path) -> str:
    """An encrypted workshop holds no word that can be read, and opens by passphrase and by recovery code."""
    path = folder / "trial.facilitator"
    given = key_for_new("a passphrase for the trial")
    new_workshop(path, language="ar", at=_AT, title=_TITLE, key=given.key)
    must(be=_TITLE.encode() not in path.read_bytes(), told="a word can be read without the key")
    for typed in ("a passphrase for the trial", given.code):
        desk = open_desk(path, lambda: _AT, find_key(path, typed))
        title = desk.view().workshop.title
        desk.close()
        must(be=title == _TITLE, told="the title is another one")
    try:
        find_key(path, "another passphrase")
    except WrongPassphrase:
        return "encrypted, opened by passphrase and by recovery code"
    raise Failed("a wrong passphrase opens the file")


def a_killed_program_loses_nothing(folder: Path) -> str:
    """Every act that a second program acknowledged before it was killed is in the file."""
    path = folder / "trial.facilitator"
    build(path, "en")
    env = {**os.environ, "PYTHONUTF8": "1"}
    with subprocess.Popen(  # noqa: S603 - this very program
        [*own_program(), "do", str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        env=env,
    ) as child:
        notes = [_written(child, number) for number in range(_NOTES)]
        child.kill()
        child.wait(_END_S)
    desk = open_desk(path, lambda: _AT)
    try:
        kept = {str(note.id) for note in desk.view().notes}
    finally:
        desk.close()
    must(be=kept >= set(notes), told=f"{len(set(notes) - kept)} of {len(notes)} acts are lost")
    return f"{len(notes)} acts acknowledged, all there after a kill"


def _written(child: subprocess.Popen[str], number: int) -> str:
    """Return the id of a note that the second program says it has stored."""
    if child.stdin is None or child.stdout is None:
        raise Failed("no pipe to a second program")
    line = {"do": "write_note", "text": f"{number}", "kind": "s"}
    child.stdin.write(json.dumps(line) + "\n")
    child.stdin.flush()
    answer = json.loads(child.stdout.readline() or "{}")
    must(be=bool(answer.get("ok")), told=f"a second program answers {answer}")
    return str(answer["id"])


def laptops_tell_one_another(folder: Path) -> str:
    """What a second laptop writes is in the first one's file after a package went there and one came back."""
    new_workshop(folder / "one.facilitator", language="ar", at=_AT, template="durban-2019")
    there, back = folder / "there.package", folder / "back.package"
    for path, package in ((folder / "one.facilitator", there), (folder / "two.facilitator", back)):
        if package is back:
            take_in_all(path, [there], lambda: _AT, None, "")
        desk = open_desk(path, lambda: _AT)
        try:
            desk.do("write_note", text=path.stem, panel=1)
            pack(desk, package, for_secretariat=package is back)
        finally:
            desk.close()
    (came,) = take_in_all(folder / "one.facilitator", [back], lambda: _AT, None, "")
    must(be=came.events == {"two": 2}, told=f"a package brought {came.events}")
    return "a package signed, encrypted, carried there and back"
