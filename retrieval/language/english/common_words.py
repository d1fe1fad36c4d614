"""English words that are common in texts about anything."""

from __future__ import annotations

from retrieval.language.rules import fold_case

# Verbs of every subject, then adjectives and numerals, then nouns that stand for other nouns.
LIGHT_WORDS = fold_case("""
    call called name named names mean means known become became becomes go goes went gone come came get gets got
    give given gives gave make made makes take took taken takes use used uses using find found show shown shows
    say said says tell told think thought believe believed see seen saw know knew happen happened occur occurred
    occurs begin began begins start started end ended last lasted have hold held keep kept lead led leave left let
    lie lies stand stood run ran need needed needs want wanted try
    tried help helped allow allowed allows cause caused causes result resulted results create created creates form
    formed forms consist consists contain contains include included includes including belong belongs describe
    described describes refer referred refers consider considered considers state stated provide provided provides
    produce produced produces receive received serve served bring brought put set sets follow followed follows
    change changed open opened write wrote written add added appear appeared located based involved associated
    related build done big
    bigger biggest large larger largest small smaller smallest high higher highest low lower lowest long longer
    longest short old older oldest new newer newest young good better best bad worse worst early earlier late
    later first second third final next previous main major important common popular famous typical general
    similar different certain possible original official current recent one two three four five six seven eight
    nine ten hundred thousand million billion year years day days month months week weeks time times date century
    decade hour hours minute minutes kind kinds type types part parts reason reasons effect purpose goal aim role
    example examples term word words meaning number amount percent percentage share size height length person
    people man men woman women thing things place places area areas city country countries group groups member
    members way ways method problem question answer property difference relationship situation case side source
    sources topic article text report according total approximately around originally typically usually generally
    mostly mainly today currently
""")
