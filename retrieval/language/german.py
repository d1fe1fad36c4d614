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

_ABBREVIATIONS = words("""
    abb abs abt adr allg amtl art aufl bd bez bhf biol bsp bspw bzgl bzw ca chem christl co corp d.h dat dgl dipl dir doz
    dr dt ebd einschl em engl ev evtl exkl f ff fam fr frz gb geb gegr gem gen ges gest gez ggf griech habil hbf hist hl hr
    hrsg hll inc ing inkl insb ital jh jhd jhdt jr jun jur kap kath kfm kgl lat lfd lit ltd m.e mag max med mia min mind mio
    mrd mr mrs ms n.chr nat nr nrn o.ä o.g od op oberst österr pers pfd phil pl pol pos prof prot rd rel rer resp röm s.o s.u
    sen sog sogen sp spez spr st staatl std stellv str tel u.a u.ä usf usw u.u v.a v.chr v.d vers vgl verf vol vs wg xx z.b z.t
    z.zt zb zit ztr zzgl zz
    jan feb apr jun jul aug sep sept okt nov dez mo di mi do sa
""")

_ORDINAL_NOUNS = words("""
    januar jänner februar feber märz april mai juni juli august september oktober november dezember
    jan feb mär apr jun jul aug sep sept okt nov dez
    jahrhundert jahrhunderts jahrhunderten jahrtausend jahrtausends jh jhd jhdt jahrestag geburtstag todestag hochzeitstag
    weltkrieg weltkriegs weltkrieges mal platz rang klasse liga bundesliga stock stockwerk etage obergeschoss kapitel
    jahr lebensjahr schuljahr wahlperiode legislaturperiode amtszeit sitzung parteitag ausgabe auflage runde spieltag etappe minute
    minuten spielminute grad bezirk arrondissement division armee korps infanterie panzer regiment bataillon breitengrad
    längengrad internationale internationalen parlament kongress kongresses verfassungszusatz zusatzartikel dynastie
    symphonie sinfonie bundestag bundestages bundesversammlung tag tages woche monat monats tageshälfte hälfte
""")

GERMAN = LanguageRules(
    code="de",
    stop_words=_ARTICLES_AND_PRONOUNS | _PREPOSITIONS | _CONJUNCTIONS | _ADVERBS | _AUXILIARIES | _QUESTION_WORDS,
    small_talk=_SMALL_TALK,
    abbreviations=_ABBREVIATIONS,
    ordinal_nouns=_ORDINAL_NOUNS,
)
