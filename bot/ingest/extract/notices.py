"""Notices where an article should be: to switch on JavaScript, to agree to cookies, to buy a subscription."""

from __future__ import annotations

import re
from collections.abc import Sequence

from content.paragraphs import is_heading

# Articles about such things are longer, and do not say them to their readers.
_MOST_WORDS = 300
_SHORT = 80
_SURE = 2

# What notices say, the kinds apart: scripts, cookies, consent, advertising, robots, access, errors, browsers.
_KINDS = (
    (
        r"(?:enable|activate|turn on|switch on|requires?|needs?|without|support)\s+(?:\w+\s+){0,2}java ?script",
        r"(?:aktivier\w*|ohne|benötigt|erfordert|unterstützt)\s+(?:\w+\s+){0,2}java ?script",
        r"java ?script\b[^.!?]{0,40}\b(?:disabled|enabled|required|not supported|turned off)",
        r"java ?script\b[^.!?]{0,40}\b(?:(?:de)?aktivier\w*|ein(?:zu|ge)?schalte[nt]|erforderlich|benötigt)",
    ),
    (
        r"(?:accept|allow|reject|enable|uses?|using|set) (?:\w+ ){0,2}cookies",
        r"cookie (?:settings|policy|consent|preferences)|cookie-?(?:einstellungen|richtlinie)",
        r"cookies? (?:akzeptieren|zulassen|ablehnen|zustimmen|aktivieren|erlauben)",
        r"(?:verwende[nt]|nutzen|setzen|akzeptieren|erlauben) (?:\w+ ){0,3}cookies",
        r"mit (?:werbung|tracking) und (?:cookies|tracking)",
    ),
    (
        r"we value your privacy|your privacy (?:choices|matters)|your consent|withdraw consent|legitimate interest",
        r"(?:our|unsere) (?:\d+ )?partners?\b",
        r"(?:ihre|deine|eure) (?:einwilligung|zustimmung|privatsphäre)|berechtigte[ns]? interesse",
        r"datenschutz-?einstellungen|mit werbung (?:weiter|lesen)|werbefrei (?:lesen|weiterlesen)|pur-abo",
    ),
    (r"ad ?-?blocker|werbeblocker",),
    (
        r"(?:are|you're|verify|confirm|prove) (?:\w+ ){0,3}(?:human|a robot|not a robot|a bot)|captcha",
        r"(?:kein|ein) (?:roboter|mensch sind)|unusual traffic|ungewöhnlichen (?:datenverkehr|zugriff)",
        r"checking your browser|just a moment|security check|sicherheitsüberprüfung",
    ),
    (
        r"access (?:to this \w+ )?(?:is |has been )?denied|zugriff (?:wurde )?(?:verweigert|gesperrt|blockiert)",
        r"you don't have permission|you have been blocked",
    ),
    (
        r"(?:page|article) (?:(?:was|could|can) ?not|cannot) (?:be )?found|page not found|404 not found",
        r"(?:seite|artikel) (?:\w+ ){0,4}nicht gefunden|(?:error|fehler) 404",
    ),
    (
        r"(?:outdated|unsupported|old|veralteten?) browser|(?:update|upgrade) your browser",
        r"browser (?:is|ist) (?:out of date|not supported|veraltet)",
    ),
)
_NOTICES = tuple(re.compile("|".join(phrases), re.IGNORECASE) for phrases in _KINDS)

# Where a paywall cuts an article off, offers of a subscription follow: in so many words they are no part of it. A
# single such phrase may stand in any article.
_OFFERS = (
    r"jetzt (?:abo|abonnieren|registrieren|weiterlesen|freischalten)|abo abschließen|jederzeit kündbar",
    r"(?:artikel|beitrag) (?:jetzt )?(?:freischalten|weiterlesen)|weiterlesen mit|diesen und alle weiteren artikel",
    r"bereits (?:ein )?(?:abo|abonnent)\w*|mit (?:einem )?(?:plus|digital|probe)-?abo|(?:gratis|kostenlos) testen",
    r"subscribe (?:now|today|to (?:read|continue|keep reading))|(?:to|and) (?:continue|keep) reading",
    r"already (?:a )?(?:subscriber|subscribed|have an account)|cancel (?:at )?any ?time|start your free trial",
)
_OFFER = re.compile(rf"\b(?:{'|'.join(_OFFERS)})\b", re.IGNORECASE)
_FEWEST_OFFERS = 2
_MOST_WORDS_OF_OFFERS = 150

# With fewer words, what stands above an offer is its heading.
_FEWEST_WORDS = 6


def notice_in(text: str) -> str | None:
    """A phrase that tells that the text is a notice to whoever opened the page; None when it is an article.

    Of a short text one such phrase tells it; of a longer one two of different kinds; a long text is none.
    """
    words = len(text.split())
    found = _phrases(text) if words <= _MOST_WORDS else []
    enough = 1 if words <= _SHORT else _SURE
    return " ".join(found[0].split()) if len(found) >= enough else None


def without_notices(blocks: Sequence[str]) -> Sequence[str]:
    """The headings and paragraphs but for notices before and behind them, and offers of a subscription at their end."""
    start, end = 0, len(blocks)
    while start < end and len(_phrases(blocks[start])) >= _SURE:
        start += 1
    while start < end and len(_phrases(blocks[end - 1])) >= _SURE:
        end -= 1
    return _without_offers(blocks[start:end])


def _phrases(text: str) -> list[str]:
    """What is said in it as in notices, one phrase of each kind."""
    return [match[0] for match in (pattern.search(text) for pattern in _NOTICES) if match]


def _without_offers(blocks: Sequence[str]) -> Sequence[str]:
    at = next((at for at, block in enumerate(blocks) if _OFFER.search(block)), len(blocks))
    rest = " ".join(blocks[at:])
    offers = {each.lower() for each in _OFFER.findall(rest)}
    if len(offers) < _FEWEST_OFFERS or len(rest.split()) > _MOST_WORDS_OF_OFFERS:
        return blocks
    while at and (is_heading(blocks[at - 1]) or len(blocks[at - 1].split()) < _FEWEST_WORDS):
        at -= 1
    return blocks[:at]
