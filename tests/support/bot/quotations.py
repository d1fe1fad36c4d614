"""What the bot quotes from its library, as `dialogues.shown` writes it out."""

from __future__ import annotations

TITLE = "[„Die Brücke bleibt bis Mai gesperrt“](https://example.org/bruecke)"
PAYING = (
    f"❝ Die **Reparatur** **bezahlt** zur Hälfte das Land. Sie kostet rund vier Millionen Euro. ❞\n{TITLE}, Absatz 2"
)

AT_THE_RIVER = "Was passiert an der Lahn?"
MAY = "❝ Die Brücke über die **Lahn** bleibt bis Mai gesperrt. Ein Gutachter fand Risse im mittleren Pfeiler. ❞"

PORTRAIT = f"""\
**{TITLE}**
Herkunft: Der Stadtbote · von Ida Fechner, Jo Amari · 25.10.2024
3 Absätze
Gliederung:
• Umleitung (ab Absatz 3)"""
