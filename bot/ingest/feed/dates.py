"""When an entry was published, as feeds write it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from time import struct_time

# Years before it are what clocks and content systems begin to count with (1970, 1980).
_FIRST_YEAR = 1981
_AHEAD = timedelta(days=1)


def parse_date(written: str, parsed: struct_time | None, now: datetime) -> datetime | None:
    """The time that a feed states, with the zone that it states; None when there is none, or it cannot be.

    `parsed` is what feedparser makes of it, in UTC, for the forms that the standards (RFC 3339, RFC 822) do not know.
    """
    found = _in_zone(written) or (datetime(*parsed[:6], tzinfo=UTC) if parsed else None)
    if found is None or found.year < _FIRST_YEAR or found.replace(tzinfo=found.tzinfo or UTC) > now + _AHEAD:
        return None
    return found.replace(microsecond=0)


def _in_zone(written: str) -> datetime | None:
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            found = read(written.strip())
        except (TypeError, ValueError, OverflowError):
            continue
        if found.tzinfo:
            return found
    return None
