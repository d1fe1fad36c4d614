"""Whether what people quote and claim stands in the articles like that; never whether it is true.

In which file:

    requested_check whether somebody asks for it, and the reply
    check_reply     from a message that is to be checked to the reply
    quotations      which quotations of it are told of
    verdict_line    what is said above the article's own words: exact, shortened, what differs, who says it
    claim_reply     a claim without quotation marks, looked up
    checks_json     checked quotations as JSON
"""
