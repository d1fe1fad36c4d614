"""A browser for the tests of this folder; without one they are skipped, and say so."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from tests.support.browser.previewing import CHROMIUM, launched, new_context, previewing
from tests.support.browser.screen import Screen
from tests.support.paths import ROOT

# Pictures of how the page looked at the end of each test, to be looked at by people.
PICTURES = ROOT / ".screenshots"


# What is waited for takes milliseconds, and much longer on a machine that has much else to do.
expect.set_options(timeout=20_000)


# Not for the session: while Playwright runs, no other test could run an event loop.
@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("no browser here: the page is not tested (apt-get install chromium)")
    with sync_playwright() as playwright:
        browser = launched(playwright)
        yield browser
        browser.close()


@pytest.fixture(scope="session", autouse=True)
def _no_old_pictures(tmp_path_factory: pytest.TempPathFactory, testrun_uid: str) -> None:
    """Of processes that share a run, the first takes them away."""
    with suppress(FileExistsError):
        (tmp_path_factory.getbasetemp().parent / f"pictures-{testrun_uid}").mkdir()
        shutil.rmtree(PICTURES, ignore_errors=True)


@pytest.fixture(scope="package")
def address() -> Iterator[str]:
    """A preview that all tests share which leave the bot running: their chats go on from test to test."""
    with previewing() as address:
        yield address


@pytest.fixture(scope="module")
def own_address() -> Iterator[str]:
    """A preview that the tests of one file share, in which nobody has written."""
    with previewing() as address:
        yield address


@pytest.fixture
def screen(browser: Browser, address: str, request: pytest.FixtureRequest) -> Iterator[Screen]:
    """The shared preview's page, in a browser of its own."""
    yield from _shown(browser, address, request)


@pytest.fixture
def own_screen(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Screen]:
    """The page of a preview that no other test uses."""
    with previewing() as address:
        yield from _shown(browser, address, request)


def _shown(browser: Browser, address: str, request: pytest.FixtureRequest) -> Iterator[Screen]:
    context = new_context(browser, permissions=["clipboard-read", "clipboard-write"])
    screen = Screen(context.new_page(), address)
    yield screen
    name = Path(request.node.name).name
    screen.page.screenshot(path=PICTURES / f"{name}.png")
    context.close()
    assert screen.complaints == []
