"""How Germans ask about an article itself, and what they write without asking anything."""

from __future__ import annotations

from retrieval.language.rules import TopicPatterns, fold_case, phrases

_WORKS = fold_case("""
    reportage reportagen rezension kritik kommentar kommentars kolumne glosse essay feature porträt porträts analyse
    leitartikel blogbeitrag blogpost post meldungen zeitungsartikel zeitungsbericht aufsatz artikel artikels text
    textes texts beitrag beitrags bericht berichts berichtes meldung interview interviews nachricht story geschichte
    news stück liveticker livetickers newsticker liveblog liveblogs spielbericht spielberichts matchbericht
    gerichtsbericht reisebericht hintergrundbericht nachruf nachrufs filmkritik theaterkritik konzertkritik buchkritik
    gastbeitrag gastbeitrags gastkommentar gastkommentars kurzmeldung agenturmeldung gerichtsreportage
""")
_POINTERS = fold_case("das dies dieses es hier sowas")

_OVERVIEW = phrases("""
    was ist hier passiert, was ist da passiert, was wird hier berichtet, was wird berichtet, was ist die story
    worum dreht sich *, wovon ist hier die rede, kurz gesagt, was passiert hier, was ist sache
    was steht drin kurz gesagt, klär mich auf, zusammen fassen, rundown, was ist der kern, was ist der punkt, worum geht
    worum gehts, worum ging, worum es geht, um was geht, um was gehts, um was es geht, um was es hier geht
    worum es hier geht, worum es da geht, worum dreht, worum es sich dreht, warum gehts hier, gehts um was, geht um was
    worum handelt, wovon handelt, wovon handelts, von was handelt, was ist hier los, was ist da los, was geht hier ab
    fass zusammen, fasse zusammen, fasst zusammen, zusammenfassen, zusammenfass, zusammengefasst, zusammenfassung
    fass * zusammen, fasse * zusammen, kurzzusammenfassung, kurzfassung, kurzversion, in kurz, kurz und knapp
    was steht drin, was steht da drin, was steht drinnen, was steht da, was steht *, was steht in *, was steht im *
    was stand in *, was stand drin, was sagt * aus, was sagt #, was will # sagen, was erzählt #, was soll # sagen, tl dr
    tldr, tl dnr, thema, das thema, kernaussage, kernaussagen, hauptaussage, hauptaussagen, kernpunkte, kernbotschaft
    botschaft, hauptpunkte, wichtigste, das wichtigste, wichtigsten punkte, die wichtigsten, überblick, quintessenz
    fazit, inhalt, inhaltsangabe, in einem satz, in zwei sätzen, in drei sätzen, in wenigen worten, mit wenigen worten
    in stichpunkten, in einem wort, was muss ich wissen, was habe ich verpasst, was hab ich verpasst, erkläre *
    erklär mir *, erkläre mir *, beschreib *, was lese ich hier, kurz erklärt, das wesentliche, kern, worüber geht
    worüber schreibt *, worüber berichtet *, über was geht, wovon ist die rede, um welches thema geht, welches thema
""")
_AUTHOR = phrases("""
    wer ist verantwortlich für *, wer ist für # verantwortlich, von wem wurde # geführt, von wem stammt #
    wer ist der mensch der * geschrieben hat, wer * geschrieben hat, wer * verfasst hat, wessen artikel ist *
    wer hat # gemacht, wer hat da geschrieben, wer hat * geschrieben, wer hats geschrieben, wer hat * verfasst
    wer schrieb *, wer schreibt *, wer verfasste *, wer hat * verzapft, von wem ist *, von wem # ist
    wer # geschrieben hat, von wem stammt *, von wem kommt *, von wem wurde * geschrieben, von wem geschrieben
    von wem wurde * verfasst, von wem verfasst, wer hat geschrieben, wer hat verfasst, wer steckt hinter #, autor
    autorin, autoren, autors, verfasser, verfasserin, verfassers, schreiber, redakteur, redakteurin, reporter
    reporterin, journalist, journalistin, journalist hat * geschrieben, journalist schrieb *
    journalistin hat * geschrieben, reporter hat * geschrieben, autor hat * geschrieben, steht als autor
    wer hat # recherchiert, wer hat # geführt, wer führte #, aus wessen feder stammt *, aus wessen feder ist *
    aus wessen feder, wer hatn * geschrieben, welcher mensch hat * geschrieben, wie heißt der autor
    wie heißt die autorin, wer tickert hier, wer tickert da, wer tickert #, wer kommentiert hier, wer kommentiert #
    wer berichtet hier, wer berichtet da, wer rezensiert *, wer hat * rezensiert, wer ist kommentator
    wer ist kommentatorin, wer ist rezensent, wer ist rezensentin, wer ist kritiker, wer ist kritikerin
    wer ist kolumnist, wer ist kolumnistin
""")
_PUBLISHED = phrases("""
    seit wann ist # online, seit wann steht # online, vom wievielten ist *, wie lange ist # schon alt
    wie lange ist # schon online, wann war # in der zeitung, wann kam #, wann # erschienen ist, wann * geschrieben wurde
    ist * noch up to date, von wann #, von wann ist *, von wann stammt *, von wann, wann ist * erschienen
    wann erschien *, wann erschienen, wann wurde * veröffentlicht, wann veröffentlicht, wann wurde * publiziert
    wann wurde * geschrieben, wann wurde * verfasst, wann kam # raus, wann kam * heraus, wann ist * rausgekommen
    wann ist * herausgekommen, wann geschrieben, wann ist * veröffentlicht, wann war * veröffentlicht
    wann ist * geschrieben, wann ist * online gegangen, wann ging # online, wann stand * in der zeitung, wann stand #
    wann ist # raus, wie alt ist *, wie neu ist *, wie aktuell ist *, wie frisch ist *, wie aktuell, ist * aktuell
    ist * noch aktuell, ist * schon alt, ist * schon älter, ist * neu, ist * alt, ist * veraltet, aktuell, datum
    datiert, vom wann ist *, erscheinungsdatum, veröffentlichungsdatum, erscheinungstag, erscheinungsjahr
    publikationsdatum, von welchem tag ist *, von welchem datum ist *, aus welchem jahr ist *, aus welchem jahr stammt *
    von welchem jahr ist *, aus welcher zeit ist *, aus welcher zeit stammt *, aus welchem monat ist *, welcher stand
    stand der dinge, wann hat # geschrieben, wann erschien, welches datum hat *, welches datum trägt *
    welchen stand hat *, ist * von heute, ist * von gestern, an welchem tag ist * erschienen, an welchem tag erschien *
    an welchem tag wurde * veröffentlicht, an welchem tag wurde * geschrieben, an welchem tag kam # raus
    an welchem tag kam # heraus, an welchem datum ist * erschienen, an welchem datum wurde * veröffentlicht
    in welchem jahr ist * erschienen, in welchem jahr erschien *, in welchem jahr wurde * veröffentlicht
    in welchem jahr wurde * geschrieben, in welchem monat ist * erschienen, in welchem monat erschien *
    in welchem monat wurde * veröffentlicht
""")
_PUBLISHER = phrases("""
    was für eine zeitung ist *, was ist * für eine zeitung, was für ein blatt ist *, woher hast du #
    wo * erschienen ist, in welcher zeitung # erschienen ist, welche zeitung das ist, publisher, wo ist # drin
    wer bringt # raus, wo ist * erschienen, wo erschien *, wo erschienen, wo wurde * veröffentlicht, wo veröffentlicht
    wo ist # her, wo wurde * publiziert, wo ist * veröffentlicht, wo stand #, wo hat # gestanden, wo kommt # her
    wo stammt # her, woher ist #, woher stammt #, woher kommt #, in welcher zeitung, in welcher zeitung stand *
    in welcher zeitung ist * erschienen, in welcher zeitung steht *, aus welcher zeitung, aus welcher zeitung ist *
    aus welcher zeitung stammt *, aus welcher zeitung kommt *, welche zeitung, welche zeitung ist *
    welche zeitung hat * geschrieben, welche zeitung schreibt *, von welcher zeitung, von welcher zeitung ist *
    von welcher zeitung stammt *, welche zeitung hat * veröffentlicht, in welchem blatt, in welchem blatt war *
    in welchem blatt stand *, aus welchem blatt, aus welchem blatt ist *, welches blatt, welches medium
    welches medium hat * veröffentlicht, von welchem medium, von welchem medium ist *, aus welchem medium
    aus welchem medium ist *, in welchem medium, in welchem medium ist * erschienen, in welchem magazin
    in welchem magazin ist * erschienen, aus welchem magazin, aus welchem magazin ist *, welches magazin
    in welcher zeitschrift, in welcher zeitschrift ist * erschienen, welche zeitschrift, welche redaktion
    welcher verlag, von welchem verlag, von welchem verlag ist *, welcher sender, von welchem sender ist *
    wer hat * veröffentlicht, wer veröffentlichte *, wer hat * publiziert, wer hat * rausgebracht
    wer hat * herausgebracht, herausgeber, herausgeberin, verlag, verleger, zeitung, auf welcher seite ist * erschienen
    bei wem ist * erschienen, auf welcher website ist * erschienen, auf welcher webseite, auf welcher website
    wer hat * herausgegeben, medium
""")
_URL = phrases("""
    link zum original, original link, kann ich # irgendwo lesen, kann ich * nachlesen, kann man * nachlesen, wo steht #
    wo kann ich weiterlesen, weiterlesen, verlink *, verlinken, verlinke *, originalquelle, link zur quelle, quellenlink
    wo ist das original, wo ist der link, link, links, linkt, url, urls, internetadresse, webadresse, weblink, adresse
    website, webseite, wo finde ich #, wo find ich #, wo kann ich # lesen, wo kann man * lesen, wo kann ich * nachlesen
    wo kann man * nachlesen, wo kann ich nachlesen, wo lese ich *, wo gibt es #, wo gibts #, wo finde ich # online
    wo kann ich # finden, wo ist # online, wo ist # zu finden, wo ist * zu lesen, wo steht der ganze artikel
    wie komme ich zu #, wie komme ich zum #, wie kommt man zum #, zum ganzen artikel, zum originalartikel, zum original
    zum artikel, zum vollständigen artikel, zum volltext, gibt es # online, gibts # online, gibt es # im netz
    gibts # im netz, gibts # auch online, ist # online, steht # online, steht # im netz, kann man * online lesen
    kann ich * online lesen, kann ich # lesen, original, originalartikel, originaltext, volltext, ganzen artikel
    ganze artikel, ganzer artikel, vollständige artikel, vollständigen artikel, kompletten artikel, komplette artikel
    ganzen text, ganze text, vollständigen text, zum nachlesen, zum weiterlesen, zum selberlesen, zum lesen wo
""")
_AROUND = fold_case("""
    diese dieser diesem diesen dies gesagt gefragt irgendwo quelle mehr jetz nun halt denn gleich ein eine einen
    eines einer einem nen ne n ner nem der die das den dem des zu zum zur von vom im in mit für auf an am dazu davon
    dafür hierzu hierfür hiervon darüber drüber drin über eigentlich eig eigtl mal nochmal bitte bidde pls plz so
    kurz kurze kurzen kurzer nur jetzt überhaupt genau also hier da es gibt gibts gibst schick schicke schicken
    schickst gib geben hast habt hat haben hab haste ist war wurde sind wird kann kannst könntest könnt könnte
    können kannste würdest was wer wie welche welcher welches welchen wo wann mir uns ich wir du ihr man dir euch
    jemand jemanden jmd heißt heisst lautet name namens namen bekannt wissen weiß weißt wisst sag sagt sage sagen
    nenn nenne nennen zeig zeige verrat verrate erzähl erzähle hätte gern gerne möchte will brauche brauch bräuchte
    wäre nett lieb super oder und aber auch noch schon wohl bloß ganz ganzen ganze ganzer ganzes gesamte gesamten
    komplette kompletten vollständige vollständigen lang lange zeit keine keinen kein lesen zulesen lust les bock
    lesefaul hey hi hallo moin na ok okay danke äh ähm hm sorry leute bot eben grad gerade konkret grob grobe groben
    schnell schnelle mich sich alles allem steht worum irgendein irgendeine irgendeinen denen dein deine sätze satz
    lass liebe lieber freundlich paar wenigen worten einfach hilf helfen machen mach macht gemacht tun sei würde
    dran vielleicht evtl eventuell doch ja frage fragen ma zusammen kapier kapiers versteh verstehe verstanden nicht
    nix
""")
_NEUTRAL = fold_case("""
    ein eine einen einer so sehr echt voll total ganz für alles dir euch dich mich mir ich du ihr ist bist sind seid
    war das die der den und oder ja aber auch nur mal doch schon wirklich richtig schön viel vielen lieben ne na nen
    nicht kein keine von zusammen bot leute hier da jetzt erst dann bis bald dein deine deinen deiner am im auf es
    uns wir man roboter mensch maschine ki programm hat hast hab habe haben wieder noch einfach verdammt verdammter
    verdammte verdammtes hilft geholfen hilfe hilfreich infos info antwort antworten auskunft tag abend morgen
    mittag nacht abends wünsche wünsch weiß bescheid gut gute guten guter gutes schnell schnelle dafür dazu denn
    eigentlich halt eben mann alter alta ey junge bruder digga dicker mein meine was sei dabei mit
""")
_TALK_WORDS = fold_case("""
    danke dank dankeschön merci thx dankööö danksche bedankt vergelts hallo hallöchen hallole hi hey heyho moin
    moinsen servus grüezi tach tachchen tschüss tschüs tschau ciao bye adieu ade pfiat mahlzeit huhu hola guten grüß
    gruß grüße gruss griass na willkommen abend lol lel rofl haha hahaha hahahaha hihi hehe xd lmao omg wtf kek ok
    okay oki okee okidoki jo jep jap nö nee ja nein joa jaja naja tja aha achso achsooo ah oh ach uff puh hm hmm
    hmmm mhm boah wow krass geil nice cool super toll klasse prima spitze genial stark top perfekt wunderbar hammer
    klar stimmt genau verstanden alles egal schade sorry entschuldigung hä häh hää test testing bingo witzig lustig
    langweilig liebe lieb süß süss knuffig lob bravo gratuliere respekt hut
""")
_INSULTS = fold_case("""
    doof dumm dumme dummer dummes blöd blöde blöder blödes bescheuert idiot idioten trottel depp vollidiot arsch
    arschloch penner spast hurensohn wichser fresse klappe maul scheiße scheisse scheiss scheiß mist müll quatsch
    schwachsinn blödsinn unsinn nutzlos unnötig nervst nervig lächerlich schlecht versager verarsche
    verarschen kacke dreck fick verpiss schnauze schrott lügner lügnerin lügnern lügenpresse vollpfosten volltrottel
    volldepp spinner blödmann dummkopf hohlkopf schwachkopf knallkopf hirni honk spacken pappnase flachzange blindfisch
    schwätzer dummschwätzer heuchler dödel armleuchter schmarrn stuss humbug gelaber geschwafel
""")
_TALK = phrases("""
    dumm wie brot, dümmer als brot, doof wie brot, dümmer als die polizei erlaubt, wer bist du, was bist du
    wer seid ihr, bist du, bist du ein bot, bist du ein mensch, bist du echt, bist du da, bist du chatgpt
    bist du eine ki, bist du ki, bist du real, was kannst du, was kannst du alles, was machst du, was machst du so
    was machst du hier, wie geht es dir, wie gehts, wie geht es, wie gehts dir, wie läufts, was geht, was geht ab
    alles klar, alles gut, alles klar bei dir, wie heißt du, wie ist dein name, wie alt bist du, woher kommst du
    wo wohnst du, wer hat dich gemacht, wer hat dich programmiert, wer hat dich gebaut, wer hat dich erschaffen
    wie funktionierst du, wozu bist du da, wofür bist du da, chatgpt, ki, gpt, ich liebe dich, ich hasse dich
    ich mag dich, magst du mich, liebst du mich, willst du mich heiraten, halt die klappe, halt die fresse, halts maul
    halt den mund, halt die schnauze, fick dich, verpiss dich, leck mich, geh sterben, du nervst, du kannst nichts
    du lügst, ihr lügt, alles gelogen, das ist gelogen, alles lüge, alles lügen, das sind lügen, ihr betrüger
    du kannst nix, kannst du nichts, du spinnst, spinnst du, bis später, bis dann, bis bald, bis morgen, bis gleich
    gute nacht, guten morgen, guten tag, guten abend, schönen tag, schönen abend, schönes wochenende, mach weiter so
    weiter so, gut gemacht, gute arbeit, nicht schlecht, guter bot, braver bot, böser bot, schlechter bot, dummer bot
    blöder bot, gute antwort, das reicht, das wars, nicht dein ernst, echt jetzt, kein ding, gern geschehen
    kein problem, keine ahnung, mir egal, passt schon, erzähl mir einen witz, erzähl einen witz, erzähl mal einen witz
    kennst du einen witz, sag was lustiges, witz, mir ist langweilig, was soll das, was soll der scheiß, noch da
    jemand da, ist da jemand, ist hier jemand, das hilft mir, das hilft, hat geholfen, da hast du recht, du hast recht
    hast recht, das ist gut zu wissen, gut zu wissen, gut so, ach so, na dann, oh mann, oh gott, mein gott, meine fresse
    ach komm, komm schon, was willst du, lass mich in ruhe, redest du auch, rede mit mir, sprichst du deutsch
    kannst du deutsch, kannst du englisch, sprichst du englisch, verstehst du mich, hörst du mich, hallo welt
    wer ist da, schön dich kennenzulernen, freut mich, bin wieder da, bin neu hier, ich bin neu hier
    ich habe eine frage, kannst du mir helfen, kannst du helfen, ich brauche hilfe
""")

GERMAN_TOPICS = TopicPatterns(
    works=_WORKS,
    pointers=_POINTERS,
    overview=_OVERVIEW,
    author=_AUTHOR,
    published=_PUBLISHED,
    publisher=_PUBLISHER,
    url=_URL,
    around=_AROUND,
    talk=_TALK,
    talk_words=_TALK_WORDS | _INSULTS,
    insults=_INSULTS,
    neutral=_NEUTRAL,
)
