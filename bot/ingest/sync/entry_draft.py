"""From an entry to the draft of its article, with its page where the feed has but a teaser."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from bot.config.errors import BotError, NotNow
from bot.ingest.extract.draft import extract_draft
from bot.ingest.extract.language import detect_language, is_plausible
from bot.ingest.feed.licences import find_licence
from bot.ingest.feed.model import Entry
from bot.ingest.http.material import Material
from bot.ingest.http.urls import is_home_page, strip_tracking
from bot.ingest.parser_errors import refuse_unreadable
from bot.ingest.storage.state import EntryState
from content import LARGEST_ARTICLE, ContentError, Draft
from content.language import Language

# With fewer words, an entry without an address is no article.
_FEWEST_WORDS = 10


@dataclass(frozen=True, slots=True)
class Overrides:
    """What the editor said of all articles of the feed."""

    language: str | None = None
    publisher: str | None = None


@dataclass(frozen=True, slots=True)
class Rejection:
    """Why there is no draft, in one line; `temporary`: it may be there at the next run."""

    reason: str
    temporary: bool = False


@dataclass(frozen=True, slots=True)
class EntryDraft:
    """An entry with its state so far and its draft; a draft of None: nothing of it has changed, or may be written.

    `forced`: the editor wants the feed's version, whatever became of the file.
    """

    entry: Entry
    address: str | None
    state: EntryState | None
    draft: Draft | Rejection | None
    forced: bool = False


def draft_entry(
    entry: Entry, fetch_page: Callable[[str], Material], overrides: Overrides, largest: int = LARGEST_ARTICLE
) -> Draft | Rejection:
    """The draft of the entry's article. `fetch_page` fetches an address; it is called only for a teaser. One of more
    than `largest` MB is rejected."""
    if entry.fault:
        return Rejection(entry.fault)
    if entry.has_relative_link and not entry.is_full_text:
        return Rejection("its link lacks the address of the site; give that of the feed with --site")
    try:
        with refuse_unreadable(entry.name):
            draft = _draft(entry, fetch_page, overrides)
            if isinstance(draft, Draft):
                draft.check_size(largest)
            return draft
    except NotNow as error:
        return Rejection(str(error), temporary=True)
    except (BotError, ContentError) as error:
        return Rejection(str(error).splitlines()[0])


def _draft(entry: Entry, fetch_page: Callable[[str], Material], overrides: Overrides) -> Draft | Rejection:
    if entry.is_full_text or not entry.url:
        draft = _draft_from_feed(entry)
    else:
        draft = _draft_from_page(entry, extract_draft(fetch_page(entry.url)))
    publisher, language = overrides.publisher or draft.publisher, overrides.language or draft.language
    draft = replace(draft, publisher=publisher, language=language)
    return _rejection(draft) or draft


def _draft_from_feed(entry: Entry) -> Draft:
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


def _draft_from_page(entry: Entry, page: Draft) -> Draft:
    """The page's text; of all else, what the feed says before what the page's HTML does, as it is meant for readers."""
    url = page.url if page.url and not is_home_page(page.url) else entry.url
    return Draft(
        page.text,
        title=entry.title or page.title,
        language=_language(page.text, page.language, entry.language),
        publisher=entry.publisher or page.publisher,
        authors=entry.authors or page.authors,
        published=entry.published or page.published,
        url=strip_tracking(url) if url else None,
        licence=entry.licence or find_licence([page.licence or ""]),
    )


def _language(text: str, *stated: str | None) -> str | None:
    """The language of the text, else the first that is stated, unless the text tells that it is not that one."""
    return detect_language(text) or next((each for each in stated if each and is_plausible(text, each)), None)


def _rejection(draft: Draft) -> Rejection | None:
    if len(draft.text.split()) < _FEWEST_WORDS:
        return Rejection("it has neither a text nor the address of one")
    if not draft.title:
        return Rejection("it has no title")
    read = ", ".join(Language)
    if not draft.language:
        reason = f"its language cannot be told, or is none that the bot reads ({read}); give it with --language"
        return Rejection(reason)
    if draft.language not in list(Language):
        return Rejection(f'its language is "{draft.language}", which the bot does not read (it reads {read})')
    try:
        draft.article()
    except ContentError as error:
        return Rejection(str(error).splitlines()[0])
    return None
