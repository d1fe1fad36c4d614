"""What the bot quotes from its library, as `dialogues.shown` writes it out."""

from __future__ import annotations

TITLE = "[„Die Brücke bleibt bis Mai gesperrt“](https://example.org/bruecke)"
PAYING = "❝ Die **Reparatur** **bezahlt** zur Hälfte das Land. ❞\nAbsatz 2"

# Where nobody knows which article the bot has.
PAYING_ELSEWHERE = PAYING.replace("Absatz", f"{TITLE}, Absatz")
REFUSED_IN_PRIVATE = "Das beantwortet der Artikel nicht. Diese Fragen schon:"

AT_THE_RIVER = "Was passiert an der Lahn?"
MAY = "❝ Die Brücke über die **Lahn** bleibt bis Mai gesperrt. Ein Gutachter fand Risse im mittleren Pfeiler. ❞"

PORTRAIT = f"""\
**{TITLE}**
Herkunft: Der Stadtbote · von Ida Fechner, Jo Amari · 25.10.2024
Gliederung:
• Umleitung (ab Absatz 3)"""
