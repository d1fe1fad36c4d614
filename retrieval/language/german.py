"""German."""

from __future__ import annotations

from retrieval.language.rules import LanguageRules, words

_ARTICLES_AND_PRONOUNS = words("""
    der die das des dem den ein eine einer eines einem einen kein keine keiner keines keinem keinen
    ich du er sie es wir ihr mich dich ihn uns euch mir dir ihm ihnen sich man
    mein meine meiner meines meinem meinen dein deine deiner deines deinem deinen
    sein seine seiner seines seinem seinen ihre ihrer ihres ihrem ihren
    unser unsere unserer unseres unserem unseren euer eure eurer eures eurem euren
    dieser diese dieses diesem diesen dies jener jene jenes jenem jenen
    jeder jede jedes jedem jeden mancher manche manches manchem manchen solcher solche solches solchem solchen
    derjenige diejenige dasjenige derselbe dieselbe dasselbe deren dessen denen derer
    selbst selber einander jemand jemanden jemandem niemand etwas nichts alles beide beiden beider
""")
_PREPOSITIONS = words("""
    ab am an ans auf aufs aus bei beim bis durch für fürs gegen hinter im in ins mit nach neben ohne seit
    über übers um ums unter unters vom von vor vors während wegen zu zum zur zwischen
""")
_CONJUNCTIONS = words("""
    aber als also beziehungsweise bzw bevor da damit dann dass daß denn dennoch doch ehe entweder falls indem jedoch
    ob obwohl oder sobald sodass sofern solange sondern soweit sowie sowohl und weder weil wenn wobei nachdem
""")
_ADVERBS = words("""
    allerdings auch außerdem bereits besonders dabei dadurch dafür dagegen daher dahin danach daneben daran darauf
    daraus darin darüber darum darunter davon davor dazu dort dorthin eben ebenfalls ebenso eher einmal etwa fast
    genau gerade gern gerne gleich gleichzeitig heute hier hierbei hierzu hin hinaus immer insbesondere insgesamt
    inzwischen jetzt kaum lediglich meist meistens mehr mal nämlich nicht noch nun nur oft rund schließlich schon sehr
    so sogar somit sonst später stets teilweise trotzdem überhaupt übrigens viel viele vielen vieler vielleicht
    wieder wohl ziemlich zudem zuletzt zumindest zunächst zurzeit zusammen zwar
""")
_AUXILIARIES = words("""
    bin bist ist sind seid war warst waren wart gewesen sei seien wäre wären
    habe hast hat haben habt hatte hatten gehabt hätte hätten
    werde wirst wird werden werdet wurde wurden worden geworden würde würden
    kann kannst können könnt konnte konnten könnte könnten muss musst müssen musste mussten müsste müssten
    soll sollst sollen sollte sollten will willst wollen wollte wollten darf dürfen durfte durften dürfte dürften
    mag mögen mochte möchte möchten lassen lässt ließ ließen gibt gab geben
    tun tut tat taten getan machen macht machte gemacht
""")
_QUESTION_WORDS = words("""
    was wer wen wem wessen wie wieso weshalb warum weswegen wo wohin woher wann welche welcher welches welchem welchen
    wieviel wieviele wofür wogegen womit wonach woran worauf woraus worin worüber worum wovon wovor wozu wodurch
    inwiefern inwieweit
""")

_SMALL_TALK = words("""
    hallo hi hey moin servus grüezi tach tag guten gutenmorgen morgen abend nacht mahlzeit grüß gott liebe lieber
    tschüss ciao bye danke dankeschön dank vielen bitte bitteschön gern ok okay oki ja nein nee jo jep na naja
    super toll cool klasse prima nice haha hahaha lol hm hmm äh ähm ach oh ah aha wow sorry entschuldigung
    bot du ihr mir uns wer bist kannst
    sag sagt mal bitte eigentlich denn halt eh leute alle zusammen
    weiß weiss weißt weisst wissen jemand wer ob frage fragen kurz kurze
""")

# Not here: abbreviations that are also words which end sentences ("Art", "Mag", "Vers", "Max", "So").
_ABBREVIATIONS = words("""
    abb abs abt adr allg amtl anm aufl bd bez bhf biol bsp bspw bzgl bzw ca chem christl dat dipl dir doz dr dt ebd
    ehem einschl engl etc ev evtl exkl fam fr franz frz geb gegr gem gesch gest gez ggf griech habil hist hl hr hrsg
    ing inkl insb ital jh jhd jhdt jr jun kath kgl lat lfd lt mia mio mrd mr mrs ms nat nr nrn op österr pers pfd
    phil prof rd rel rer resp röm russ sen sept sog spez st staatl std stellv str tel urspr usf usw verf verh vgl vol
    vs wg zit ztr zzgl
    d.h i.d.r m.e n.chr o.ä o.g s.o s.u u.a u.ä u.u v.a v.chr v.d z.b z.t z.zt
    jan feb apr okt nov dez
""")

GERMAN = LanguageRules(
    code="de",
    stop_words=_ARTICLES_AND_PRONOUNS | _PREPOSITIONS | _CONJUNCTIONS | _ADVERBS | _AUXILIARIES | _QUESTION_WORDS,
    small_talk=_SMALL_TALK,
    abbreviations=_ABBREVIATIONS,
    ordinals_end_with_full_stop=True,
)
