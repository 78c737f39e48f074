"""The catalogues: complete where they claim to be, true to their sources, and nothing said past them."""

import ast
import importlib.util
import re
from pathlib import Path

import pytest
from babel.messages import Catalog

from facilitator.domain.refusals import Explained
from facilitator.language.direction import bare
from facilitator.language.refusals import SENTENCES
from facilitator.language.speech import LANGUAGES, READY, language_for

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "facilitator"
SOURCES = sorted(PACKAGE.rglob("*.py"))
SPEAKING = [*(PACKAGE / "ui").rglob("*.py"), *(PACKAGE / "documents").glob("*.py")]
SCREEN = ("banner", "foot", "_keys")
SAID = ("say", "count", "mark")
PLURALS = {
    "ar": {0: [0], 1: [1], 2: [2], 3: [3, 10, 103, 110], 4: [11, 26, 99, 111], 5: [100, 101, 102, 200, 1000]},
    "en": {0: [1], 1: [0, 2, 11, 100]},
    "es": {0: [1], 1: [0, 2, 11, 100]},
    "fr": {0: [0, 1], 1: [2, 11, 100]},
    "ru": {0: [1, 21, 101], 1: [2, 4, 22, 104], 2: [0, 5, 11, 14, 111, 112, 100]},
    "zh": {0: [0, 1, 2, 100]},
}

every_source = pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(PACKAGE)))
every_language = pytest.mark.parametrize("code", LANGUAGES)


def load():
    spec = importlib.util.spec_from_file_location("catalogues", ROOT / "build" / "catalogues.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


catalogues = load()


@pytest.fixture(scope="module")
def template():
    return catalogues.extracted()


def test_template_is_what_the_sources_say(template):
    assert catalogues.TEMPLATE.read_bytes() == catalogues.rendered(template), "run build/catalogues.py update"


@every_language
def test_catalogue_has_no_fault_and_is_complete_where_it_says_so(code, template):
    complete = code in READY and code != catalogues.SOURCE

    assert list(catalogues.faults(catalogues.read(code), template, complete=complete)) == []
    assert complete == (code in catalogues.COMPLETE)


@every_language
def test_catalogue_is_written_as_the_tool_writes_it(code):
    assert (catalogues.I18N / f"{code}.po").read_bytes() == catalogues.rendered(catalogues.read(code))


def said(code):
    return [text for each in catalogues.read(code) if each.id for text in catalogues._texts(each.string)]


@pytest.mark.parametrize(
    ("code", "written", "spelled"),
    [
        ("fr", "Ligne {n} : « oui » ; non ?", "Ligne {n}\u00a0: «\u00a0oui\u00a0»\u202f; non\u202f?"),
        ("ru", "Ещё всё", "Еще все"),
        ("zh", "第 {n} 项，见 {file}", "第{n}项，见{file}"),
        ("es", "Aún {n} más: «sí»", "Aún {n} más: «sí»"),
    ],
)
def test_sentences_are_spelled_as_documents_of_the_united_nations_are(code, written, spelled):
    catalogue = Catalog(locale=code)
    catalogue.add("Source", written)

    catalogues.rendered(catalogue)

    assert catalogue.get("Source").string == spelled


@pytest.mark.parametrize(
    ("code", "other"),
    [
        ("ar", "حلقة (ال)?عمل"),
        ("ar", "مدير الجلسة"),
        ("fr", "réunion-débat|phrase de passe"),
        ("ru", "модератор"),
        ("zh", "研讨会|小组讨论"),
    ],
)
def test_one_thing_has_one_name(code, other):
    """The word that the documents of the workshop have, and not another one as well."""
    assert [text for text in said(code) if re.search(other, text.lower())] == []


@every_language
def test_plural_forms_are_those_of_the_language(code):
    chosen = catalogues.c2py(catalogues.read(code).plural_expr)

    assert {form: [chosen(n) for n in numbers] for form, numbers in PLURALS[code].items()} == {
        form: [form] * len(numbers) for form, numbers in PLURALS[code].items()
    }
    assert catalogues.read(code).num_plurals == len(PLURALS[code])


@pytest.mark.parametrize(
    ("forms", "found"),
    [
        (("", "", "", "", "", ""), ["missing: '{n} box of {name}'"]),
        (("{name}",) * 3 + ("{n} {name}",) * 3, []),
        (("{name}",) * 6, ["other fields than the source: '{name}' for '{n} box of {name}'"] * 3),
        (
            ("{n} {nam}",) + ("{n} {name}",) * 5,
            ["other fields than the source: '{n} {nam}' for '{n} box of {name}'"],
        ),
        (("{n} {name}",) * 5 + ("",), ["missing: '{n} box of {name}'"]),
    ],
)
def test_faults_of_a_translation_are_named(forms, found):
    source, translated = Catalog(), Catalog(locale="ar")
    source.add(("{n} box of {name}", "{n} boxes of {name}"))
    translated.mime_headers = [("Plural-Forms", catalogues._ARABIC)]
    translated.add(("{n} box of {name}", "{n} boxes of {name}"), string=forms)

    assert list(catalogues.faults(translated, source, complete=True)) == found


def test_unknown_and_half_translated_sentences_are_named():
    source, translated = Catalog(), Catalog(locale="fr")
    source.add(("{n} box", "{n} boxes"))
    translated.add(("{n} box", "{n} boxes"), string=("{n} boîte", ""))
    translated.add("Gone", string="Parti")

    assert list(catalogues.faults(translated, source, complete=False)) == [
        "1 of 2 plural forms: '{n} box'",
        "not in the sources: 'Gone'",
    ]


def test_compiled_catalogue_speaks_arabic(tmp_path):
    compiled = {path.name for path in catalogues.compile_all(tmp_path)}

    assert compiled == {f"{code}.mo" for code in LANGUAGES}
    assert [path.suffix for path in tmp_path.iterdir()] == [".mo"] * 6


@every_source
def test_sentence_is_handed_over_as_a_literal_that_can_be_extracted(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    built = [ast.unparse(text) for text in handed_over(tree) if is_built(text)]

    assert built == []


def handed_over(tree):
    """Yield the msgids of the calls that speak; parts of the screen are told their words with `say`, too."""
    for call in ast.walk(tree):
        if isinstance(call, ast.Call) and name_of(call) in SAID and not is_of_the_screen(call):
            yield from call.args[: 2 if name_of(call) == "count" and len(call.args) > 2 else 1]


def is_of_the_screen(call):
    return isinstance(call.func, ast.Attribute) and ast.unparse(call.func.value).split(".")[-1] in SCREEN


def name_of(call):
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def is_built(text):
    """An f-string, a sum, a format or a choice: the extractor sees none of what is said then."""
    if isinstance(text, ast.IfExp):
        return any(isinstance(part, ast.Constant) for part in (text.body, text.orelse))
    if isinstance(text, ast.Call):
        return name_of(text) == "format"
    return isinstance(text, ast.JoinedStr | ast.BinOp)


@every_source
def test_variable_that_is_said_was_marked(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    unmarked = []
    for function in (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)):
        said = {text.id for text in handed_over(function) if isinstance(text, ast.Name)}
        unmarked += [ast.unparse(node) for node in ast.walk(function) if assigns_plain_text(node, said)]

    assert unmarked == []


def assigns_plain_text(node, names):
    if (
        not isinstance(node, ast.Assign)
        or not {target.id for target in node.targets if isinstance(target, ast.Name)} & names
    ):
        return False
    values = (node.value.body, node.value.orelse) if isinstance(node.value, ast.IfExp) else (node.value,)
    return any(isinstance(value, ast.Constant) and value.value for value in values)


@pytest.mark.parametrize("path", SPEAKING, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_no_sentence_stands_outside_the_catalogues(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    within = {id(part) for call in ast.walk(tree) if speaks(call) for part in ast.walk(call)}
    within |= {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}  # docstrings
    loose = [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in within
    ]

    assert [
        text for text in loose if re.search(r"[^\W\d]{2,} [^\W\d]{2,}", text) and not technical(text)
    ] == []


def speaks(node):
    return isinstance(node, ast.Call) and name_of(node) in (
        *SAID,
        "getLogger",
        "info",
        "warning",
        "exception",
    )


def technical(text):
    """Style sheets, names of fonts, operators of PDF, tags of rich text."""
    return (
        "{{" in text
        or "Sans" in text
        or ("{" in text and ";" in text)
        or text.startswith(("/", "<", '" style'))
    )


def test_the_scan_finds_what_it_looks_for():
    tree = ast.parse(
        'say(f"{n} left"); say("a" + b); say("Ja" if x else "Nein"); say("{}".format(1)); say(WORDS[x])'
    )

    assert [is_built(text) for text in handed_over(tree)] == [True, True, True, True, False]
    assert len(SOURCES) > 60


def explained(kind=Explained):
    for child in kind.__subclasses__():
        yield child
        yield from explained(child)


def test_every_refusal_and_fault_has_a_sentence():
    for path in SOURCES:
        if "ui" not in path.parts and path.stem not in ("env", "__main__", "app"):
            importlib.import_module(
                ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
            )
    told = {
        kind
        for kind in explained()
        if not kind.__subclasses__() and kind.__module__.startswith("facilitator.")
    }

    assert len(told) > 40
    assert {kind.__name__ for kind in told if code_of(kind) not in SENTENCES} == set()


def code_of(kind):
    return kind.code.fget(kind.__new__(kind))


@pytest.mark.parametrize("code", READY)
@pytest.mark.parametrize("key", SENTENCES)
def test_refusal_is_one_sentence_in_every_ready_language(code, key):
    fields = dict.fromkeys(re.findall(r"{(\w+)}", SENTENCES[key]), "x")

    said = bare(language_for(code).say(SENTENCES[key], **fields))

    assert said[-1] in ".؟?。"
    assert (said == SENTENCES[key].format(**fields)) == (code == "en")
