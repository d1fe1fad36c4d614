"""Two small articles that questions can be at odds with: names, figures, opposites, a negation, who does what."""

HARBOUR = """Der Hafen von Lindwarden wird am 4. September geschlossen. Das sagte Bürgermeisterin Karin Ottmann am \
Montag. Die Firma Hellbeck aus Kiel hatte 312 Boote gezählt und 48.000 Euro verlangt.

Fischer Anton Brevik warf Karin Ottmann Untätigkeit vor. Die Preise für Kabeljau sind seit 2021 gestiegen. \
Die Fischer wollen nicht verkaufen, weil sie um ihre Liegeplätze fürchten.

Der Stadtrat hatte dreizehn Sitzungen gebraucht. Norwegen rief seinen Botschafter aus Schweden zurück."""

BRIDGE = """The town of Marrow closed its bridge on 4 September. Engineer Clara Fenwick found 312 cracks.

Owen Hale called the report "hasty"."""
