"""German verbs that a word beside them makes verbs of saying, or keeps from being one."""

from __future__ import annotations

# Verbs that are of saying together with a word beside them: "geht davon aus", "spricht von einem Erfolg".
WITH_WORD = """
    ausgehen davon
    ausgehen von
    betrachten als
    ansehen als
    einstufen als
    erwarten von
    erwarten einen
    nennen als
    angeben als
    bestehen auf
    attackieren als
    beschimpfen als
    sprechen von
    sprechen davon
    berichten darüber
    ausdrücken darüber
    beschweren über
    beklagen über
    sprechen vom
    berichten von
    berichten vom
    halten für
    kritisieren als
    verurteilen als
    loben als
    ablehnen als
    verteidigen als
    darstellen als
    vertreten ansicht
    vertreten auffassung
    vertreten meinung
    vertreten these
    sehen als
    beschreiben als
    werten als
    rechnen mit
    rechnen damit
    nennen „
    verweisen auf
    hinweisen auf
    aussprechen für
    aussprechen gegen
    aussprechen dafür
    aussprechen dagegen
    warnen vor
"""

# Verbs of saying that say nothing together with a word beside them: "erklärte die Wahl für ungültig".
IDLE_WITH_WORD = """
    erklären zum
    erklären zur
    erklären für
    bestreiten spiel
    bestreiten partie
    bestreiten rennen
    bestreiten finale
    erwarten als
    fordern todesopfer
    fordern menschenleben
    fordern tote
    fordern opfer
    fordern leben
    melden freiwillig
    drohen haft
    drohen strafe
    drohen freiheitsstrafe
    drohen gefängnis
    drohen geldstrafe
    drohen ordnungsgeld
    drohen bußgeld
    verurteilen haft
    verurteilen freiheitsstrafe
    verurteilen gefängnis
    verurteilen geldstrafe
    verurteilen tode
    verurteilen todesstrafe
"""
