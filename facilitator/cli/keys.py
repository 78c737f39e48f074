"""How the command line comes by a passphrase: from the surroundings, or from the person at the terminal."""

from __future__ import annotations

import os
import sys
from getpass import getpass
from pathlib import Path
from typing import Annotated

import typer

from facilitator.acts.keys import Encrypted, encrypt, find_key, keep_in_keyring
from facilitator.cli.speech import spoken
from facilitator.domain.refusals import Explained
from facilitator.language.direction import bare
from facilitator.language.speech import mark
from facilitator.store.faults import FileEncrypted
from facilitator.store.keys import FileKey

PASSPHRASE = "FACILITATOR_PASSPHRASE"  # noqa: S105 - the name of a variable
NEW_PASSPHRASE = "FACILITATOR_NEW_PASSPHRASE"  # noqa: S105 - the same

Remember = Annotated[
    bool, typer.Option("--remember", help=mark("Let the keyring of this computer open it without asking."))
]


class PassphrasesDiffer(Explained):
    """What was typed the second time is not what was typed the first time."""


class NoPassphrase(Explained):
    """There is nobody to ask for one, and the surroundings have none under `name`."""


def key_of(file: Path) -> FileKey | None:
    """Return the key of a workshop, asked for if it is needed and there is somebody to ask."""
    typed = os.environ.get(PASSPHRASE)
    if typed is None and sys.stdin.isatty() and sys.stderr.isatty():
        try:
            return find_key(file)
        except FileEncrypted:
            typed = _asked(spoken().say("Passphrase or recovery code of {file}: ", file=file.name))
    return find_key(file, typed)


def chosen_passphrase(name: str) -> str:
    """Return a new passphrase; raises PassphrasesDiffer or NoPassphrase."""
    given = os.environ.get(name)
    if given is not None:
        return given
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        raise NoPassphrase(name=name)
    say = spoken().say
    first = _asked(say("New passphrase: "))
    if first != _asked(say("Once more: ")):
        raise PassphrasesDiffer
    return first


def encrypt_file(
    file: Annotated[Path, typer.Argument(help=mark("The workshop's file."), show_default=False)],
    remembered: Remember = False,
) -> None:
    """Encrypt a workshop and its snapshots, or give an encrypted one a new key and passphrase.

    The passphrase is asked for, or taken from FACILITATOR_PASSPHRASE; that of a file which is encrypted
    already from FACILITATOR_NEW_PASSPHRASE. The recovery code that is printed opens the file as well.
    """
    old = key_of(file)
    given = encrypt(file, chosen_passphrase(PASSPHRASE if old is None else NEW_PASSPHRASE), old)
    tell_code(given, remembered=remembered)


def tell_code(given: Encrypted, *, remembered: bool) -> None:
    """Print the recovery code, and what could not be encrypted."""
    say = spoken().say
    print(bare(say("Recovery code: {code}", code=given.code)))
    print(bare(say("Print it and keep it apart from the laptop: without it and the passphrase all is lost.")))
    for path in given.left:
        print(bare(say("Not under this key: {file}. Delete it, or keep it safe.", file=path.name)))
    if remembered and not keep_in_keyring(given.key):
        print(bare(say("This computer has no keyring: the passphrase will be asked for.")))


def _asked(words: str) -> str:
    return getpass(bare(words), stream=sys.stderr)
