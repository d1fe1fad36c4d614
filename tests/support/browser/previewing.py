"""`python -m bot preview` as a person starts it, and its page in a browser."""

from __future__ import annotations

import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Playwright

from tests.support.paths import ROOT
from tests.support.processes import environment

# Debian calls it chromium; nothing here downloads a browser.
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


@contextmanager
def previewing(content_dir: Path | None = None, **more: str) -> Iterator[str]:
    """The address of a preview of its own, ended as by Ctrl-C. It must end well."""
    command = [sys.executable, "-m", "bot", "preview", "--no-browser"]
    content = {"CONTENT_DIR": str(content_dir)} if content_dir else {}
    with started(command, environment(LANGUAGE="de") | content | more) as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        found = re.search(r"http://127\.0\.0\.1:\d+/\S*", line)
        assert found, line
        yield found[0]
        process.send_signal(signal.SIGINT)
        _, told = process.communicate(timeout=30)
        assert (process.returncode, told) == (0, "")


@contextmanager
def started(command: list[str], variables: Mapping[str, str]) -> Iterator[subprocess.Popen[str]]:
    """The command; killed if it is left behind."""
    with subprocess.Popen(
        command, cwd=ROOT, env=dict(variables), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def launched(playwright: Playwright) -> Browser:
    """Chromium without a window."""
    # Its sandbox cannot be had by root in a container; what is opened is our own page.
    return playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])


def new_context(browser: Browser, **how: object) -> BrowserContext:
    """A German desktop browser's window, unless it is said otherwise."""
    settings: dict[str, object] = {"viewport": {"width": 1180, "height": 760}, "locale": "de-DE", **how}
    context = browser.new_context(**settings)  # type: ignore[arg-type]  # a TypedDict in all but name
    context.set_default_timeout(20_000)
    return context
