"""From the bytes of a file or a page to a draft."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.adding.decoding import decoded
from bot.adding.feed_signs import is_feed, is_json_feed
from bot.adding.language import article_language
from bot.adding.material import Material
from bot.adding.plain_text import draft_of_markdown, draft_of_text
from bot.config.errors import UnusableMaterial
from content import Draft

_HTML = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|article)\b", re.IGNORECASE | re.DOTALL
)
_PAGE_TYPES = ("text/html", "application/xhtml+xml")
_PAGE_NAMES = (".html", ".htm", ".xhtml")
_MARKDOWN_NAMES = (".md", ".markdown")


def draft_of(material: Material) -> Draft:
    """What will be the article, as far as it can be known; nothing is invented, so it may lack even a title.

    The language is the one that a page or a front matter states, else the one whose words the text has, None when that
    cannot be told. One that the bot cannot read is left as it is stated, for `Draft.article` to refuse.

    Raises:
        UnusableMaterial: it is empty, no text, a feed, or a page in which no text is found.
        InvalidArticles: it is a file whose front matter cannot be read.
    """
    if is_feed(material.data):
        source = material.url or material.name
        raise UnusableMaterial(f"{source}: this is a feed, no article; to follow it: python -m bot add {source}")
    if is_json_feed(material.data):
        raise UnusableMaterial(f"{material.name}: JSON feeds are not read; give the address of its RSS or Atom feed")
    text = decoded(material)
    name = material.name.lower()
    if material.media_type in _PAGE_TYPES or name.endswith(_PAGE_NAMES) or _HTML.match(text):
        from bot.adding.page import draft_of_page  # noqa: PLC0415 - its libraries take longer to load than all else

        draft = draft_of_page(text, material)
    elif name.endswith(_MARKDOWN_NAMES) or text.startswith("---\n"):
        draft = draft_of_markdown(text, material.name)
    else:
        draft = draft_of_text(text)
    return draft if draft.language else replace(draft, language=article_language(draft.text))
