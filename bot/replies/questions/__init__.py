"""The replies to questions, and to what asks nothing.

In which file:

    answers         a quote that answers, what comes nearest, or a refusal
    follow_ups      what asks on about a quote
    own_question    whether a message asks by itself, or leans on what it replies to
    refusals        that no article answers, or that the bot cannot tell
    outcomes        what became of a question, and why, for log and metrics
    unsupported     what of a question the articles do not say
    topics, talk    what does not ask the text: the article as a whole, where it comes from, thanks and greetings
"""
