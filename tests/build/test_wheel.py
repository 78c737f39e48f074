"""A wheel carries catalogues and resources, and works far from the checkout."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LOOK = """
import facilitator
from facilitator.language.places import catalogues, resource
from facilitator.language.speech import language_for
print(facilitator.__file__)
print(language_for("ar").say("Opening"))
print(resource("templates", "durban-2019.toml").is_file(), resource("icons", "LICENSE").is_file())
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    subprocess.run(build, check=True, capture_output=True, cwd=ROOT)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def elsewhere(wheel, tmp_path_factory):
    """An environment in which the installed copy is found and the checkout is not."""
    folder = tmp_path_factory.mktemp("installed")
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--no-compile"]
    subprocess.run([*pip, "--target", str(folder), str(wheel)], check=True, capture_output=True)
    return {**os.environ, "PYTHONPATH": str(folder), "PYTHONSAFEPATH": "1"}


def test_wheel_holds_the_package_its_catalogues_and_its_resources(wheel):
    names = zipfile.ZipFile(wheel).namelist()

    carried = {f"facilitator/i18n/{code}.mo" for code in ("ar", "en", "es", "fr", "ru", "zh")}
    resources = {path for path in (ROOT / "resources").rglob("*") if path.is_file()}
    carried |= {f"facilitator/{path.relative_to(ROOT).as_posix()}" for path in resources}
    modules = {path.relative_to(ROOT).as_posix() for path in (ROOT / "facilitator").rglob("*.py")}
    about = {name for name in names if ".dist-info/" in name}

    assert set(names) - about == carried | modules
    assert sorted(name.partition("/")[2] for name in about) == [
        "METADATA",
        "RECORD",
        "WHEEL",
        "entry_points.txt",
        "licenses/LICENSE",
    ]


def test_installed_copy_speaks_arabic_and_finds_its_files_elsewhere(elsewhere, tmp_path):
    seen = subprocess.run(
        [sys.executable, "-c", LOOK],
        env=elsewhere,
        cwd=tmp_path,
        capture_output=True,
        check=True,
        encoding="utf-8",
    )

    where, opening, found = seen.stdout.splitlines()
    assert Path(where).parents[1] == Path(elsewhere["PYTHONPATH"])
    assert (opening, found) == ("الافتتاح", "True True")


def test_installed_copy_makes_a_workshop_from_the_template_elsewhere(elsewhere, tmp_path):
    words = ["new", "w.facilitator", "--template", "durban-2019", "--lang", "ar"]

    subprocess.run([sys.executable, "-m", "facilitator", *words], env=elsewhere, cwd=tmp_path, check=True)

    assert [path.name for path in tmp_path.iterdir()] == ["w.facilitator"]
