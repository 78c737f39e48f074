"""What the collector of rubbish need not look through again and again while a panel sits."""

from __future__ import annotations

import gc


def settle() -> None:
    """All that was made at the opening is there to stay: no press waits until it has been looked through.

    What an earlier opening left behind is swept first.
    """
    gc.unfreeze()
    gc.collect()
    gc.freeze()
