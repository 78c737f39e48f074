"""The form of a package: a header, lines of JSON that are compressed, and a signature over both.

    magic, version · length of header · header (JSON) · length of body · body (zlib) · signature (64 bytes)

Closed for the secretariat, all of that stands within an age file. The reader trusts nothing: sizes and counts
are bounded before anything is kept, and whatever is wrong is one of the faults of a package.
"""

from __future__ import annotations

import json
import struct
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from facilitator.exchange.faults import NotAPackage, PackageDamaged, PackageNewer, PackageTooLarge
from facilitator.exchange.keys import private_key
from facilitator.store.chain import WITHHELD, seal_of_text
from facilitator.store.coming import Run, Told
from facilitator.store.laptops import Laptop

MAGIC = b"\x89FPK\r\n\x1a\n"
VERSION = 3
AGE = b"age-encryption.org/"
SUFFIX = ".package"
MOST_BYTES = 256 << 20
"""Of a package, and of what it holds when it is spread out."""
MOST_LINES = 1_000_000
MOST_RATIO = 200
_FREE = 1 << 20  # so much may be as dense as it likes
_MOST_HEADER = 4 << 20
_SIGNATURE = 64
_CHUNK = 1 << 16
_KINDS = {(int, str, int, str, str, undoes, *(str,) * 5) for undoes in (str, type(None))}
_decoded = json.JSONDecoder().raw_decode


Voucher = tuple[str, int, str, str, str]
"""What a laptop wrote ends here: laptop, number, hash, who signed that, and the signature.

Or it tells an event of that number only in part: then the hash is of that part.
"""


@dataclass(frozen=True, slots=True)
class Header:
    """Who packed what when; `invitation` lets a new laptop in, `closing_key` is the secretariat's.

    The `vouchers` are what those signed whose events are relayed, the `parts` of which events only a part.
    """

    workshop: str
    founder: str
    laptop: str
    packed_at: int
    shape: int
    laptops: Sequence[Laptop]
    invitation: Mapping[str, str] = field(default_factory=dict)
    closing_key: str = ""
    vouchers: Sequence[Voucher] = ()
    parts: Sequence[Voucher] = ()


@dataclass(frozen=True, slots=True)
class Package:
    header: Header
    runs: Sequence[Run]


def written(package: Package, seed: str) -> bytes:
    """Return a package's bytes, signed."""
    header = json.dumps(asdict(package.header), ensure_ascii=False, separators=(",", ":")).encode()
    body = zlib.compress(b"".join(_lines(package.runs)), 6)
    told = MAGIC + struct.pack(">HI", VERSION, len(header)) + header + struct.pack(">I", len(body)) + body
    return told + private_key(seed).sign(told)


def read(content: bytes, shape: int, file: str) -> Package:
    """Return what a package holds, if its own signature holds; raises a fault of `file`."""
    try:
        return _read(content, shape, file)
    except (
        struct.error,
        ValueError,
        TypeError,
        KeyError,
        RecursionError,
        OverflowError,
        zlib.error,
    ) as wrong:
        raise PackageDamaged(file=file) from wrong
    except InvalidSignature as wrong:
        raise PackageDamaged(file=file) from wrong


def _read(content: bytes, shape: int, file: str) -> Package:
    start = len(MAGIC)
    if content[:start] != MAGIC:
        raise NotAPackage(file=file)
    version, length = struct.unpack_from(">HI", content, start)
    if version > VERSION:
        raise PackageNewer(file=file)
    start += 6
    if length > _MOST_HEADER or len(content) > MOST_BYTES:
        raise PackageTooLarge(file=file)
    told = json.loads(content[start : start + length])
    if int(told["shape"]) > shape:
        raise PackageNewer(file=file)
    header = header_of(told)
    start += length
    (size,) = struct.unpack_from(">I", content, start)
    body = content[start + 4 : start + 4 + size]
    end = start + 4 + size
    if len(content) != end + _SIGNATURE:
        raise PackageDamaged(file=file)
    packer = next((laptop for laptop in header.laptops if laptop.id == header.laptop), None)
    if packer is None:
        raise PackageDamaged(file=file)
    key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(packer.key))
    key.verify(content[end:], content[:end])
    return Package(header, list(_runs(_spread(body, file), file)))


def header_of(told: Mapping[str, Any]) -> Header:
    """Return a header as it was told; raises ValueError, TypeError or KeyError for anything else."""
    known = [_laptop(each) for each in told["laptops"]]
    signed = [_voucher(*each) for each in told.get("vouchers", ())]
    parts = [_voucher(*each) for each in told.get("parts", ())]
    header = Header(**{**told, "laptops": known, "vouchers": signed, "parts": parts})
    texts = (header.workshop, header.founder, header.laptop, header.closing_key, *header.invitation.values())
    if not all(map(_is_text, texts)) or not _is_instant(header.packed_at):
        raise ValueError
    return header


def _voucher(laptop: str, seq: int, hash_: str, by: str, signature: str) -> Voucher:
    if not all(map(_is_text, (laptop, hash_, by, signature))) or not _is_number(seq):
        raise ValueError
    return laptop, seq, hash_, by, signature


def _laptop(told: Mapping[str, Any]) -> Laptop:
    laptop = Laptop(**told)
    texts = (laptop.id, laptop.name, laptop.key, laptop.certificate, laptop.succeeds or "")
    if not all(map(_is_text, texts)) or not _is_instant(laptop.created):
        raise ValueError
    return laptop


def _spread(body: bytes, file: str) -> Iterator[bytes]:
    """Yield the lines of a body, many at a time, and never longer than a workshop is."""
    unpacker = zlib.decompressobj()
    total = 0
    begun: list[bytes] = []  # pieces of a line whose end has not come; joined only once
    most = min(MOST_BYTES, max(_FREE, len(body) * MOST_RATIO))
    for piece in _pieces(unpacker, body):
        total += len(piece)
        if total > most:
            raise PackageTooLarge(file=file)
        whole, end, rest = piece.rpartition(b"\n")
        if end:
            yield b"".join((*begun, whole))
            begun = []
        begun.append(rest)
    if any(begun) or not unpacker.eof or unpacker.unused_data:
        raise PackageDamaged(file=file)


def _pieces(unpacker: zlib._Decompress, body: bytes) -> Iterator[bytes]:
    """Yield what is spread out piece by piece; what waits is copied at each, so it is little, too."""
    for start in range(0, len(body), _CHUNK):
        if unpacker.eof:
            raise zlib.error
        waiting = body[start : start + _CHUNK]
        while waiting:
            yield unpacker.decompress(waiting, _CHUNK)
            waiting = unpacker.unconsumed_tail


def _lines(runs: Sequence[Run]) -> Iterator[bytes]:
    encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
    for run in runs:
        yield encode({"laptop": run.laptop, "previous": run.previous}).encode() + b"\n"
        for told in run.events:
            sealed = "" if told.salt not in ("", WITHHELD) else told.sealed
            yield encode(told._replace(sealed=sealed)).encode() + b"\n"


def _runs(blocks: Iterator[bytes], file: str) -> Iterator[Run]:
    run: Run | None = None
    for told in _told(blocks, file):
        if isinstance(told, dict):
            if run is not None:
                yield run
            run = Run(told["laptop"], told["previous"], [])
            if not _is_text(run.laptop) or not _is_text(run.previous):
                raise ValueError
            continue
        if run is None or (run.events and run.events[-1].seq + 1 != told.seq):
            raise PackageDamaged(file=file)
        run.events.append(told)
    if run is not None:
        yield run


def _told(blocks: Iterator[bytes], file: str) -> Iterator[dict[str, Any] | Told]:
    """Yield what lines tell; half a surrogate pair, which cannot be stored, raises ValueError."""
    count = 0
    for block in blocks:
        lines = block.split(b"\n")
        count += len(lines)
        if count > MOST_LINES:
            raise PackageTooLarge(file=file)
        plain = b"\\u" not in block and not (b"/" in block and b"\\/" in block)
        for line in lines:
            text = line.decode()
            told, end = _decoded(text)
            if end != len(text):
                raise ValueError
            if not plain:
                json.dumps(told, ensure_ascii=False).encode()
            yield told if isinstance(told, dict) else _event(told, line if plain else b"")


def _event(told: list[Any], line: bytes) -> Told:
    """Return the event of a line; it has the seal of what is written there, or none for now."""
    if tuple(map(type, told)) not in _KINDS or not _is_number(told[0]) or not _is_instant(told[2]):
        raise ValueError
    if told[6] not in ("", WITHHELD):
        told[7] = _seal_as_written(told, line)
    return Told(*told)


def _seal_as_written(told: list[Any], line: bytes) -> str:
    """Return the seal of an event by its line, or nothing where that is not written as seals are taken.

    Nothing is escaped there that need not be. No blank stands between texts, either: in an array of them, a
    comma between quotation marks and before a brace or bracket is nothing but where one ends and the next
    begins. To write all of it once more instead takes four times as long.
    """
    seq, id_, at, act, desk, undoes, salt, sealed, _, arguments, changes = told
    undone = "null" if undoes is None else f'"{undoes}"'
    head = f'[{seq},"{id_}",{at},"{act}","{desk}",{undone},"{salt}","{sealed}",'.encode()
    is_sealed_so = (
        (arguments[:1], changes[:1]) == ("{", "[")
        and line.startswith(head + b'"')
        and line.find(b'","{', len(head)) > 0
        and line.find(b'","[', len(head)) > 0
        and line.endswith(b'"]')
    )
    return seal_of_text(salt, line[len(head) :]) if is_sealed_so else ""


def _is_text(value: object) -> bool:
    if not isinstance(value, str):
        return False
    if not value.isascii():
        value.encode()  # half a surrogate pair cannot be stored: it raises ValueError
    return True


def _is_number(value: object) -> bool:
    return type(value) is int and 0 < value < 1 << 53


def _is_instant(value: object) -> bool:
    return type(value) is int and 0 <= value < 1 << 53
