"""What an article is to be made of, as it comes from a file or a server."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Material:
    """The bytes of a text, a Markdown file, a web page or a feed.

    `name` is the file's name or the page's address, for messages and for its ending; `url` is where a page was fetched
    from, None for a file. `media_type` and `charset` are what a server says of it, `headers` all that it says (names in
    lower case). `unchanged`: the server was asked for it only if it has changed, and it has not; there are no bytes.
    `is_private`: the first address that was asked is in a private network.
    """

    data: bytes
    name: str
    url: str | None = None
    media_type: str | None = None
    charset: str | None = None
    headers: Mapping[str, str] = field(default_factory=dict, repr=False)
    unchanged: bool = False
    is_private: bool = False
