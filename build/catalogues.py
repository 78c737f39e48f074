"""The catalogues of sentences: extract them from the sources, update, compile and check the translations."""

from __future__ import annotations

import ast
import io
import re
import string
import sys
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from gettext import c2py
from pathlib import Path
from tempfile import NamedTemporaryFile

from babel.messages import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parents[1]
I18N = ROOT / "i18n"
TEMPLATE = I18N / "facilitator.pot"
LANGUAGES = ("ar", "en", "es", "fr", "ru", "zh")
SOURCE = "en"
COMPLETE = ("ar", "es", "fr", "ru", "zh")
"""Languages in which every sentence must be there."""
FORMS = {"say": 1, "mark": 1, "count": 2}
"""What hands a sentence over, and how many forms of it stand first among its arguments."""


def extracted() -> Catalog:
    """Return the sentences of the sources, in the order of the files."""
    catalogue = _empty(None)
    for file in sorted((ROOT / "facilitator").rglob("*.py")):
        for text in _said(ast.parse(file.read_text(encoding="utf-8"))):
            catalogue.add(text, locations=[(file.relative_to(ROOT).as_posix(), 0)])
    return catalogue


def _said(tree: ast.Module) -> list[str | tuple[str, str]]:
    """Return what is handed over as literals, in the order of reading, within f-strings, too."""
    found = []
    for call in ast.walk(tree):
        if isinstance(call, ast.Call) and (number := FORMS.get(_called(call))) is not None:
            texts = [_literal(argument) for argument in call.args[:number]]
            if len(texts) == number and all(texts):
                place = (call.args[0].lineno, call.args[0].col_offset)
                found.append((place, texts[0] if number == 1 else (texts[0], texts[1])))
    return [text for _, text in sorted(found, key=lambda each: each[0])]


def _called(call: ast.Call) -> str:
    name = call.func
    return name.attr if isinstance(name, ast.Attribute) else getattr(name, "id", "")


def _literal(argument: ast.expr) -> str:
    """Return a literal text; nothing if the argument is none."""
    value = argument.value if isinstance(argument, ast.Constant) else ""
    return value if isinstance(value, str) else ""


def read(code: str) -> Catalog:
    """Return a language's catalogue; an empty one if there is none yet."""
    path = I18N / f"{code}.po"
    if not path.is_file():
        return _empty(code)
    with path.open("rb") as file:
        return read_po(file, locale=code)


def rendered(catalogue: Catalog) -> bytes:
    """Return the catalogue as text, without dates and line numbers: it changes with the sentences only.

    Its sentences are spelled as documents of the United Nations are in its language.
    """
    spell = _spellings().get(str(catalogue.locale), str)
    for message in catalogue:
        if message.id and message.string:  # the first one is the header
            told = tuple(spell(text) for text in _forms(message))
            message.string = told[0] if isinstance(message.string, str) else told
    target = io.BytesIO()
    write_po(target, catalogue, width=100, sort_by_file=True, include_lineno=False, ignore_obsolete=True)
    lines = target.getvalue().splitlines(keepends=True)
    return b"".join(line for line in lines if not line.startswith(_RESTLESS))


def _spellings() -> dict[str, Callable[[str], str]]:
    """Return what is done to every sentence of a language."""
    from facilitator.documents.french import spaced  # noqa: PLC0415 - who only compiles does without the package

    return {
        "fr": spaced,
        "ru": lambda text: text.translate(str.maketrans("ёЁ", "еЕ")),
        "zh": lambda text: _AROUND_FIELDS.sub("", text),
    }


_AROUND_FIELDS = re.compile(r"(?<=[\u3000-\u9fff\uff00-\uffef“”]) (?=\{)|(?<=\}) (?=[\u4e00-\u9fff])")

_RESTLESS = (
    b'"POT-Creation',
    b'"PO-Revision',
    b'"Last-Trans',
    b'"Language-Team',
    b'"Report-',
    b'"Generated-',
)


def extract() -> None:
    TEMPLATE.write_bytes(rendered(extracted()))


def update() -> None:
    """The template and every language have exactly the sentences of the sources."""
    extract()
    for code in LANGUAGES:
        catalogue = read(code)
        catalogue.update(extracted(), no_fuzzy_matching=True)
        (I18N / f"{code}.po").write_bytes(rendered(catalogue))


def compile_all(folder: Path = I18N) -> list[Path]:
    """Compile every catalogue beside its text (or into another folder) and return the files."""
    return [_compile(text, folder / f"{text.stem}.mo") for text in sorted(I18N.glob("*.po"))]


def check() -> list[str]:
    """Return what is wrong with the catalogues, a line each."""
    template = extracted()
    wrong = [] if TEMPLATE.is_file() and TEMPLATE.read_bytes() == rendered(template) else [_STALE]
    for code in LANGUAGES:
        catalogue = read(code)
        wrong += [f"{code}.po: {fault}" for fault in faults(catalogue, template, complete=code in COMPLETE)]
    return wrong


_STALE = "facilitator.pot is not what the sources say: run build/catalogues.py update"


def faults(catalogue: Catalog, template: Catalog, *, complete: bool) -> Iterator[str]:
    """Yield the sentences that are missing or unknown, and the translations that do not fit their source."""
    for message in template:
        if message.id:
            found = catalogue.get(message.id)
            forms = _forms(found) if found else ()
            if found is None or (complete and not all(forms)):
                yield f"missing: {_name(message)}"
            elif any(forms):
                yield from _misfits(message, forms, catalogue)
    yield from (
        f"not in the sources: {_name(message)}" for message in catalogue if _unknown(message, template)
    )


def _misfits(source: Message, forms: tuple[str, ...], catalogue: Catalog) -> Iterator[str]:
    """Yield what is wrong with a translation: a form too few, another field than in the source."""
    if source.pluralizable and (len(forms) != catalogue.num_plurals or not all(forms)):
        yield f"{len([*filter(None, forms)])} of {catalogue.num_plurals} plural forms: {_name(source)}"
    wanted = {field for text in _texts(source.id) for field in _fields(text)}
    for place, form in enumerate(forms):
        spare = {"n"} if source.pluralizable and _of_one_number(place, catalogue) else set()
        if form and not wanted - spare <= _fields(form) <= wanted:
            yield f"other fields than the source: {form!r} for {_name(source)}"


def _of_one_number(place: int, catalogue: Catalog) -> bool:
    """Say whether a plural form is for a single number, which it may then write as a word."""
    chosen = c2py(catalogue.plural_expr)
    return sum(chosen(n) == place for n in range(1000)) == 1


def _unknown(message: Message, template: Catalog) -> bool:
    return bool(message.id) and template.get(message.id) is None


def _forms(message: Message) -> tuple[str, ...]:
    return _texts(message.string)


def _texts(told: str | Iterable[str | None] | None) -> tuple[str, ...]:
    """Return a message's text, or all its plural forms; what is not there is empty."""
    return (told or "",) if isinstance(told, str | None) else tuple(text or "" for text in told)


def _fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def _name(message: Message) -> str:
    return repr(_texts(message.id)[0])


def _empty(code: str | None) -> Catalog:
    catalogue = Catalog(
        locale=code, project="Facilitator", version="0.1", header_comment=_HEADER, fuzzy=False
    )
    if code == "ar":
        catalogue.mime_headers = [("Plural-Forms", _ARABIC)]
    return catalogue


_ARABIC = (  # the order every translation tool shows; Babel alone has the last two the other way round
    "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 "
    ": n%100>=3 && n%100<=10 ? 3 : n%100>=11 && n%100<=99 ? 4 : 5)"
)


_HEADER = "# Sentences of Facilitator.\n# Licence: Apache-2.0, as the program."


_NO_DATE = datetime(2020, 1, 1, tzinfo=UTC)
"""The same sentences give the same bytes, whenever they are compiled."""


def _compile(text: Path, target: Path) -> Path:
    """Write the compiled catalogue in one step: somebody may be reading the old one, or writing it, too."""
    with text.open("rb") as file:
        catalogue = read_po(file, locale=text.stem)
    catalogue.creation_date = catalogue.revision_date = _NO_DATE
    with NamedTemporaryFile(dir=target.parent, prefix=f".{target.name}.", delete=False) as made:
        write_mo(made, catalogue)
    written = Path(made.name)
    written.chmod(0o644)
    written.replace(target)
    return target


def main(words: list[str]) -> int:
    word = words[0] if words else "check"
    if word == "check":
        wrong = check()
        print("\n".join(wrong) or f"{len(extracted())} sentences; complete: {', '.join(COMPLETE)}.")
        return 1 if wrong else 0
    acts: dict[str, Callable[[], object]] = {"extract": extract, "update": update, "compile": compile_all}
    if word not in acts:
        print("build/catalogues.py extract | update | compile | check", file=sys.stderr)
        return 2
    acts[word]()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
