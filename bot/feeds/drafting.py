"""From an entry to the draft of its article, with its page where the feed has but a teaser."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from bot.adding import Material, draft_of
from bot.adding.language import article_language, can_be
from bot.config.errors import BotError, NotNow
from bot.feeds.addresses import is_home, without_tracking
from bot.feeds.feed import Entry
from bot.feeds.licences import licence
from content import ContentError, Draft
from content.language import Language

Page = Callable[[str], Material]

# With fewer words, an entry without an address is no article.
_FEWEST_WORDS = 10


@dataclass(frozen=True, slots=True)
class Given:
    """What the editor said of all articles of the feed."""

    language: str | None = None
    publisher: str | None = None


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why there is no draft, in one line; `for_now`: it may be there at the next run."""

    why: str
    for_now: bool = False


def drafted(entry: Entry, page: Page, given: Given) -> Draft | Refusal:
    """The draft of the entry's article. `page` fetches an address; it is called only for a teaser."""
    try:
        draft = _from_feed(entry) if entry.is_whole or not entry.url else _from_page(entry, draft_of(page(entry.url)))
    except NotNow as error:
        return Refusal(str(error), for_now=True)
    except (BotError, ContentError) as error:
        return Refusal(str(error).splitlines()[0])
    draft = replace(draft, publisher=given.publisher or draft.publisher, language=given.language or draft.language)
    return _refusal(draft) or draft


def _from_feed(entry: Entry) -> Draft:
    return Draft(
        entry.text,
        title=entry.title,
        language=_language(entry.text, entry.language),
        publisher=entry.publisher,
        authors=entry.authors,
        published=entry.published,
        url=entry.url,
        licence=entry.licence,
    )


def _from_page(entry: Entry, page: Draft) -> Draft:
    """The page's text; of all else, what the feed says before what the page's HTML does, as it is meant for readers."""
    shown = page.url if page.url and not is_home(page.url) else entry.url
    return Draft(
        page.text,
        title=entry.title or page.title,
        language=_language(page.text, page.language, entry.language),
        publisher=entry.publisher or page.publisher,
        authors=entry.authors or page.authors,
        published=entry.published or page.published,
        url=without_tracking(shown) if shown else None,
        licence=entry.licence or licence([page.licence or ""]),
    )


def _language(text: str, *stated: str | None) -> str | None:
    """The language of the text, else the first that is stated, unless the text tells that it is not that one."""
    return article_language(text) or next((each for each in stated if each and can_be(text, each)), None)


def _refusal(draft: Draft) -> Refusal | None:
    if len(draft.text.split()) < _FEWEST_WORDS:
        return Refusal("it has neither a text nor the address of one")
    if not draft.title:
        return Refusal("it has no title")
    read = ", ".join(Language)
    if not draft.language:
        return Refusal(f"its language cannot be told, or is none that the bot reads ({read}); give it with --language")
    if draft.language not in list(Language):
        return Refusal(f'its language is "{draft.language}", which the bot does not read (it reads {read})')
    try:
        draft.article()
    except ContentError as error:
        return Refusal(str(error).splitlines()[0])
    return None
