"""The page as a person uses it: by what is written on it."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

# The bot starts meanwhile, on a machine that may be busy.
_START = 30_000


class Screen:
    """The preview's page in a browser, opened; complaints of the browser are collected in `complaints`."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.complaints: list[str] = []
        page.on("console", lambda message: self.complaints.append(f"{message.type}: {message.text}"))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.goto(address)
        expect(page.locator("#process.running")).to_be_visible(timeout=_START)

    @property
    def field(self) -> Locator:
        """Where one writes."""
        return self.page.locator("#field")

    @property
    def bubbles(self) -> Locator:
        """All messages of the open chat, without Telegram's own lines."""
        return self.page.locator("#messages .message")

    @property
    def last(self) -> Locator:
        """The newest message."""
        return self.bubbles.last

    @property
    def results(self) -> Locator:
        """What is offered above the text field."""
        return self.page.locator("#options").get_by_role("option")

    def start(self) -> None:
        """Press Start in the private chat, unless somebody has, and wait for the greeting."""
        if self.page.locator("button.start").is_visible():
            self.page.locator("button.start").click()
            expect(self.bubbles).to_have_count(2)

    def open(self, chat: str) -> None:
        """Open a chat of the list."""
        self.page.locator("#chat-list button", has=self.page.get_by_text(chat, exact=True)).click()
        expect(self.page.get_by_role("heading", name=chat, level=2)).to_be_visible()

    def speak_as(self, name: str) -> None:
        """Be somebody else."""
        option = self.page.locator("#speak-as option", has_text=name)
        self.page.locator("#speak-as").select_option(value=option.get_attribute("value"))

    def send(self, text: str) -> None:
        """Write and press Enter."""
        self.field.fill(text)
        self.field.press("Enter")

    def say(self, text: str) -> None:
        """Write a message, and wait until it stands in the chat."""
        count = self.bubbles.count()
        self.send(text)
        expect(self.bubbles.nth(count)).to_be_visible()

    def asks(self, text: str) -> Locator:
        """Write, send, and wait for the bot's answer, which is returned."""
        count = self.bubbles.count()
        self.say(text)
        expect(self.bubbles).to_have_count(count + 2)
        return self.last

    def tap(self, label: str) -> None:
        """Tap a button below the newest message."""
        self.last.locator(".keyboard").get_by_role("button", name=label).click()

    def tool(self, message: Locator, label: str) -> None:
        """Use one of the tools beside a message."""
        message.hover()
        message.get_by_role("button", name=label, exact=True).click()

    def panel(self, tab: str) -> Locator:
        """Open a tab of the panel; its content."""
        if not self.page.locator("#panel").is_visible():
            self.page.locator("#to-panel").click()
        self.page.get_by_role("tab", name=tab).click()
        return self.page.get_by_role("tabpanel")
