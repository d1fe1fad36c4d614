"""Only the page itself, in a browser on this machine, is answered."""

from __future__ import annotations

import httpx
import pytest

from bot.preview.scene import Scene


@pytest.mark.parametrize("host", ["127.0.0.1:{port}", "localhost:{port}"])
def test_this_machine_is_answered_and_told_to_load_nothing_from_elsewhere(client: httpx.Client, host: str) -> None:
    answer = client.get("/", headers={"Host": host.format(port=client.base_url.port)})
    assert answer.status_code == 200
    policy = answer.headers["content-security-policy"]
    assert policy.startswith("default-src 'none'; script-src 'self';")
    assert "unsafe" not in policy


@pytest.mark.parametrize(
    "path", ["/", "/actions", "/events", "/x/", "/{token}", "/{token}x/", "//{token}/", "/%2e%2e/"]
)
def test_who_does_not_know_the_whole_address_is_refused(client: httpx.Client, path: str) -> None:
    """As another user of this machine, who can see only the port."""
    token = client.base_url.path.strip("/")
    assert len(token) > 20
    with httpx.Client(trust_env=False) as stranger:
        base = f"http://127.0.0.1:{client.base_url.port}"
        assert stranger.get(base + path.replace("{token}", token)).status_code == 403


@pytest.mark.parametrize("path", ["/actions", "/process", "/articles", "/why", "/draft"])
def test_bodies_that_nobody_needs_are_refused(client: httpx.Client, path: str) -> None:
    deep = client.post(path, content=b"[" * 200_000, headers={"Content-Type": "application/json"})
    assert (deep.status_code, deep.json()) == (400, {"error": "the body is not JSON"})
    chunks = (b"x" * 1_000_000 for _ in range(40))
    assert client.post(path, content=chunks, headers={"Content-Type": "application/json"}).status_code == 413
    chunks = (b"x" * 1_000_000 for _ in range(40))
    as_file = {"Content-Type": "application/octet-stream"}
    assert client.post(path, content=chunks, headers=as_file).status_code == (413 if path == "/draft" else 415)


@pytest.mark.parametrize(
    "host", ["evil.example:{port}", "127.0.0.1", "127.0.0.1:80", "127.0.0.1.evil.example:{port}", ""]
)
def test_other_hosts_are_refused(client: httpx.Client, host: str) -> None:
    for path in ("/", "/events", "/actions"):
        answer = client.get(path, headers={"Host": host.format(port=client.base_url.port)})
        assert answer.status_code in (400, 403)  # an empty one the server itself refuses


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1:9999"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
def test_other_pages_are_refused(client: httpx.Client, scene: Scene, headers: dict[str, str]) -> None:
    action = {"do": "set_privacy", "account": scene.account.user.id, "privacy": False}
    assert client.post("/actions", json=action, headers=headers).status_code == 403
    assert scene.account.privacy


def test_the_pages_own_requests_are_answered(client: httpx.Client, scene: Scene) -> None:
    action = {"do": "set_privacy", "account": scene.account.user.id, "privacy": False}
    headers = {"Origin": f"http://127.0.0.1:{client.base_url.port}", "Sec-Fetch-Site": "same-origin"}
    assert client.post("/actions", json=action, headers=headers).status_code == 200
    assert not scene.account.privacy


def test_what_can_be_sent_across_origins_unasked_is_no_action(client: httpx.Client, scene: Scene) -> None:
    body = f'{{"do": "set_privacy", "account": {scene.account.user.id}, "privacy": false}}'
    for kind in ("text/plain", "application/x-www-form-urlencoded", "multipart/form-data"):
        for path in ("/actions", "/process", "/articles", "/draft", "/why"):
            answer = client.post(path, content=body.encode(), headers={"Content-Type": kind})
            assert (answer.status_code, scene.account.privacy) == (415, True)
