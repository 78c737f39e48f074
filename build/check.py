"""Set everything up and run every check, the quickest first; `--benchmarks` measures speed instead."""

from __future__ import annotations

import os
import subprocess
import sys
import time

import environment
import qt_libraries

CHECKS = (
    ("Form", ["ruff", "format", "--check", "--quiet", "."]),
    ("Faults", ["ruff", "check", "--quiet", "."]),
    ("Layers", ["lint-imports", "--no-cache"]),
    ("Types", ["mypy"]),
    ("Catalogues", ["python", "build/catalogues.py", "check"]),
    ("Tests", ["pytest", "-q", "-n", "2", "--ignore=tests/benchmarks"]),
)
BENCHMARKS = (("Benchmarks", ["pytest", "-q", "-s", "-p", "no:randomly", "tests/benchmarks"]),)


def main() -> int:
    measuring = "--benchmarks" in sys.argv[1:]
    environment.prepare(
        *("lock.txt", "lock-check.txt", "lock-package.txt"), *(["lock-benchmarks.txt"] if measuring else [])
    )
    qt_libraries.ensure(environment.VENV)
    failed = [title for title, words in (BENCHMARKS if measuring else CHECKS) if not passes(title, words)]
    environment.say(f"\nFAILED: {', '.join(failed)}" if failed else "\nEverything passed.")
    return 1 if failed else 0


def passes(title: str, words: list[str]) -> bool:
    """Run one check from the checkout's folder and say how it went."""
    environment.say(f"\n== {title}: {' '.join(words)}")
    began = time.monotonic()
    done = subprocess.run(
        [environment.tool(words[0]), *words[1:]],
        check=False,
        cwd=environment.ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    verdict = "passed" if done.returncode == 0 else f"FAILED (exit code {done.returncode})"
    environment.say(f"-- {title} {verdict} in {time.monotonic() - began:.1f} s")
    return done.returncode == 0


if __name__ == "__main__":
    sys.exit(main())
