"""When an entry was published, as feeds write it."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from time import struct_time

# Before it there was no web: such years are what clocks and content systems begin to count with (1, 1970, 1980).
_FIRST_YEAR = 1991
_AHEAD = timedelta(days=1)

# RFC 822 had years of two digits.
_SHORT_YEAR = re.compile(r"\d{1,2}\s+[a-z]{3}\s+(\d\d)\b", re.IGNORECASE)


def parse_date(written: str, parsed: struct_time | None, now: datetime) -> datetime | None:
    """The time that a feed states, with the zone that it states; None when there is none, or it cannot be.

    `parsed` is what feedparser makes of it, in UTC, for the forms that the standards (RFC 3339, RFC 822) do not know.
    A year that does not stand there is made up (of 0001 comes 2001, of a number of seconds 2017), and so is the date.
    """
    found = _in_zone(written) or _in_utc(parsed)
    if found is None or found.year < _FIRST_YEAR or found > now + _AHEAD or not _has_year(written, found.year):
        return None
    return found.replace(microsecond=0)


def _has_year(written: str, year: int) -> bool:
    short = _SHORT_YEAR.search(written)
    return str(year) in written or (short is not None and int(short[1]) == year % 100)


def _in_utc(parsed: struct_time | None) -> datetime | None:
    try:
        return datetime(*parsed[:6], tzinfo=UTC) if parsed else None
    except (ValueError, OverflowError):  # the year 0, the second 60
        return None


def _in_zone(written: str) -> datetime | None:
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            found = read(written.strip())
        except (TypeError, ValueError, OverflowError):
            continue
        if found.tzinfo:
            return found
    return None
