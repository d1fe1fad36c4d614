"""For all tests."""

from hypothesis import settings

# No deadline: how long an example takes says more about the machine's other guests than about the code.
settings.register_profile("belegbot", deadline=None)
settings.load_profile("belegbot")
