"""For all tests."""

from __future__ import annotations

import gc
import ssl
from collections.abc import Iterator
from functools import cache

import pytest
from hypothesis import settings

# Python looks through a hundred thousand objects of modules and fixtures again and again otherwise, for a tenth of the
# time that tests take. The program sets the same for itself.
gc.set_threshold(50_000)

# Before anything imports it: its assertions are told in full, like those of tests.
pytest.register_assert_rewrite("tests.support")

# No deadline: how long an example takes says more about the machine's other guests than about the code.
settings.register_profile("belegbot", deadline=None)
settings.load_profile("belegbot")


@pytest.fixture(scope="session", autouse=True)
def _words_alone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """The bot goes by words alone, quickly and equally on all machines, and keeps what it keeps in a passing folder.

    Processes get both from `tests.support.processes.environment`. Tests of the encoder set ENCODER themselves.
    """
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("ENCODER", "off")
        patched.setenv("READER", "off")
        patched.setenv("INDEX_DIR", str(tmp_path_factory.mktemp("index")))
        yield


@pytest.fixture(scope="session", autouse=True)
def _one_tls_context() -> Iterator[None]:
    """Every HTTP client reads the known authorities when it is made; no test speaks TLS, and thousands make clients."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(ssl, "create_default_context", cache(ssl.create_default_context))
        yield
