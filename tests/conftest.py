"""For all tests."""

import pytest
from hypothesis import settings

# Before anything imports it: its assertions are told in full, like those of tests.
pytest.register_assert_rewrite("tests.bot.dialogues")

# No deadline: how long an example takes says more about the machine's other guests than about the code.
settings.register_profile("belegbot", deadline=None)
settings.load_profile("belegbot")
