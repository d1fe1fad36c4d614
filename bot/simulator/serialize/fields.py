"""What all of the serialization shares."""

from __future__ import annotations

from typing import Any

Json = dict[str, Any]


def omit_none(**fields: object) -> Json:
    """The fields that there are: the Bot API leaves out what is not, rather than to send null."""
    return {name: value for name, value in fields.items() if value is not None}
