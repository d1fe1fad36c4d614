"""Feeds and pages as the world breaks them: bytes changed, parts doubled, moved or cut off, strange values."""

from __future__ import annotations

import re
from random import Random

_TOKENS = re.compile(rb"<[^>]*>|[^<]+")
_VALUE = re.compile(rb'(?<==")[^"]*(?=")|(?<=>)[^<>]+(?=<)')

# What was found in feeds and pages, or breaks parsers of them.
STRANGE = (
    b"",
    b"0",
    b"-1",
    b"2024",
    b"9" * 30,
    b"9" * 5000,
    b"NaN",
    b"1e999",
    b"0000-00-00",
    b"Mon, 01 Jan 0001 00:00:00 GMT",
    b"Fri, 31 Dec 9999 23:59:59 -2359",
    b"Fri, 25 Oct 99999999999 09:30:00 +9999",
    b"2024-10-25T24:61:61+99:99",
    b"&#0;",
    b"&#55357;",
    b"&#1114112;",
    b"&#x" + b"f" * 40 + b";",
    b"&nbsp;&unknown;&",
    b"\0",
    b"\xff\xfe",
    b"\xc3",
    b"\xed\xa0\xbd",
    "\ufeff\u200b\u202e\u2028\U0001f600".encode(),
    "İıſﬁ".encode(),
    b"http://[",
    b"http://[::1]:99999/",
    b"//x:y@z:port/%%%",
    b"javascript:alert(1)",
    b"{}",
    b"[[[",
    b'{"@type": [1, null, {"name": 3}]}',
    b"]]>",
    b"<![CDATA[",
    b"<!--",
    b"<!-->" * 50,
    b"<br><br>" * 50,
    b"<div>" * 300,
    b"<?xml version='1.0' encoding='utf-7'?>",
    b"<!DOCTYPE x [<!ENTITY a 'b'>]>",
    b"--- \n# x\n---\n",
)


def mutate(data: bytes, rng: Random) -> bytes:
    """The data with one to eight changes."""
    for _ in range(rng.randint(1, 8)):
        data = rng.choice((_byte, _value, _value, _token, _cut, _insert))(data, rng)
    return data


def _byte(data: bytes, rng: Random) -> bytes:
    at = rng.randrange(len(data) + 1)
    return data[:at] + bytes([rng.randrange(256)]) + data[at + rng.randint(0, 1) :]


def _value(data: bytes, rng: Random) -> bytes:
    places = list(_VALUE.finditer(data))
    if not places:
        return data
    place = rng.choice(places)
    return data[: place.start()] + rng.choice(STRANGE) + data[place.end() :]


def _token(data: bytes, rng: Random) -> bytes:
    tokens = _TOKENS.findall(data)
    if not tokens:
        return data
    at, other = rng.randrange(len(tokens)), rng.randrange(len(tokens))
    match rng.randrange(4):
        case 0:
            del tokens[at]
        case 1:
            tokens[at] *= rng.choice((2, 3, 200))
        case 2:
            tokens[at], tokens[other] = tokens[other], tokens[at]
        case _:
            tokens.insert(at, tokens[other])
    return b"".join(tokens)


def _cut(data: bytes, rng: Random) -> bytes:
    start = rng.randrange(len(data) + 1)
    return data[:start] + data[start + rng.choice((1, 10, 100, len(data))) :]


def _insert(data: bytes, rng: Random) -> bytes:
    at = rng.randrange(len(data) + 1)
    return data[:at] + rng.choice(STRANGE) + data[at:]
