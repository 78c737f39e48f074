"""Write the lock files anew: the newest versions that pyproject.toml allows, for every Python and system."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

BUILD = Path(__file__).resolve().parent
PYPROJECT = BUILD.parent / "pyproject.toml"
HEADER = "# Exact versions, made by build/lock.py from pyproject.toml; do not edit.\n"


def main() -> int:
    with tempfile.TemporaryDirectory(prefix="facilitator-lock-") as folder:
        print("Fetching uv, which resolves for all systems at once …")
        subprocess.run([sys.executable, "-m", "pip", "install", "-q", "--target", folder, "uv"], check=True)
        uv = str(Path(folder, "bin", "uv.exe" if sys.platform == "win32" else "uv"))
        lock(uv, "lock.txt", [str(PYPROJECT), "--group", f"{PYPROJECT}:setup"])
        lock(uv, "lock-check.txt", ["--group", f"{PYPROJECT}:check", "-c", str(BUILD / "lock.txt")])
        lock(uv, "lock-package.txt", ["--group", f"{PYPROJECT}:package", "-c", str(BUILD / "lock.txt")])
        lock(uv, "lock-benchmarks.txt", ["--group", f"{PYPROJECT}:benchmarks", "-c", str(BUILD / "lock.txt")])
    return 0


def lock(uv: str, name: str, wanted: list[str]) -> None:
    command = [uv, "pip", "compile", "--quiet", "--universal", "--python-version", "3.11", "--no-header"]
    found = subprocess.run(
        [*command, "--no-annotate", *wanted], check=True, capture_output=True, text=True, encoding="utf-8"
    )
    (BUILD / name).write_text(HEADER + found.stdout, encoding="utf-8")
    print(f"build/{name}: {len(found.stdout.splitlines())} packages")


if __name__ == "__main__":
    sys.exit(main())
