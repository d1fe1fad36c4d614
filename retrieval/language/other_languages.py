"""Languages of which only the words that carry grammar are known: enough to tell them apart and to read a question."""

from __future__ import annotations

from retrieval.language.rules import LanguageRules, fold_case


def _rules(code: str, stemmer: str, question_words: str, others: str, script: str = "LATIN") -> LanguageRules:
    asking = fold_case(question_words)
    return LanguageRules(code, stemmer, stop_words=asking | fold_case(others), question_words=asking, script=script)


OTHERS = (
    _rules(
        "fr",
        "french",
        """
        qui que quoi quel quelle quels quelles quand où comment pourquoi combien lequel laquelle lesquels qu
        """,
        """
        le la les l un une des du de d à au aux en dans sur sous par pour avec sans et ou mais ne pas plus est sont
        était étaient été être a ont avait fut il elle ils elles on nous vous je tu ce cet cette ces c se s son sa
        ses leur leurs y t n j m dont chez entre vers
        """,
    ),
    _rules(
        "es",
        "spanish",
        """
        qué quién quiénes cuál cuáles cuándo dónde adónde cómo cuánto cuánta cuántos cuántas
        """,
        """
        el la los las un una unos unas de del al a en con por para sin sobre entre y o pero no se su sus lo le les
        es son era eran fue fueron ser está están ha han había hay que como más este esta estos estas ese esa qui
        porque
        """,
    ),
    _rules(
        "it",
        "italian",
        """
        chi che cosa quale quali quando dove come perché quanto quanta quanti quante cos dov qual
        """,
        """
        il lo la i gli le l un uno una di del dello della dei degli delle da dal dalla a al alla ai in nel nella con
        su sul sulla per tra fra e o ma non si è sono era erano fu furono essere ha hanno aveva c questo questa suo
        sua
        """,
    ),
    _rules(
        "pt",
        "portuguese",
        """
        quem que qual quais quando onde como porquê quanto quanta quantos quantas
        """,
        """
        o a os as um uma uns umas de do da dos das em no na nos nas por pelo pela para com sem sobre entre e ou mas
        não se seu sua seus é são era eram foi foram ser está há tem ao à porque este esta isso
        """,
    ),
    _rules(
        "nl",
        "dutch",
        """
        wie wat welk welke wanneer waar waarom hoe hoeveel wiens waarheen
        """,
        """
        de het een en of maar niet van in op aan met voor door bij uit naar over om te tot zijn is was waren werd
        werden wordt worden heeft hebben had die dat deze dit er hij zij ze ik je we zich hun haar als ook
        """,
    ),
    _rules(
        "pl",
        "polish",
        """
        kto kogo komu kim co czego czemu czym kiedy gdzie dokąd skąd dlaczego jak ile ilu jaki jaka jakie jakiego
        jakim który która które którego której których czy czyj
        """,
        """
        i a w we na z ze do od za po pod przed przez dla o u bez nad nie się jest są był była było były być to ten
        ta te tego tej tych jego jej ich że oraz lub ale jako
        """,
    ),
    _rules(
        "tr",
        "turkish",
        """
        kim kimi kime kimin ne neyi nerede nereye nereden neden niçin nasıl kaç hangi hangisi zaman niye
        """,
        """
        ve veya ile bir bu şu o da de için gibi kadar çok daha en mi mı mu mü idi ise değil olan olarak oldu
        """,
    ),
    _rules(
        "sv",
        "swedish",
        """
        vem vad vilken vilket vilka när var varför hur vems vart
        """,
        """
        och att det som en ett den de i på av för med till är var har hade inte om från men han hon sig vid eller
        under blev efter kan
        """,
    ),
    _rules(
        "cs",
        "czech",
        """
        kdo koho komu kým co čeho čemu kdy kde kam odkud proč jak kolik jaký jaká jaké který která které kterého
        """,
        """
        a i v ve na z ze do od za po pod před pro o u bez se si je jsou byl byla bylo byli být to ten ta že nebo ale
        jako
        """,
    ),
    _rules(
        "uk",
        "",
        """
        хто кого кому ким що чого чому чим коли де куди звідки як скільки який яка яке які якого якої яких якому
        """,
        """
        і й та в у на з із до від за по під при про для без не є був була було були це той ця ці його її їх або але
        також
        """,
        "CYRILLIC",
    ),
)
