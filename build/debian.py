"""System packages: installed where we may, otherwise named with the command that installs them."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence


def need(packages: Sequence[str], what: str) -> None:
    """The packages are installed; where that is not for us to do, the program ends with the command."""
    names = " ".join(packages)
    if shutil.which("apt-get") is None:
        sys.exit(f"This system lacks {what}. Install what Debian calls {names}, then start again.")
    if os.geteuid() != 0:
        sys.exit(
            f"This system lacks {what}. This installs what is missing:\n\n"
            f"    sudo apt-get update && sudo apt-get install -y {names}\n\nThen start again."
        )
    print(f"This system lacks {what}.\nRunning: apt-get install -y {names}", flush=True)
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for words in (["update"], ["install", "-y", "--no-install-recommends", *packages]):
        done = subprocess.run(
            ["apt-get", "-qq", *words], check=False, capture_output=True, text=True, env=quiet
        )
        if done.returncode:
            sys.exit(
                f"{done.stdout}{done.stderr}\napt-get {' '.join(words)} failed; put that right, start again."
            )
