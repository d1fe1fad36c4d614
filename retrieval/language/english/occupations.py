"""English words for what somebody is, by meaning: nobody is two of them at once as far as one article tells."""

from __future__ import annotations

# Patterns (`re`) of one meaning each, from any place of a word to its end. Words for many
# things ("artist", "politician") are none of them.
OCCUPATIONS = (
    r"mayor",
    r"minister|secretary|senator|chancellor",
    r"prosecutor",
    r"solicitor|lawyer|barrister|attorney",
    r"judge|magistrate",
    r"detective|constable|sergeant|policeman|policewoman",
    r"firefighter|fireman",
    r"doctor|surgeon|nurse|midwife|paramedic",
    r"teacher|headmaster|headmistress|headteacher",
    r"pupil|student|apprentice",
    r"vicar|priest|bishop|rabbi|pastor",
    r"farmer|shepherd|beekeeper|gardener",
    r"fisherman|skipper|harbourmaster|ferryman",
    r"baker|butcher|cook|chef|waiter|waitress|landlord|landlady",
    r"coach|manager|trainer",
    r"goalkeeper",
    r"striker|winger",
    r"conductor",
    r"composer",
    r"singer|soprano|tenor",
    r"actor|actress",
    r"author|novelist|playwright",
    r"painter|sculptor",
    r"engineer|architect|mechanic|electrician|plumber|carpenter",
    r"\w+ologist|scientist|researcher|professor|physicist|chemist|historian",
    r"caretaker|cleaner|postman|postwoman",
)

KIN = (
    r"mother|mum|mom",
    r"father|dad",
    r"daughter",
    r"son",
    r"wife|partner|girlfriend|widow",
    r"husband|boyfriend|widower",
    r"brother",
    r"sister",
    r"grandmother|granny",
    r"grandfather|grandpa",
    r"aunt",
    r"uncle",
    r"niece",
    r"nephew",
    r"neighbour|neighbor",
)
