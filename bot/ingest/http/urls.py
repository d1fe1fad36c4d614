"""Addresses of pages: which ones are the same page."""

from __future__ import annotations

from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

# Parameters that tell where a reader came from, and change nothing of the page. Not by courlan: it takes away cid, eid,
# uid, gallery or source, too, by which sites number their pages, so that two articles become one; and it lacks half of
# these.
_TRACKING = ("utm_", "mtm_", "pk_", "piwik_", "at_", "hsa_", "mc_", "wt_", "wt.", "itm_", "ns_")
_TRACKERS = """
    fbclid gclid dclid msclkid twclid yclid igshid gbraid wbraid cmpid cmp xtor ref ref_src referrer source_feed rss
    partner ocid ito feature sharing sr_share wtmc wt_mc from_rss ncid smid ftag
"""
_PORTS = {"http": "80", "https": "443"}


def canonical_url(url: str) -> str:
    """The form in which two addresses of one page are the same.

    Without scheme, "www.", standard port, fragment, tracking parameters and the slash at the end; other parameters
    stay, sorted. It is no address to be fetched.
    """
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return url.strip()
    host, _, port = parts.netloc.rpartition("@")[2].lower().partition(":")
    host = host.removeprefix("www.").rstrip(".")
    kept = f":{port}" if port and port != _PORTS.get(parts.scheme.lower()) else ""
    query = urlencode(sorted(_relevant_parameters(parts.query)))
    return f"{host}{kept}{parts.path.rstrip('/')}{'?' + query if query else ''}"


def strip_tracking(url: str) -> str:
    """The address as it is shown: without fragment and tracking parameters, all else as it was written."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return url.strip()
    relevant = _relevant_parameters(parts.query)
    same = len(relevant) == len(parse_qsl(parts.query, keep_blank_values=True))
    return urlunsplit(parts._replace(query=parts.query if same else urlencode(relevant), fragment=""))


def is_home_page(url: str) -> bool:
    """Whether the address is that of a site, and not of a page in it."""
    parts = urlsplit(url)
    return parts.path in ("", "/") and not parts.query


def _relevant_parameters(query: str) -> list[tuple[str, str]]:
    """The parameters that a page may depend on."""
    parameters = parse_qsl(query, keep_blank_values=True)
    return [(name, value) for name, value in parameters if not _is_tracking(name.lower())]


def _is_tracking(name: str) -> bool:
    return name in _TRACKERS.split() or name.startswith(_TRACKING)
