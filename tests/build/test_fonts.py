"""Every font package is documented with its licence and carried into the program folder."""

import re
import tomllib
from pathlib import Path

from facilitator.documents.typeset.faces import FACES

ROOT = Path(__file__).parents[2]
FONTS = ROOT / "resources" / "fonts"


def dependencies():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return {re.match(r"[\w-]+", wanted)[0] for wanted in project["dependencies"]}


def test_faces_come_from_packages_the_project_asks_for():
    wanted = {package for package in dependencies() if "font" in package}

    assert {cut.package.replace("_", "-") for cut in FACES.values()} == wanted


def test_page_of_fonts_names_every_package_and_a_licence_that_is_there():
    rows = re.findall(r"`([\w-]+)` \|.*\| `(OFL-\w+\.txt)` \|", (FONTS / "README.md").read_text("utf-8"))

    assert {package for package, _ in rows} == {package for package in dependencies() if "font" in package}
    assert {licence for _, licence in rows} == {path.name for path in FONTS.glob("OFL-*.txt")}
    assert [
        name for _, name in rows if "SIL OPEN FONT LICENSE" not in (FONTS / name).read_text("utf-8")
    ] == []


def test_program_folder_carries_every_font_package():
    named = re.search(
        r"FONTS = \(([^)]*)\)", (ROOT / "build" / "package_parts.py").read_text(encoding="utf-8")
    )[1]

    assert set(re.findall(r'"(\w+)"', named)) == {cut.package for cut in FACES.values()}
