"""A laptop signs the end of what it wrote: whoever relays that can neither alter it nor invent more.

The end binds all before it, because each event holds the hash of the one before.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from sqlalchemy import Connection

from facilitator.exchange.faults import NotVouched
from facilitator.exchange.keys import own_seed, seed_of, signed, verifies
from facilitator.exchange.package import Header, Voucher
from facilitator.store.appending import end_of
from facilitator.store.coming import Coming, Run
from facilitator.store.duties import lineage
from facilitator.store.laptops import Laptop, keep_part, keep_voucher, laptops, part, parts, voucher
from facilitator.store.union import Taken

_MOST_PARTS = 8_000  # some 300 bytes each, in a header of at most four million


def vouch(connection: Connection, me: str) -> None:
    """What this laptop wrote up to now, and those whose file it goes on with, is signed and kept so."""
    for laptop in lineage(connection, me):
        end = end_of(connection, laptop)
        if not end.seq or voucher(connection, laptop, end.seq):
            continue
        seed = seed_of(connection, laptop)
        by = me if seed is None else laptop
        signature = signed(seed or own_seed(connection, me), *_words(laptop, end.seq, end.hash))
        keep_voucher(connection, laptop, end.seq, (end.hash, by, signature))


def vouch_parts(connection: Connection, me: str, parts: Iterable[tuple[str, int, str]]) -> None:
    """What this laptop tells of an event in part is signed and kept so: others may relay no other part."""
    for laptop, seq, digest in parts:
        there = part(connection, laptop, seq)
        if there is not None and there[0] == digest:
            continue
        seed = seed_of(connection, laptop)
        by = me if seed is None else laptop
        signature = signed(seed or own_seed(connection, me), *_of_part(laptop, seq, digest))
        keep_part(connection, laptop, seq, (digest, by, signature))


def signed_parts(connection: Connection) -> list[Voucher]:
    """Return what is known of who signed what of events told in part: as much as a package may hold."""
    return [(laptop, seq, *told) for laptop, seq, told in parts(connection)[:_MOST_PARTS]]


def vouchers(connection: Connection, runs: Iterable[Run]) -> Iterator[Voucher]:
    """Yield what is known of who signed the ends of these runs."""
    for run in runs:
        found = voucher(connection, run.laptop, run.events[-1].seq)
        if found:
            yield (run.laptop, run.events[-1].seq, *found)


def must_be_vouched(
    connection: Connection, header: Header, runs: Sequence[Coming], taken: Sequence[Taken], file: str
) -> None:
    """What a package relays was signed by those who wrote it; raises NotVouched if not."""
    known = laptops(connection)
    own = _own(known, header.laptop)
    told = {(each[0], each[1]): each for each in header.vouchers}
    sound: dict[tuple[str, int], str] = {}  # where a run may end so that the one before it holds, too
    for run in sorted(taken, key=lambda each: -each.last):
        if run.laptop in own:
            _keep(connection, told.get((run.laptop, run.last)), run, known)
            continue
        held = _keep(connection, told.get((run.laptop, run.last)), run, known)
        if not held and run.new and sound.get((run.laptop, run.last)) != run.hash:
            raise NotVouched(file=file, name=known[run.laptop].name if run.laptop in known else "?")
        sound[(run.laptop, run.first - 1)] = run.previous
    signed_here = _keep_parts(connection, header, known)
    for told_run in runs:
        foreign = told_run.laptop not in own
        if foreign and any(signed_here.get((told_run.laptop, seq)) != told for seq, told in told_run.in_part):
            raise NotVouched(file=file, name=known[told_run.laptop].name)


def _keep_parts(
    connection: Connection, header: Header, known: Mapping[str, Laptop]
) -> dict[tuple[str, int], str]:
    """Return what of events told in part is signed by who wrote them; it is kept so."""
    found: dict[tuple[str, int], str] = {}
    for laptop, seq, digest, by, signature in header.parts:
        if by not in known or laptop not in _own(known, by):
            continue
        if verifies(known[by].key, signature, *_of_part(laptop, seq, digest)):
            found[laptop, seq] = digest
            keep_part(connection, laptop, seq, (digest, by, signature))
    return found


def _own(known: Mapping[str, Laptop], packer: str) -> frozenset[str]:
    """Return whose events the packer's own signature is good for: its own, and those it goes on with."""
    found, laptop = {packer}, known[packer].succeeds
    while laptop is not None and laptop in known and laptop not in found and not known[laptop].key:
        found.add(laptop)
        laptop = known[laptop].succeeds
    return frozenset(found)


def _keep(connection: Connection, told: Voucher | None, run: Taken, known: Mapping[str, Laptop]) -> bool:
    """Say whether the end of a run is signed by who wrote it; it is kept so then."""
    if told is None or told[2] != run.hash:
        return False
    laptop, seq, hash_, by, signature = told
    if by not in known or laptop not in _own(known, by):
        return False
    if not verifies(known[by].key, signature, *_words(laptop, seq, hash_)):
        return False
    keep_voucher(connection, laptop, seq, (hash_, by, signature))
    return True


def _of_part(laptop: str, seq: int, digest: str) -> tuple[str, ...]:
    return "tells", laptop, str(seq), digest


def _words(laptop: str, seq: int, hash_: str) -> tuple[str, ...]:
    return "wrote", laptop, str(seq), hash_
