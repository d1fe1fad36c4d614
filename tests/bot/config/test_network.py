from pathlib import Path

import httpx
import pytest

from bot.config.errors import InvalidSettings
from bot.config.network import check_network_variables

NAMES = ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY", "SSL_CERT_FILE", "SSL_CERT_DIR")


@pytest.fixture(autouse=True)
def _no_variables(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in NAMES:
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)


def takes(name: str, value: str, monkeypatch: pytest.MonkeyPatch) -> bool:
    """Whether httpx itself makes a client with this variable."""
    monkeypatch.setenv(name, value)
    try:
        httpx.Client(verify=False).close()  # noqa: S501 - it asks nobody
    except Exception:  # whatever it is
        return False
    finally:
        monkeypatch.delenv(name)
    return True


PROXIES = [
    *("http://proxy.example:3128", "proxy.example:3128", "http://ida:hush@proxy.example:3128", "http://[::1]:3128"),
    *(
        "https://proxy.example",
        "socks://proxy.example:1080",
        "socks5://proxy.example:1080",
        "http://proxy.example:port",
    ),
    *("ftp://proxy.example", "http://[", "proxy", "//proxy.example:3128"),
]


@pytest.mark.parametrize("value", PROXIES)
@pytest.mark.parametrize("name", ["HTTP_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"])
def test_a_proxy_that_cannot_be_used_is_one_line(name: str, value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if takes(name, value, monkeypatch):
        check_network_variables({name: value})
        return
    with pytest.raises(InvalidSettings) as caught:
        check_network_variables({name: value})
    (line,) = str(caught.value).splitlines()
    assert line.startswith(f"{name}: ")
    assert line.endswith("write it like http://proxy.example.org:3128")
    assert value not in line


NOT_TO_BE_ASKED = [
    *("localhost", "localhost, 127.0.0.1", "::1", "fe80::1", "*", "*.example.org", ".example.org", "10.0.0.0/8", ""),
    *("[::1]", "fe80::/10", "localhost,[::1]", "::1,fe80::/10", "[::1]:8080", "example.org:8080", "example.org:port"),
    *("http://example.org", "http://[", "all://[::1]", ",,", "bücher.example", "fe80::1%eth0", "::1:port"),
]


@pytest.mark.parametrize("value", NOT_TO_BE_ASKED)
def test_hosts_without_a_proxy_are_those_that_httpx_takes(value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if takes("NO_PROXY", value, monkeypatch):
        check_network_variables({"NO_PROXY": value})
        return
    with pytest.raises(InvalidSettings, match=r"^NO_PROXY: it has an entry that is no host; write names and addresses"):
        check_network_variables({"NO_PROXY": value})


def test_certificates_that_are_not_there_are_told(tmp_path: Path) -> None:
    (tmp_path / "text.pem").write_text("no certificate")
    for path in (tmp_path / "nowhere.pem", tmp_path / "text.pem", tmp_path):
        with pytest.raises(InvalidSettings, match=r"^SSL_CERT_FILE: no file of certificates is there; write the path"):
            check_network_variables({"SSL_CERT_FILE": str(path)})
    with pytest.raises(InvalidSettings, match=r"^SSL_CERT_DIR: no folder is there"):
        check_network_variables({"SSL_CERT_DIR": str(tmp_path / "nowhere")})
    check_network_variables({"SSL_CERT_DIR": str(tmp_path), "SSL_CERT_FILE": ""})


def test_each_wrong_variable_has_a_line() -> None:
    with pytest.raises(InvalidSettings) as caught:
        check_network_variables({"NO_PROXY": "[::1]", "ALL_PROXY": "socks://h:1"})
    assert len(str(caught.value).splitlines()) == 2
