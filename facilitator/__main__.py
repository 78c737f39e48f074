"""Where the program begins: a word of the command line, or the window."""

from __future__ import annotations

import sys
from pathlib import Path


def main() -> int:
    """Return the exit code: 0 done, 1 refused or faulty input, 2 wrong usage."""
    words = sys.argv[1:]
    if not words or (len(words) == 1 and not words[0].startswith("-") and words[0] not in _COMMANDS):
        from facilitator.app import run  # noqa: PLC0415 - a headless command never loads Qt

        return run(Path(words[0]) if words else None)
    if words[0] in {"--selftest", "guide"}:
        return _of_everything(words)
    if words == ["--help"]:
        from facilitator.cli.help import run_help  # noqa: PLC0415 - in the language of whoever asks

        return run_help()
    if words[0] == "proof":
        from facilitator.cli.plain import run_proof  # noqa: PLC0415 - without a workshop, nothing of the store

        return run_proof(words[1:])
    if words[0] in {"documents", "packages", "snapshots"}:
        return _for_a_window(words[0])
    from facilitator.cli.commands import run_command  # noqa: PLC0415 - the window never loads the command line

    return run_command(words)


def _for_a_window(what: str) -> int:
    """What the window lets another process do, so that its clock never waits."""
    if what == "packages":
        from facilitator.cli.packages import run_packages  # noqa: PLC0415 - only a merge asks for it

        return run_packages()
    if what == "snapshots":
        from facilitator.cli.snapshots import run_snapshots  # noqa: PLC0415 - only the window asks for it

        return run_snapshots()
    from facilitator.cli.documents import run_documents  # noqa: PLC0415 - only the window asks for it

    return run_documents()


def _of_everything(words: list[str]) -> int:
    """What is made of the store, the windows and the documents together."""
    if words[0] == "guide":
        if "--help" in words:
            from facilitator.cli.command_help import run_guide_help  # noqa: PLC0415 - without painting anything

            return run_guide_help()
        from facilitator.guide.making import run_guide  # noqa: PLC0415 - nothing else paints every screen

        return run_guide(words[1:])
    from facilitator.selftest import run as selftest  # noqa: PLC0415 - nothing else tries everything

    return selftest()


_COMMANDS = (
    *("check", "demo", "do", "documents", "encrypt", "erase", "export", "guide", "import", "merge", "new"),
    *(
        "pack",
        "packages",
        "proof",
        "ready",
        "restore",
        "search",
        "snapshot",
        "snapshots",
        "stats",
        "template",
    ),
)

if __name__ == "__main__":
    sys.exit(main())
