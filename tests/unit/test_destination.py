from __future__ import annotations

import pytest

from site_gen.parsing.markdown.destination import Destination, Refused, resolve
from site_gen.web.address import ROOT

ENTRY = "content/entries/here.md"


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org/a?b=c#d",
        "http://example.org",
        "HTTPS://EXAMPLE.ORG/",
        "https://user@example.org/",
        "mailto:a@example.org",
        "MAILTO:a@example.org",
    ],
)
def test_other_sites_and_mail_pass_as_they_are(url: str) -> None:
    assert resolve(url, ENTRY) == Destination(url)


@pytest.mark.parametrize(
    ("url", "href", "target"),
    [
        ("/", "/", "/"),
        ("/provinces/herat/", "/provinces/herat/", "/provinces/herat/"),
        ("/provinces/herat", "/provinces/herat/", "/provinces/herat/"),
        ("/feed.xml", "/feed.xml", "/feed.xml"),
        ("/search/?q=a&b=c#hits", "/search/?q=a&b=c#hits", "/search/#hits"),
        ("/tags/%D9%87%D8%B1/", "/tags/%D9%87%D8%B1/", "/tags/هر/"),
        ("x.md", "/entries/x/", "/entries/x/"),
        ("./x.md#y", "/entries/x/#y", "/entries/x/#y"),
        ("../entries/x.md#y", "/entries/x/#y", "/entries/x/#y"),
        ("../disputes/x.md", "/disputes/x/", "/disputes/x/"),
        ("../pages/about.md", "/about/", "/about/"),
        ("../media/map.png", "/media/map.png", "/media/map.png"),
        ("../provinces/herat/", "/provinces/herat/", "/provinces/herat/"),
        ("../../content/entries/x.md", "/entries/x/", "/entries/x/"),
        ("..", "/", "/"),
    ],
)
def test_paths_within_the_site(url: str, href: str, target: str) -> None:
    assert resolve(url, ENTRY) == Destination(ROOT + href, target)


def test_a_fragment_leads_to_the_entry_wherever_its_text_is_shown() -> None:
    assert resolve("#y", ENTRY, "/entries/here/") == Destination(
        ROOT + "/entries/here/#y", "/entries/here/#y"
    )


def test_a_fragment_of_a_page_shown_only_as_itself_stays_bare() -> None:
    assert resolve("#y", "content/pages/about.md") == Destination("#y", "#y")


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "vbscript:x",
        "data:text/html,x",
        "file:///etc/passwd",
        "ftp://example.org/",
        "//evil.example/",
        "///evil.example/",
        "a:b",
        "http:evil.example",
        "http:/evil.example",
        "https:///evil.example",
        "https://?x",
        "https:\\\\evil.example",
        "mailto:",
        "java%0Ascript:alert(1)",
        "%6Aavascript:alert(1)",
    ],
)
def test_what_no_page_may_link_to(url: str) -> None:
    refused = resolve(url, ENTRY)
    assert isinstance(refused, Refused)
    assert refused.code == "link.scheme"


@pytest.mark.parametrize(
    "url",
    [
        "",
        "#",
        "?q",
        "/a//b",
        "/./a",
        "/a/../b",
        "/%2e%2e/",
        "/%2E%2e/a",
        "/%252e%252e/",
        "/a%2fb",
        "/%5Cevil.example",
        "/\\evil.example",
        "/%09/evil.example",
        "/a%00b",
        "/a%0Ab",
        "/%",
        "../..",
        "../../..",
        "../../seeds/x.yaml",
        "../../../etc/passwd",
        "%2e%2e/x.md",
        "#a%00b",
    ],
)
def test_paths_that_are_none(url: str) -> None:
    refused = resolve(url, ENTRY)
    assert isinstance(refused, Refused)
    assert refused.code == "link.path"


def test_no_address_begins_with_two_slashes_once_root_is_empty() -> None:
    for url in ("/", "..", "/x", "../x/", "//x", "/%2fx", "/\\x", "x//y", "/?//x", ".//x"):
        found = resolve(url, ENTRY)
        if isinstance(found, Destination):
            assert not found.href.replace(ROOT, "").startswith("//"), url
