"""The shape of the house: sizes, names, hidden imports, broad excepts, and what loads at start."""

import ast
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "facilitator"
MODULES = sorted(PACKAGE.rglob("*.py"))
SCRIPTS = sorted((ROOT / "build").glob("*.py"))
LINES_OF_A_MODULE, LINES_OF_A_FUNCTION = 300, 40
VAGUE = {"util", "utils", "helper", "helpers", "common", "misc", "base", "core", "manager", "managers"}
FROZEN = PACKAGE / "store" / "migrations" / "versions"  # a released step lists its tables and is never cut up
TOP = {
    ".ci",
    ".gitignore",
    "CHANGELOG.md",
    "LICENSE",
    "README.md",
    "build",
    "facilitator",
    "facilitator.spec",
    "i18n",
    "pyproject.toml",
    "resources",
    "tests",
}
EDGES = {
    "selftest/running.py": "a trial that breaks is one line of the answer, and the next one is made",
    "intake/workbooks.py": "a damaged workbook makes its reader panic, and a panic is not an Exception",
}

every_module = pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
every_source = pytest.mark.parametrize(
    "path", MODULES + SCRIPTS, ids=lambda path: str(path.relative_to(ROOT))
)


def functions(tree):
    return [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]


def length(function):
    return function.end_lineno - function.lineno + 1


@every_source
def test_module_is_small_and_named_for_what_it_holds(path):
    source = path.read_text(encoding="utf-8")
    long = [f.name for f in functions(ast.parse(source)) if length(f) > LINES_OF_A_FUNCTION]

    assert path.stem not in VAGUE
    assert "TYPE_CHECKING" not in source, "an import hidden from the running program hides a cycle"
    if FROZEN not in path.parents:
        assert source.count("\n") <= LINES_OF_A_MODULE
        assert long == []


@every_module
def test_import_inside_a_function_says_why(path):
    source = path.read_text(encoding="utf-8")
    inside = {
        node.lineno
        for function in functions(ast.parse(source))
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    }
    lines = source.splitlines()

    assert [
        lines[n - 1] for n in sorted(inside) if not re.search(r"# noqa: PLC0415 - \w", lines[n - 1])
    ] == []


@every_source
def test_exception_to_a_rule_of_the_linter_says_why(path):
    silent, above = [], ""
    for line in path.read_text(encoding="utf-8").splitlines():
        silenced = re.search(r"# (?:noqa: [A-Z0-9, ]+|type: ignore\[[\w-]+\])(.*)", line)
        rule = silenced[0].removesuffix(silenced[1]).strip() if silenced else ""
        if silenced and not re.match(r" ?(- |# ?)\w", silenced[1].lstrip()) and rule != above:
            silent.append(line.strip())
        above = rule  # a row of lines with the same exception says it once

    assert silent == []


@every_module
def test_everything_is_caught_only_at_the_edges(path):
    caught = [
        ast.unparse(handler.type) if handler.type else "everything"
        for handler in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(handler, ast.ExceptHandler)
    ]
    broad = [name for name in caught if name in ("everything", "Exception", "BaseException")]

    assert len(broad) <= (str(path.relative_to(PACKAGE).as_posix()) in EDGES)


def test_the_scan_sees_the_package():
    assert len(MODULES) > 60
    assert len(SCRIPTS) > 5
    assert [edge for edge in EDGES if not (PACKAGE / edge).is_file()] == []


def test_every_exception_in_the_configuration_has_its_reason_beside_it():
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    sections = {
        "dependencies = [": 15,
        "check = [": 10,
        "ignore = [": 8,
        "[tool.ruff.lint.per-file-ignores]": 4,
        "ignore_imports = [": 1,
    }
    for start, at_least in sections.items():
        lines = text[text.index(f"\n{start}") :].split("\n]", 1)[0].split("\n\n", 1)[0].splitlines()[2:]
        assert [line for line in lines if "#" not in line] == []
        assert len(lines) >= at_least


def test_locks_hold_what_the_project_asks_for_and_nothing_of_the_checks():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    runtime, checks = (locked(name) for name in ("lock.txt", "lock-check.txt"))

    assert {name_of(wanted) for wanted in project["project"]["dependencies"]} - runtime.keys() == set()
    assert {name_of(wanted) for wanted in project["dependency-groups"]["check"]} - checks.keys() == set()
    assert {"pytest", "mypy", "ruff"} & runtime.keys() == set()
    assert {
        name: (runtime[name], checks[name])
        for name in runtime.keys() & checks.keys()
        if runtime[name] != checks[name]
    } == {}
    assert runtime["pyside6-essentials"].startswith("6.11.")


def test_every_dependency_is_used():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    sources = "".join(path.read_text(encoding="utf-8") for path in MODULES)
    wanted = {name_of(text).replace("-", "_") for text in project["project"]["dependencies"]}
    imported = {IMPORTED_AS.get(name, name) for name in wanted} - NEVER_IMPORTED

    assert sorted(name for name in imported if not re.search(rf"\b{name}\b", sources)) == []


IMPORTED_AS = {"pyside6_essentials": "PySide6", "python_bidi": "bidi", "python_dateutil": "dateutil"}
NEVER_IMPORTED = {"tzdata"}  # zoneinfo looks for it where the system has no time zones


def locked(name):
    lines = (ROOT / "build" / name).read_text(encoding="utf-8").splitlines()
    return dict(line.split(" ;")[0].split("==") for line in lines if not line.startswith("#"))


def name_of(wanted):
    return re.match(r"[\w-]+", wanted)[0].lower().replace("_", "-")


HEAVY = ("sqlalchemy", "alembic", "typer", "rich", "babel", "reportlab", "uharfbuzz", "charset_normalizer")


@pytest.mark.parametrize(
    ("module", "unwanted"),
    [
        ("facilitator.app", HEAVY),
        ("facilitator.cli.commands", ("PySide6", "reportlab", "alembic", "babel")),
        ("facilitator.ui.console", HEAVY),
        ("facilitator.language.refusals", (*HEAVY, "PySide6")),
        ("facilitator.domain.view", (*HEAVY, "PySide6", "gettext", "json")),
    ],
)
def test_nothing_heavy_is_loaded_at_start(module, unwanted):
    report = f"import sys, {module}; print(*sorted(set({unwanted!r}) & sys.modules.keys()))"

    loaded = subprocess.run(
        [sys.executable, "-c", report], capture_output=True, text=True, check=True, cwd=ROOT
    )

    assert loaded.stdout.split() == []


VOID_CALLS = """
import sys
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication, QLabel, QTableWidget
application = QApplication([])
label, table = QLabel(), QTableWidget(1, 1)
image = QImage(8, 8, QImage.Format.Format_RGB32)
before = sys.getrefcount(None)
for n in range(5000):
    label.setText(str(n))
    table.item(0, 0)
    painter = QPainter(image)
    painter.save()
    painter.restore()
    painter.end()
print(sys.getrefcount(None) - before)
"""


def test_twenty_thousand_void_calls_of_qt_take_nothing_away():
    """PySide6 6.12.0 takes a reference of None away with each, and Python 3.11 aborts when none is left."""
    calls = subprocess.run([sys.executable, "-c", VOID_CALLS], capture_output=True, text=True, check=True)

    assert int(calls.stdout) > -100


def test_what_is_handed_on_holds_nothing_that_a_trial_left_behind():
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("not a checkout: a copy of the sources has no list of its files")

    assert {line.split("/")[0] for line in listed.stdout.splitlines()} == TOP
