"""From the bytes of a file or a page to a draft."""

from __future__ import annotations

from dataclasses import replace

from bot.config.errors import UnusableMaterial
from bot.ingest.extract.encoding import decode
from bot.ingest.extract.formats import is_feed, is_json_feed, is_markdown, is_web_page
from bot.ingest.extract.language import detect_language
from bot.ingest.extract.plain_text import parse_markdown, parse_text
from bot.ingest.http.material import Material
from bot.ingest.parser_errors import refuse_unreadable
from content import Draft


def extract_draft(material: Material) -> Draft:
    """What will be the article, as far as it can be known; nothing is invented, so it may lack even a title.

    The language is the one that a page or a front matter states, else the one whose words the text has, None when that
    cannot be told. One that the bot cannot read is left as it is stated, for `Draft.article` to refuse.

    Raises:
        UnusableMaterial: it is empty, no text, a feed, a page in which no text is found, or one that breaks its parser.
        InvalidArticles: it is a file whose front matter cannot be read.
    """
    with refuse_unreadable(material.name):
        return _extract_draft(material)


def _extract_draft(material: Material) -> Draft:
    if is_feed(material.data):
        source = material.url or material.name
        raise UnusableMaterial(f"{source}: this is a feed, no article; to follow it: python -m bot add {source}")
    if is_json_feed(material.data):
        raise UnusableMaterial(f"{material.name}: JSON feeds are not read; give the address of its RSS or Atom feed")
    text = decode(material)
    if is_web_page(material, text):
        from bot.ingest.extract.page import extract_page  # noqa: PLC0415 - its libraries take longer to load than all else

        draft = extract_page(text, material)
    elif is_markdown(material, text):
        draft = parse_markdown(text, material.name)
    else:
        draft = parse_text(text)
    return draft if draft.language else replace(draft, language=detect_language(draft.text))
