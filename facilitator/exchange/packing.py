"""Making a package of what this laptop knows and may tell."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Connection

from facilitator.exchange.faults import NoSecretariat
from facilitator.exchange.keys import closed, closing_key, invitation, own_seed
from facilitator.exchange.package import Header, Package, written
from facilitator.exchange.vouching import signed_parts, vouch, vouch_parts, vouchers
from facilitator.store.engine import SCHEMA_VERSION
from facilitator.store.laptops import birth, laptops
from facilitator.store.sending import Telling
from facilitator.store.workshop_file import WorkshopFile


def packed(
    file: WorkshopFile, at: int, *, known: Mapping[str, int] | None = None, for_secretariat: bool = False
) -> bytes:
    """Return a package of all this laptop may tell, without the events up to the numbers that are `known`.

    Closed for the secretariat it tells of protection concerns too, open it does not.
    """

    def all_told(connection: Connection) -> tuple[bytes, str]:
        seed = own_seed(connection, file.replica)
        workshop, founder = birth(connection) or ("", "")
        key = closing_key(connection, founder=founder == file.replica)
        vouch(connection, file.replica)
        telling = Telling(connection, file.replica)
        vouch_parts(connection, file.replica, telling.parts())
        if for_secretariat:
            telling = Telling(connection, file.replica, for_secretariat=True)
        told = telling.runs(known or {})
        header = Header(
            workshop,
            founder,
            file.replica,
            at,
            SCHEMA_VERSION,
            list(laptops(connection).values()),
            invitation(file.replica, seed),
            key,
            list(vouchers(connection, told)),
            signed_parts(connection),
        )
        return written(Package(header, told), seed), key

    content, key = file.look(all_told)
    if not for_secretariat:
        return content
    if not key:
        raise NoSecretariat(file=file.path.name)
    return closed(content, key)
