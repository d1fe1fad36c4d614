"""Control characters in what strangers wrote, made visible before a person reads it at a terminal or in a log."""

from __future__ import annotations

import re

# All but tab and line feed: also those of eight bits, by which some terminals take commands, what other programs take
# for line ends, and what turns the direction of the text behind it (unicode.org/reports/tr9, "explicit directional").
# Bold, red, green and their end stay: our own lines have them, and nothing can be hidden by them.
_CONTROL = re.compile("(?P<style>\x1b\\[(?:0|1|31|32)m)|[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")


def visible(text: str) -> str:
    """The text with control characters as "\\u001b" and the like, which is how JSON has them, too."""
    return _CONTROL.sub(lambda found: found["style"] or f"\\u{ord(found[0]):04x}", text)
