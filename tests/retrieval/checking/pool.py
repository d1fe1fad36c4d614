"""An article with what messages about articles quote: short sentences and long ones, figures, two who speak often."""

from __future__ import annotations

from content import Article

POOL = """# Das Freibad öffnet wieder

Nach drei Jahren öffnet das Freibad in Hohenried am 2. Mai wieder. Die Sanierung hat 3,4 Millionen Euro gekostet, rund \
900.000 Euro mehr als geplant. „Wir haben jede Fliese zweimal umgedreht“, sagte Bürgermeister Konrad Wiesner am Montag.

„Das Wasser ist warm, der Eintritt bleibt bezahlbar. Mehr kann niemand verlangen“, sagte Betriebsleiterin Selma Aydin. \
Eine Tageskarte kostet künftig 4,50 Euro statt 4 Euro.

## Kritik am Preis

Der Schwimmverein ist unzufrieden. „Familien mit drei Kindern können sich das im Sommer schlicht nicht mehr leisten“, \
sagte dessen Vorsitzender Peter Lang. Wiesner widersprach: „Kein Bad im Landkreis ist billiger als unseres.“ Die \
Kasse der Groß-Anlage bleibt montags zu."""

ARTICLE = Article.from_text(POOL, title="Hohenrieds Freibad öffnet mit neuen Preisen", language="de")

ENGLISH = """The Alder Street library will close on Sundays from June. "We're short of eleven people, and nobody is \
coming to help us," said head librarian Joan Pell. The council wants to save 90,000 pounds a year.

Councillor Dev Rao defended the plan. "It is a small cut, and it hurts fewer readers than any other," Rao told the \
Herald. Readers had handed in a petition with 2,300 names."""

ENGLISH_ARTICLE = Article.from_text(ENGLISH, title="Library to close on Sundays", language="en")
