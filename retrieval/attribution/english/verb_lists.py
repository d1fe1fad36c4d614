"""English verbs: those of saying, and enough others to see where a clause has its verb.

Irregular forms, the past and the participle, stand behind ":".
"""

from __future__ import annotations

# Report only with something said beside them: a quotation, "that …", a clause.
STATEMENTS = """
    say:said:said tell:told:told add explain claim argue insist warn believe think:thought:thought hope fear expect
    estimate suggest announce declare state report write:wrote:written confirm reveal note observe remark reply answer
    respond admit concede acknowledge confess promise vow pledge swear:swore:sworn predict forecast:forecast:forecast
    stress emphasise emphasize complain joke ask wonder recall recount conclude assert maintain allege assure tweet post
    testify contend boast caution charge quip inform repeat reiterate indicate agree disagree disclose guess suspect
"""

# Report by themselves, with an object: "X denied the claims".
SPEECH_ACTS = """
    deny reject dismiss demand urge accuse blame criticise criticize condemn propose recommend call describe refute
    rebut dispute challenge
"""

OTHERS = """
    be:was:been have:had:had do:did:done go:went:gone get:got:got make:made:made take:took:taken come:came:come
    see:saw:seen know:knew:known give:gave:given find:found:found become:became:become leave:left:left
    feel:felt:felt put:put:put
    bring:brought:brought begin:began:begun keep:kept:kept hold:held:held stand:stood:stood hear:heard:heard let:let:let
    mean:meant:meant set:set:set meet:met:met run:ran:run pay:paid:paid sit:sat:sat speak:spoke:spoken lie:lay:lain
    lead:led:led read:read:read grow:grew:grown lose:lost:lost fall:fell:fallen send:sent:sent build:built:built
    spend:spent:spent win:won:won buy:bought:bought break:broke:broken rise:rose:risen drive:drove:driven
    fly:flew:flown sink:sank:sunk strike:struck:struck shoot:shot:shot steal:stole:stolen sell:sold:sold
    use work seem try turn start show play move live happen include continue change watch follow stop create open close
    walk allow offer consider appear wait serve die remain raise pass decide return carry arrive land kill injure plan
    want need help look like fail refuse decline support visit publish arrest cancel launch sign vote join reach face
    quote cite receive collect replace repair restore delay end cost last attend host approve oppose welcome
"""

MODALS = "will would can could may might must shall should"

# Verbs of saying only together with a word beside them.
WITH_WORD = """
    speak of
    speak about
    warn of
    call for
    refer to
    describe as
    complain about
"""
