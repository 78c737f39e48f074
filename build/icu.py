"""ICU's data without the languages and units that the program never asks for: 4 in place of 32 MB."""

from __future__ import annotations

import re
import struct
import subprocess
from collections.abc import Iterator
from pathlib import Path

_SECTION, _SYMBOL, _DYNSYM = 64, 24, 11  # sizes of ELF's records, and the kind of the table of symbols
_LANGUAGES = "ar|en|es|fr|ru|zh|zh_Hans|zh_Hans_CN|root"
# Qt sorts, splits text and names zones with ICU; figures, dates and code pages it has of its own.
_KEPT = re.compile(
    rf"""[^/]+/(
        [^/]+\.(icu|nrm|spp|cfu)
      | ({_LANGUAGES}|pool|res_index|icuver|icustd|supplementalData|likelySubtags|keyTypeData
          |timezoneTypes|zoneinfo64|metaZones|windowsZones|numberingSystems|langInfo|genderList
          |plurals|pluralRanges|dayPeriods|grammaticalFeatures|currencyNumericCodes|metadata|tzdbNames)\.res
      | coll/({_LANGUAGES}|ucadata|pool|res_index)\.(res|icu)
      | brkitr/(root|char|word|line|sent|title|line_normal|res_index)\.(res|brk)
      | (curr|lang|region|zone|unit)/(root|pool|res_index|supplementalData)\.res
    )""",
    re.VERBOSE,
)


def trim(library: Path) -> None:
    """The library `libicudata.so.N` holds the kept items only, under the same symbol; needs binutils."""
    symbol = f"icudt{library.name.rsplit('.', 1)[1]}_dat"
    whole = _symbol(library.read_bytes(), symbol.encode())
    data = library.with_suffix(".dat")
    data.write_bytes(_package(whole))
    try:
        _link(data, library, symbol)
    finally:
        data.unlink()


def _symbol(elf: bytes, name: bytes) -> bytes:
    """Return what lies under a symbol of a 64-bit little-endian library."""
    (start,) = struct.unpack_from("<Q", elf, 0x28)
    (count,) = struct.unpack_from("<H", elf, 0x3C)
    sections = [struct.unpack_from("<IIQQQQIIQQ", elf, start + n * _SECTION) for n in range(count)]
    for _, kind, _, _, at, size, strings, *_ in sections:
        for place in range(at, at + size, _SYMBOL) if kind == _DYNSYM else ():
            said, _, _, where, address, length = struct.unpack_from("<IBBHQQ", elf, place)
            begins = sections[strings][4] + said
            if elf[begins : elf.index(b"\0", begins)] == name:
                offset = address - sections[where][3] + sections[where][4]
                return elf[offset : offset + length]
    raise LookupError(f"No {name.decode()} in the library")


def _items(data: bytes, header: int) -> Iterator[tuple[bytes, bytes]]:
    """Yield name and content of each item of a common data file."""
    (count,) = struct.unpack_from("<I", data, header)
    table = [struct.unpack_from("<II", data, header + 4 + 8 * n) for n in range(count)]
    ends = [at for _, at in table[1:]] + [len(data) - header]
    for (said, at), end in zip(table, ends, strict=True):
        begins = header + said
        yield data[begins : data.index(b"\0", begins)], data[header + at : header + end]


def _package(data: bytes) -> bytes:
    """Return a common data file of the kept items: header, table, names, items on borders of 16 bytes."""
    (header,) = struct.unpack_from("<H", data, 0)
    kept = [(name, item) for name, item in _items(data, header) if _KEPT.fullmatch(name.decode())]
    names, places = b"", []
    for name, _ in kept:
        places.append(4 + 8 * len(kept) + len(names))
        names += name + b"\0"
    body = b""
    first = 4 + 8 * len(kept) + len(names)
    padding = -(header + first) % 16
    table = struct.pack("<I", len(kept))
    for (_, item), said in zip(kept, places, strict=True):
        table += struct.pack("<II", said, first + padding + len(body))
        body += item + bytes(-len(item) % 16)
    return data[:header] + table + names + bytes(padding) + body


def _link(data: Path, library: Path, symbol: str) -> None:
    made = data.with_suffix(".o")
    subprocess.run(["ld", "-r", "-b", "binary", "-o", made.name, data.name], check=True, cwd=data.parent)
    start = "_binary_" + re.sub(r"\W", "_", data.name) + "_start"
    subprocess.run(
        [
            *("objcopy", "--rename-section", ".data=.rodata,alloc,load,readonly,data,contents"),
            *("--set-section-alignment", ".data=16", "--redefine-sym", f"{start}={symbol}", made.name),
        ],
        check=True,
        cwd=data.parent,
    )
    script = data.with_suffix(".ver")
    script.write_text(f"{{ global: {symbol}; local: *; }};\n", encoding="ascii")
    try:
        subprocess.run(
            [
                *("ld", "-shared", "-z", "noexecstack", "--build-id=none", "--hash-style=both"),
                *("-soname", library.name, "--version-script", script.name, "-o", library.name, made.name),
            ],
            check=True,
            cwd=data.parent,
        )
    finally:
        made.unlink()
        script.unlink()
