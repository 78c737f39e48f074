"""What the collector of rubbish need not look through again and again while a panel sits."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


def settle() -> None:
    """All that was made at the opening is there to stay: no press waits until it has been looked through.

    What an earlier opening left behind is swept first.
    """
    gc.unfreeze()
    gc.collect()
    gc.freeze()


@contextmanager
def growing() -> Iterator[None]:
    """Much is made in here that is there to stay: it is not looked through, neither meanwhile nor later."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if was:
            gc.enable()
