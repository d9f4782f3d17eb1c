"""Payloads in every field of a site, opened in a real browser: none fires.

Every page is parsed by the browser and looked through for anything that could run. Then pages are opened
with their scripts, once as they are and once with their Content-Security-Policy set aside, so that the
escaping alone must hold. The same payloads in a site whose templates escape nothing show that the
alarm works.
"""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import hostile
import jinja2
import pytest

from site_gen import render
from site_gen.parsing.markdown import markup

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

FIRES_AT_LEAST = 70
"""Payloads that the naive site must let through, or the alarm is deaf."""
ALARM = """
window.alert = window.confirm = window.prompt = (n) => { console.log("FIRED " + n); };
"""
LOOK = r"""
async (paths) => {
  const found = [];
  const alive = "script, iframe, frame, frameset, object, embed, applet, base, math, foreignObject, "
    + "animate, set, animateTransform, style, marquee, video, audio, noembed, xmp, plaintext, "
    + "[srcdoc], [style], [srcset], [http-equiv]";
  const addresses = ["href", "src", "action", "formaction", "xlink:href", "data", "poster",
    "background", "ping", "cite", "longdesc", "manifest", "codebase", "archive"];
  const having = addresses.map((name) => `[${name.replace(":", "\\:")}]`).join(",");
  const mine = (element) => {
    if (element.localName === "script" && element.type === "application/ld+json") {
      try { return Boolean(JSON.parse(element.text)); } catch (problem) { return false; }
    }
    if (element.localName === "script") {
      return !element.text && String(element.getAttribute("src")).startsWith("/assets/");
    }
    return element.httpEquiv === "Content-Security-Policy"
      || (element.httpEquiv === "refresh" && /^0; url=\/[a-z]/.test(element.content));
  };
  const look = async (path) => {
    const text = await (await fetch(path)).text();
    const page = new DOMParser().parseFromString(text, "text/html");
    const fault = (what) => found.push(path + ": " + what.slice(0, 200));
    for (const element of page.querySelectorAll(alive)) {
      if (!mine(element)) fault(element.outerHTML);
    }
    const handlers = page.evaluate("//@*[starts-with(name(), 'on')]", page, null, 7, null);
    for (let n = 0; n < handlers.snapshotLength; n++) fault(handlers.snapshotItem(n).name);
    for (const element of page.querySelectorAll(having)) {
      for (const name of addresses) {
        const value = element.getAttribute(name);
        if (value === null || /^(https?:\/\/|mailto:|#|\/[^/\\])/.test(value) || value === "/") continue;
        fault(name + "=" + value);
      }
    }
    if (!page.querySelector("meta[http-equiv=Content-Security-Policy]")) fault("has no policy");
  };
  const waiting = [...paths];
  await Promise.all(Array.from({ length: 6 }, async () => {
    while (waiting.length) await look(waiting.shift());
  }));
  return found;
}
"""
OPEN = r"""
async ([paths, patience]) => {
  const visit = (path) => new Promise((done) => {
    const frame = document.createElement("iframe");
    const finish = () => {
      try {
        const page = frame.contentDocument;
        for (const element of page.querySelectorAll("*")) {
          for (const { name } of [...element.attributes]) {
            if (name.startsWith("on")) element.dispatchEvent(new Event(name.slice(2)));
          }
          const address = element.getAttribute("href") || element.getAttribute("action") || "";
          if (/^\s*j\s*a\s*v\s*a/i.test(address)) (element.click || element.submit).call(element);
        }
      } catch (problem) {}
      setTimeout(() => { frame.remove(); done(); }, 20);
    };
    frame.onload = finish;
    frame.src = path;
    document.body.append(frame);
    setTimeout(finish, patience);
  });
  const waiting = [...paths];
  await Promise.all(Array.from({ length: 8 }, async () => {
    while (waiting.length) await visit(waiting.shift());
  }));
}
"""


class Watch:
    """A page with an alarm in each of its frames, and a list of what it asked other sites for."""

    def __init__(self, page: Page, origin: str) -> None:
        self.page = page
        self.fired: set[str] = set()
        self.elsewhere: set[str] = set()
        self.origin = origin
        page.on("console", lambda message: self.note(message.text))
        page.on("dialog", self.dismiss)
        page.on("request", lambda request: self.asked(request.url))

    def note(self, text: str) -> None:
        self.fired.update(re.findall(r"^FIRED (\d+)", text))

    def dismiss(self, dialog: Any) -> None:
        self.fired.add(dialog.message)
        dialog.dismiss()

    def asked(self, url: str) -> None:
        if not url.startswith((self.origin, "data:", "about:", "blob:")):
            self.elsewhere.add(url)


@pytest.fixture
def watched(browser: Browser) -> Iterator[Callable[..., Watch]]:
    """`watched(address, policy=False)`: a page at that address, its policy in force or not."""
    contexts = []

    def start(address: str, *, policy: bool) -> Watch:
        context = browser.new_context(bypass_csp=not policy)
        contexts.append(context)
        context.set_default_timeout(60_000)
        context.add_init_script(ALARM)
        watch = Watch(context.new_page(), address)
        watch.page.goto(address + "harness.html")
        return watch

    yield start
    for context in contexts:
        context.close()


def pages_of(out: Path) -> list[str]:
    """Site paths of all pages, those of entries first."""
    found = sorted(path.relative_to(out).as_posix() for path in out.rglob("*.html"))
    found.sort(key=lambda path: not path.startswith("entries/e"))
    return [
        "/" + quote(path.removesuffix("index.html")) for path in found if path != "harness.html"
    ]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> hostile.Hostile:
    """The built site."""
    made = hostile.make(tmp_path_factory.mktemp("hostile"))
    made.build()
    harness(made.root / "public")
    return made


def harness(out: Path) -> None:
    """A page to open others in; of the same origin, without a policy of its own."""
    (out / "harness.html").write_text("<!doctype html><title>x</title><body>", encoding="utf-8")


def open_pages(watch: Watch, paths: list[str], *, patience: int = 8000) -> None:
    """Open pages in frames, several at once; after so many milliseconds one counts as loaded."""
    watch.page.evaluate(OPEN, [paths, patience])


@pytest.mark.browser
@pytest.mark.slow
def test_no_payload_fires(
    site: hostile.Hostile, serve: Callable[..., str], watched: Callable[..., Watch]
) -> None:
    assert len(site.payloads) >= 600
    out = site.root / "public"
    address = serve(out)
    paths = pages_of(out)
    bare = watched(address, policy=False)
    found = bare.page.evaluate(LOOK, paths)
    assert found == [], "\n".join(found[:20])
    entries = [path for path in paths if path.startswith("/entries/e")]
    others = [path for path in paths if not path.startswith(("/entries/e", "/old/"))]
    lists = [path for path in others if path.count("/") <= 2]
    open_pages(bare, [*lists, *entries[::15], *others[::40], "/search/?q=alert"])
    kept = watched(address, policy=True)
    open_pages(kept, [*lists, *entries[7::30]])
    print(f"{len(site.payloads)} payloads on {len(paths)} pages")
    for watch in (bare, kept):
        assert watch.fired == set()
        assert watch.elsewhere == set()


def test_files_for_machines_are_whole(site: hostile.Hostile) -> None:
    """A payload that broke a feed or a table would be a way in for whoever reads it."""
    out = site.root / "public"
    for path in out.rglob("*.xml"):
        ET.parse(path)
    for suffix in ("*.json", "*.geojson"):
        for path in out.rglob(suffix):
            json.loads(path.read_text("utf-8"))


@pytest.mark.browser
@pytest.mark.slow
def test_the_alarm_goes_off_where_nothing_is_escaped(
    tmp_path: Path,
    serve: Callable[..., str],
    watched: Callable[..., Watch],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Templates that escape nothing, Markdown that lets HTML through, and no policy."""
    made = hostile.make(tmp_path, title="Hostile", most=150)
    escaping = jinja2.Environment
    monkeypatch.setattr(
        render, "Environment", lambda **options: escaping(**{**options, "autoescape": False})
    )
    monkeypatch.setattr(markup, "text", str)
    made.build()
    harness(tmp_path / "public")
    watch = watched(serve(tmp_path / "public"), policy=False)
    entries = [path for path in pages_of(tmp_path / "public") if path.startswith("/entries/e")]
    assert len(watch.page.evaluate(LOOK, entries)) > len(entries)
    open_pages(watch, entries[:100], patience=1500)
    print(f"{len(watch.fired)} of {len(made.payloads)} payloads fire where nothing is escaped")
    assert len(watch.fired) >= FIRES_AT_LEAST
