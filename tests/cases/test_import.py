"""`site-gen import`, from a pasted page to files on disk."""

from __future__ import annotations

import io
import json
import shutil
import socket
import subprocess
import sys
import threading
import time
from contextlib import suppress
from html import unescape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml

from site_gen.chronology.timeline import build as build_timeline
from site_gen.cli import main
from site_gen.edges.source import Tree
from site_gen.engine.reading import read_site
from site_gen.exports.events import events_table
from site_gen.importer import fetching

if TYPE_CHECKING:
    from collections.abc import Iterator

DATA = Path(__file__).resolve().parents[1] / "data" / "import"
SEEDS = Path(__file__).resolve().parents[3] / "shared" / "seeds"
ROOT = Path(__file__).resolve().parents[2]
ARTICLE = DATA / "known" / "d02.txt"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    content = tmp_path / "site" / "content"
    content.mkdir(parents=True)
    (content / "provinces.yaml").write_bytes((DATA / "mali.yaml").read_bytes())
    (content / "site.yaml").write_text("title: Mali\n", encoding="utf-8")
    return tmp_path / "site"


def run(site: Path, *arguments: object) -> int:
    return main(["import", "--root", str(site), *map(str, arguments)])


def files(site: Path) -> dict[str, bytes]:
    return {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in sorted(site.rglob("*"))
        if path.is_file() and path.name not in ("site.yaml", "provinces.yaml")
    }


def front_matter(site: Path) -> dict[str, object]:
    (path,) = (site / "content" / "entries").glob("*.md")
    front = path.read_text(encoding="utf-8").split("---\n")[1]
    data = yaml.load(front, Loader=yaml.BaseLoader)
    assert isinstance(data, dict)
    return data


def test_a_pasted_page_becomes_record_text_and_draft(site: Path) -> None:
    assert run(site, ARTICLE) == 0
    found = files(site)
    assert sorted(found) == [
        "content/entries/rebels-overrun-timbuktu-last-government-town-in-malis-north.md",
        "seeds/.gitignore",
        "seeds/wire-continental-2012-04-02.txt",
        "seeds/wire-continental-2012-04-02.yaml",
    ]
    assert found["seeds/wire-continental-2012-04-02.txt"] == ARTICLE.read_bytes()
    record = yaml.load(found["seeds/wire-continental-2012-04-02.yaml"], Loader=yaml.BaseLoader)
    assert record["published"] == "2012-04-02"
    assert record["publisher"] == "Wire Continental"
    assert record["words"] == str(len(ARTICLE.read_text(encoding="utf-8").split()))
    front = front_matter(site)
    assert front["draft"] == "true"
    assert front["date"] == "2012-04-02"
    assert front["sources"] == ["wire-continental-2012-04-02"]
    assert "import" not in front


@pytest.mark.parametrize(
    ("ignored", "written"),
    [(None, True), ("public/\n", True), ("/seeds/*.txt\n", False), ("*.txt", False)],
)
def test_git_never_gets_the_text_of_an_article(
    site: Path, ignored: str | None, *, written: bool
) -> None:
    """In a folder of one's own nothing ignored it, and `git add .` took it along."""
    if ignored is not None:
        (site / ".gitignore").write_text(ignored, encoding="utf-8")
    for article in (ARTICLE, DATA / "known" / "d11.txt"):
        assert run(site, article) == 0
    assert (site / "seeds" / ".gitignore").exists() == written
    subprocess.run(["git", "init", "-q"], cwd=site, check=True)
    subprocess.run(["git", "add", "."], cwd=site, check=True)
    listing = ["git", "ls-files", "seeds"]
    kept = subprocess.run(listing, cwd=site, check=True, capture_output=True, text=True).stdout
    assert ".yaml" in kept
    assert ".txt" not in kept


def test_the_draft_holds_no_sentence_of_the_article(site: Path) -> None:
    run(site, ARTICLE)
    (path,) = (site / "content" / "entries").glob("*.md")
    draft = path.read_text(encoding="utf-8").split("---\n", 2)[2]
    words = ARTICLE.read_text(encoding="utf-8").split()
    for i in range(len(words) - 7):
        assert " ".join(words[i : i + 8]) not in draft


def test_the_same_text_twice_changes_nothing(
    site: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(site, ARTICLE)
    before = files(site)
    assert run(site, ARTICLE) == 0
    assert "the same text as wire-continental-2012-04-02" in capsys.readouterr().out
    near = tmp_path / "near.txt"
    near.write_text(
        "Another page\n\n" + ARTICLE.read_text(encoding="utf-8") + "\nMore\n", encoding="utf-8"
    )
    assert run(site, near) == 0
    assert "much the same text" in capsys.readouterr().out
    assert files(site) == before


def test_nothing_is_overwritten_and_nothing_half_written(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    entries = site / "content" / "entries"
    seeds = site / "seeds"
    run(site, ARTICLE)
    (draft,) = entries.glob("*.md")
    name = draft.name
    for path in (*seeds.iterdir(), draft):
        path.unlink()
    (seeds / "wire-continental-2012-04-02.txt").write_text("mine", encoding="utf-8")
    capsys.readouterr()
    assert run(site, ARTICLE) == 1
    assert "exists already; nothing was written" in capsys.readouterr().err
    assert files(site) == {"seeds/wire-continental-2012-04-02.txt": b"mine"}
    assert not (entries / name).exists()


def test_answers_in_advance(site: Path) -> None:
    text = DATA / "known" / "d11.txt"
    url = "https://example.org/news/7654321.html"
    assert run(site, text, "--date", "2016-07-19", "--url", url, "--publisher", "Sahel News") == 0
    record = yaml.load(
        (site / "seeds" / "example-7654321.yaml").read_text("utf-8"), Loader=yaml.BaseLoader
    )
    assert record["publisher"] == "Sahel News"
    assert record["url"] == url
    assert record["published"] == "2016-07-19"


def test_what_the_text_does_not_tell_is_asked(site: Path) -> None:
    assert run(site, DATA / "known" / "d11.txt") == 0
    front = front_matter(site)
    questions = front["import"]["questions"]  # type: ignore[index]
    assert questions[0]["field"] == "date"
    assert "no line tells the year" in questions[0]["reason"]
    assert questions[0]["candidates"] == ["--07-19"]
    assert questions[0]["evidence"] == ["10", "14"] or questions[0]["evidence"]


def test_a_page_that_says_it_is_of_a_day_to_come_is_asked_about(site: Path, tmp_path: Path) -> None:
    undated = ARTICLE.read_text(encoding="utf-8").replace("April 2 2012 ", "")
    head, _, rest = undated.partition("\n\n")
    page = tmp_path / "later.txt"
    page.write_text(f"{head}\nPublished 3 May 2095\n\n{rest}", encoding="utf-8")
    assert run(site, page) == 0
    asked = str(front_matter(site)["import"])
    assert "still to come" in asked
    assert "2095" not in str(front_matter(site)["date"])


def test_an_impossible_answer_is_refused(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(site, ARTICLE, "--date", "2012-13-01") == 1
    assert "--date" in capsys.readouterr().err
    assert run(site, ARTICLE, "--url", "wire") == 1
    assert files(site) == {}


def test_standard_input_and_json(
    site: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(ARTICLE.read_bytes())))
    assert run(site, "-", "--json", "--dry-run") == 0
    data = json.loads(capsys.readouterr().out)
    assert data["published"] == "2012-04-02"
    assert {"Timbuktu", "Kidal", "Gao"} <= set(data["provinces"])
    assert files(site) == {}


def test_explain_lists_what_was_dropped(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(site, DATA / "known" / "d05.txt", "--explain", "--dry-run")
    said = capsys.readouterr().out
    assert "dropped (share and subscribe): Facebook Twitter WhatsApp" in said
    assert "“Saturday” is 2019-03-23 [weekday]" in said


def test_many_files_and_one_bad_one(
    site: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_text("  \n", encoding="utf-8")
    assert run(site, ARTICLE, empty, DATA / "known" / "d05.txt") == 1
    assert "error[import.empty]" in capsys.readouterr().err
    assert len(list((site / "seeds").glob("*.yaml"))) == 2


@pytest.mark.parametrize(
    "encoding", ["utf-8-sig", "utf-16", "utf-16-le", "cp1252", "mac_roman", "cp1251"]
)
def test_any_encoding(site: Path, tmp_path: Path, encoding: str) -> None:
    text = ARTICLE.read_text(encoding="utf-8").replace(
        "entered the ancient", "entered the “ancient”"
    )
    path = tmp_path / "page.txt"
    path.write_bytes(text.encode(encoding))
    assert run(site, path) == 0
    assert front_matter(site)["date"] == "2012-04-02"
    (record,) = (site / "seeds").glob("*.txt")
    assert record.read_text(encoding="utf-8") == text


def test_an_encoding_that_is_not_certain_is_refused_until_it_is_named(
    site: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = ARTICLE.read_text(encoding="utf-8").replace("entered the", "entered Ağrı, the")
    path = tmp_path / "page.txt"
    path.write_bytes(text.encode("cp1254"))
    assert run(site, path) == 1
    message = capsys.readouterr().err
    assert "error[import.encoding]: its encoding is not certain: “Aðrý” in windows-1252" in message
    assert "“Ağrı” in windows-1254" in message
    assert "hint: say which one reads right: --encoding windows-1252, or --encoding" in message
    assert files(site) == {}
    assert run(site, path, "--encoding", "windows-1254") == 0
    (record,) = (site / "seeds").glob("*.txt")
    assert "entered Ağrı, the" in record.read_text(encoding="utf-8")


def test_an_encoding_that_is_not_the_input_s(
    site: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "page.txt"
    path.write_bytes(b"One\nTwo \x92 three\n")
    assert run(site, path, "--encoding", "utf-8") == 1
    assert (
        "page.txt:2:1: error[import.encoding]: byte 0x92 is none of utf-8"
        in capsys.readouterr().err
    )
    assert run(site, path, "--encoding", "klingon") == 1
    assert "--encoding: “klingon” is the name of no encoding" in capsys.readouterr().err


def test_how_an_encoding_was_read_is_told(
    site: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = ARTICLE.read_text(encoding="utf-8").replace("entered the", "entered Côte, the")
    path = tmp_path / "page.txt"
    path.write_bytes(text.encode("mac_roman"))
    assert run(site, path, "--dry-run") == 0
    assert f"{path}: read as macintosh: Côte" in capsys.readouterr().out


@pytest.mark.parametrize("declared", ["", "iso-8859-1", "utf-8", "no-such-name"])
@pytest.mark.parametrize("encoding", ["mac_roman", "cp1252", "utf-8"])
def test_a_page_that_declares_another_encoding_or_none(
    declared: str, encoding: str, site: Path, tmp_path: Path
) -> None:
    pytest.importorskip("trafilatura")
    meta = f'<meta charset="{declared}">' if declared else ""
    story = (
        "The mayor said “we can’t wait” – and left the town of Gao, the governor’s men said. " * 4
    )
    page = (
        f"<html lang=en><head>{meta}<title>The mayor’s road</title></head><body><article>"
        f"<h1>The mayor’s road is closed</h1><p>{story}</p><p>{story.replace('mayor', 'chief')}</p></article>"
    )
    path = tmp_path / "page.html"
    path.write_bytes(page.encode(encoding))
    assert run(site, path) == 0
    (record,) = (site / "seeds").glob("*.txt")
    assert "“we can’t wait” – and" in record.read_text(encoding="utf-8")


ITEMS = b"\n\n".join(
    b"%b\n%d May 2014\nThe men who live beside the river said that nobody had asked them about it, and that they ..."
    % (head, day)
    for day, head in enumerate(
        (b"Bridge opens at last", b"Goat market moves", b"Pump is mended"), 1
    )
)
GERMAN = "Im Norden des Landes wird weiter gekämpft, teilten die Behörden am Montag mit, und die Menschen fliehen. "
DARI = "در شمال کشور جنگ ادامه دارد و مردم از خانه‌های خود فرار کرده‌اند، مقامات روز دوشنبه گفتند. "


@pytest.mark.parametrize(
    ("code", "content"),
    [
        ("import.empty", b""),
        ("import.empty", b"Hello\n"),
        ("import.binary", b"%PDF-1.7\n" + b"text " * 100),
        ("import.binary", bytes(range(256)) * 20),
        ("import.binary", b"PK\x03\x04" + b"text " * 100),
        ("import.binary", b"\xd0\xcf\x11\xe0" + b"text " * 100),
        ("import.binary", b"{\\rtf1\\ansi Shells fell on Gao again.\\par}" * 20),
        ("import.empty", b"Subject: Photo\nContent-Type: image/png\n\niVBORw0KGgo\n"),
        ("import.too_large", b"a " * 2_600_000),
        ("import.language", (GERMAN * 5).encode()),
        ("import.language", (DARI * 5).encode()),
        ("import.not_found", b"404\n\nPage not found\n\nSorry, we could not find that page.\n"),
        ("import.listing", b"The Daily\n\nSearch results for: bridge\n\n" + ITEMS),
        ("import.login", b"The Daily\n\nSign in to continue reading\n\nForgot your password?\n"),
    ],
)
def test_what_is_no_article(
    code: str, content: bytes, site: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "input.txt"
    path.write_bytes(content)
    assert run(site, path) == 1
    assert f"error[{code}]" in capsys.readouterr().err
    assert files(site) == {}


def test_a_file_that_is_not_there(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(site, "no-such-file.txt") == 1
    assert "error[import.unreadable]" in capsys.readouterr().err


# --- pages -----------------------------------------------------------------------------------

PAGE = """<!doctype html><html lang="en"><head><title>Bridge at Konna reopens | Sahel News</title>
<meta property="og:site_name" content="Sahel News">
<meta property="article:published_time" content="2014-05-03T10:00:00Z">
<script type="application/ld+json">{"@context": "https://schema.org", "@type": "NewsArticle",
"headline": "Bridge at Konna reopens", "datePublished": "2014-05-03T10:00:00Z",
"author": {"@type": "Person", "name": "Anna Harrow"}}</script></head>
<body><nav><a href="/">Home</a> <a href="/world">World</a></nav><article><h1>Bridge at Konna reopens</h1>
<p>Lorries crossed the bridge at Konna again on Saturday, the regional governor said, after a week of
fighting in which the army lost at least nine soldiers and two armoured cars.</p>
<p>The army says that the road to Gao is still closed, and that it will stay closed until the mines which
the rebels laid there in April have been cleared away by engineers.</p>
<p>“We slept in the lorries for six nights,” said Moussa Diakite, a driver from Gao, who had waited with
his load of onions on the southern bank since the fighting began a week earlier.</p>
</article><footer>© 2024 Sahel News. All rights reserved.</footer></body></html>"""


class Pages(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        if self.path == "/ok":
            self.answer(200, PAGE)
        elif self.path == "/moved":
            self.send_response(302)
            self.send_header("Location", "/ok")
            self.end_headers()
        elif self.path == "/away":
            self.send_response(302)
            self.send_header("Location", "https://example.net/other")
            self.end_headers()
        elif self.path == "/german":
            self.answer(200, PAGE.replace('lang="en"', 'lang="de"'))
        elif self.path == "/image":
            self.answer(200, "GIF89a", "image/gif")
        elif self.path == "/closed":
            self.answer(403, "no")
        elif self.path == "/broken":
            self.answer(500, "oh")
        elif self.path == "/drip":
            self.send_response(200)
            with suppress(OSError):
                for number in range(90):
                    self.send_header(f"X-{number}", "y")
                    self.flush_headers()
                    time.sleep(0.1)
        elif self.path == "/hang":
            self.server.stop.wait(5)  # type: ignore[attr-defined]
        else:
            self.answer(404, "Not found")

    def answer(self, status: int, text: str, kind: str = "text/html; charset=utf-8") -> None:
        raw = text.encode()
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(raw)))
        self.end_headers()
        self.wfile.write(raw)

    def log_message(self, *arguments: object) -> None:
        pass


@pytest.fixture
def server() -> Iterator[str]:
    httpd = ThreadingHTTPServer(("127.0.0.1", 0), Pages)
    httpd.stop = threading.Event()  # type: ignore[attr-defined]
    thread = threading.Thread(target=httpd.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{httpd.server_address[1]}"
    httpd.stop.set()  # type: ignore[attr-defined]
    httpd.shutdown()
    httpd.server_close()
    thread.join()


@pytest.mark.parametrize("path", ["/ok", "/moved"])
def test_an_address(path: str, site: Path, server: str) -> None:
    assert run(site, server + path) == 0
    (record,) = (site / "seeds").glob("*.yaml")
    data = yaml.load(record.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    assert data["headline"] == "Bridge at Konna reopens"
    assert data["publisher"] == "Sahel News"
    assert data["credits"] == ["Anna Harrow"]
    assert data["published"] == "2014-05-03"
    assert data["url"] == server + "/ok"
    assert data["retrieved"]
    assert front_matter(site)["provinces"] == ["Mopti"]


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("/missing", "import.not_found"),
        ("/away", "import.redirect"),
        ("/german", "import.language"),
        ("/image", "import.binary"),
        ("/closed", "import.login"),
        ("/broken", "import.unreachable"),
    ],
)
def test_an_address_without_an_article(
    path: str, code: str, site: Path, server: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(site, server + path) == 1
    assert f"error[{code}]" in capsys.readouterr().err
    assert files(site) == {}


def test_a_server_that_drips(server: str) -> None:
    found = fetching.fetch(f"{server}/drip", seconds=0.5)
    assert getattr(found, "code", "") == "import.timeout"


def test_a_server_that_hangs(server: str) -> None:
    found = fetching.fetch(f"{server}/hang", seconds=0.2)
    assert getattr(found, "code", "") == "import.timeout"


def test_nobody_listens(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    assert run(site, f"http://127.0.0.1:{port}/") == 1
    assert "error[import.unreachable]" in capsys.readouterr().err
    assert getattr(fetching.fetch("http:///nowhere"), "code", "") == "import.address"


def test_html_without_the_extra(
    site: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    path = tmp_path / "page.html"
    path.write_text(PAGE, encoding="utf-8")
    assert run(site, path) == 1
    assert "error[import.extra]" in capsys.readouterr().err
    assert run(site, ARTICLE) == 0


@pytest.mark.parametrize("page", sorted((DATA / "html").glob("*.html")), ids=lambda path: path.stem)
def test_pages_of_many_makes(page: Path, site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """JSON-LD in a graph, a table of 2005, a blog without a date, data that contradict each other."""
    expected = json.loads(page.with_suffix(".json").read_text(encoding="utf-8"))
    name = expected["gazetteer"]
    known = ROOT / "content" / "provinces.yaml" if name == "afghanistan" else DATA / f"{name}.yaml"
    (site / "content" / "provinces.yaml").write_bytes(known.read_bytes())
    assert run(site, page, "--json", "--dry-run") == 0
    found = json.loads(capsys.readouterr().out)
    assert found["title"] == expected["title"]
    assert found["published"] == expected["published"]
    assert found["provinces"] == expected["provinces"]
    body = "\n".join(text for _, text in found["body"])
    assert [text for text in expected["body"] if text not in body] == []
    assert [text for text in expected["not"] if text in body] == []


def linked(**data: object) -> str:
    about = {"@type": "NewsArticle", "headline": "Rebels enter Kidal", **data}
    return f'<script type="application/ld+json">{json.dumps(about)}</script>'


PUBLISHED = '<meta property="article:published_time" content="{}">'


@pytest.mark.parametrize(
    ("head", "shown", "published"),
    [
        (linked(datePublished="2014-05-03") + PUBLISHED.format("2014-06-03"), "", ""),
        (  # one instant: the day is the publisher's own
            linked(datePublished="2014-05-03T23:30:00-04:00")
            + PUBLISHED.format("2014-05-04T03:30:00Z"),
            "",
            "2014-05-03",
        ),
        (linked(datePublished=1399104000000) + PUBLISHED.format("2014-05-03"), "", "2014-05-03"),
        ('<meta name="pubdate" content="Sat, 3 May 2014 08:00:00 GMT">', "", "2014-05-03"),
        (PUBLISHED.format("1970-01-01T00:00:00Z"), "", ""),
        ("", "<time>May 3, 2014</time>", "2014-05-03"),
        (PUBLISHED.format("2013-05-03") + linked(datePublished="2013-05-03"), "", ""),
    ],
)
def test_what_pages_state(
    head: str,
    shown: str,
    published: str,
    site: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    page = tmp_path / "page.html"
    told = (
        "Rebels entered Kidal on May 2, 2014, residents said, and the town fell within an hour.",
        "At least twelve soldiers were killed and thirty were wounded in the fighting, a doctor said.",
        "The governor, Ali Kone, told reporters in Gao that the army would come back for the town.",
    )
    paragraphs = "".join(f"<p>{text}</p>" for text in told)
    teasers = '<aside><time datetime="2024-02-11">3 days ago</time><a href="/x">Else</a></aside>'
    page.write_text(
        f"<!doctype html><html lang=en><head><title>Rebels enter Kidal | Post</title>{head}</head><body><main>"
        f"<article><h1>Rebels enter Kidal</h1>{shown}{paragraphs}</article></main>{teasers}</body></html>",
        encoding="utf-8",
    )
    assert run(site, page, "--json", "--dry-run") == 0
    assert json.loads(capsys.readouterr().out)["published"] == published


# --- the five supplied articles, where they are at hand --------------------------------------


@pytest.mark.parametrize(
    ("number", "date", "provinces"),
    [
        (
            "000",
            "2021-06-25",
            {"Baghlan", "Kunduz", "Balkh", "Takhar", "Faryab", "Paktia", "Zabul", "Ghor"},
        ),
        ("001", "2021-06-22", {"Kunduz", "Balkh", "Baghlan"}),
        ("002", "", {"Kunduz", "Faryab", "Takhar", "Helmand", "Parwan"}),
        ("003", "2021-07-08", {"Herat", "Badghis", "Khost"}),
        ("004", "2021-07-05", {"Badakhshan", "Parwan"}),
    ],
)
def test_the_supplied_articles(
    number: str, date: str, provinces: set[str], site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = list(SEEDS.glob(f"{number}_*.txt"))
    if not found:
        return  # they belong to their publishers and are not part of the repository
    for name in ("site.yaml", "provinces.yaml"):
        (site / "content" / name).write_bytes((ROOT / "content" / name).read_bytes())
    assert run(site, found[0], "--json", "--dry-run") == 0
    data = json.loads(capsys.readouterr().out)
    # None of the texts tells its year; the site's period alone does not decide it.
    assert data["published"] == ""
    assert set(data["provinces"]) == provinces
    (question,) = [q for q in data["questions"] if q["field"] == "date"]
    assert question["candidates"]
    if date:
        assert question["candidates"][0] == date
    assert run(site, found[0], "--json", "--dry-run", "--date", date or "2021-06-20") == 0
    data = json.loads(capsys.readouterr().out)
    assert set(data["provinces"]) == provinces
    assert "date" not in [q["field"] for q in data["questions"]]


# --- tables ----------------------------------------------------------------------------------

TIMELINE = """\
Year,Month,Day,End Year,End Month,End Day,Headline,Text,Media,Media Credit,Media Caption,Group,Background
2012,3,30,,,,Kidal falls,"<p>Rebels enter <b>Kidal</b> *at dawn*.</p>",https://example.org/kidal-123456.html,Sahel News,Kidal lost,Kidal,#fff
2012,4,,,,,Truce talks,,,,,,
2012,4,1,2012,4,3,Timbuktu taken,"Three
days","",Sahel News,,Timbuktu,
,,,,,,No date,,,,,,
"""
ACLED = """\
event_id_cnty,event_date,year,time_precision,event_type,sub_event_type,actor1,actor2,admin1,location,source,notes,fatalities
MLI1,30 March 2012,2012,1,Battles,Armed clash,Rebels,Military Forces of Mali,Kidal,Kidal,Sahel News,Rebels took Kidal.,3
MLI2,2012-04-01,2012,2,Battles,Non-state actor overtakes territory,Rebels,,Tombouctou,Goundam,Wire,They came.,0
MLI3,2012-04-15,2012,3,Battles,Armed clash,Rebels,,Atlantis,Nowhere,Wire,Unclear.,0
"""


@pytest.mark.parametrize(
    ("table", "headings", "kept"),
    [
        (
            TIMELINE,
            [
                "## 2012-03-30: Kidal falls {#row-2}",
                "## 2012-04: Truce talks {#row-3}",
                "## 2012-04-01/2012-04-03: Timbuktu taken {#row-4}",
            ],
            [
                "provinces: [Kidal]",
                "# background: #fff",
                r"Rebels enter Kidal \*at dawn\*.",
                "days",
            ],
        ),
        (
            ACLED,
            [
                "## 2012-03-30: Armed clash in Kidal {#mli1}",
                "## 2012-04-01~: Non-state actor overtakes territory in Goundam {#mli2}",
                "## 2012-04: Armed clash in Nowhere {#mli3}",
            ],
            [
                "places: [Goundam]",
                "# fatalities: 3",
                "provinces: [Timbuktu]",
                "“Atlantis” is no province",
            ],
        ),
    ],
)
def test_a_table_of_events(
    table: str, headings: list[str], kept: list[str], site: Path, tmp_path: Path
) -> None:
    path = tmp_path / "my events.csv"
    path.write_text(table, encoding="utf-8")
    assert run(site, "--csv", path) == 0
    draft = (site / "content" / "entries" / "my-events.md").read_text(encoding="utf-8")
    assert [line for line in draft.split("\n") if line.startswith("## ")] == headings
    for text in kept:
        assert text in draft
    before = files(site)
    assert run(site, "--csv", path) == 0
    assert files(site) == before


def test_what_is_no_table(site: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "table.csv"
    path.write_text("Name,Colour\nA,red\n", encoding="utf-8")
    assert run(site, "--csv", path) == 1
    assert "error[import.table]" in capsys.readouterr().err
    assert files(site) == {}


# --- from paste to published entry -----------------------------------------------------------

TITLES = {"title:": "title: A base at Nampala is overrun", "date:": "date: 2016-07-19"}


def test_from_paste_to_published_entry_in_the_five_steps_of_the_readme(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """1 import, 2 answer, 3 rewrite, 4 check, 5 build."""
    where = ["--root", str(site)]
    assert run(site, DATA / "known" / "d11.txt", "--publisher", "Sahel News") == 0
    (path,) = (site / "content" / "entries").glob("*.md")
    assert "asks date" in capsys.readouterr().out
    assert main(["check", "--release", *where]) == 1
    assert (
        "error[import.open_question]: questions of the import are open: date"
        in capsys.readouterr().err
    )
    assert main(["check", "--drafts", *where]) == 0
    front, _ = path.read_text(encoding="utf-8").split("\n---\n", 1)
    path.write_text(
        front.split("\ndraft:")[0]
        .replace("title: Gunmen kill 17 soldiers at Malian base", TITLES["title:"])
        .replace("date: 2016-01-01/..", TITLES["date:"])
        .replace("date: 1900/..", TITLES["date:"])
        + "\n---\n\nWhat is known of the attack.\n\n## 2016-07-19: Base overrun {#base}\n\n"
        "```yaml event\nprovinces: [Ségou]\nplaces: [Nampala]\n```\n\nThe base was lost for a day.\n",
        encoding="utf-8",
    )
    assert main(["check", "--release", *where]) == 0
    assert main(["build", *where]) == 0
    page = site / "public" / "entries" / path.stem / "index.html"
    assert "A base at Nampala is overrun" in page.read_text(encoding="utf-8")


def test_questions_that_stay_open_stop_a_release(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(site, DATA / "known" / "d11.txt")
    (path,) = (site / "content" / "entries").glob("*.md")
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("draft: true\n", ""), encoding="utf-8")
    capsys.readouterr()
    assert main(["build", "--root", str(site)]) == 1
    assert "error[import.open_question]" in capsys.readouterr().err


def test_our_own_timeline_comes_back_with_its_dates_and_provinces(tmp_path: Path) -> None:
    """The JSON for TimelineJS, which knows neither approximate dates nor several provinces."""
    site = tmp_path / "site"
    for folder in ("content", "themes"):
        shutil.copytree(ROOT / folder, site / folder)
    shutil.copytree(ROOT / "seeds", site / "seeds", ignore=shutil.ignore_patterns("*.txt"))
    assert main(["build", "--root", str(site)]) == 0
    exported = site / "public" / "data" / "timeline.json"
    slides = json.loads(exported.read_bytes())["events"]
    assert slides
    shutil.rmtree(site / "content" / "entries")
    shutil.rmtree(site / "content" / "disputes", ignore_errors=True)
    assert run(site, "--csv", exported) == 0
    after = read_site(Tree(root=site), drafts=True)
    told = sorted(
        (event.date.edtf, event.title, event.provinces)
        for entry in after.found.entries
        for event in entry.events
    )
    by_name = {p.name: p.code for p in after.found.gazetteer.provinces}
    assert told == sorted(
        (s["edtf"], unescape(s["text"]["headline"]), tuple(by_name[n] for n in s["provinces"]))
        for s in slides
    )


def test_timelines_of_others_in_json(site: Path, tmp_path: Path) -> None:
    path = tmp_path / "story.json"
    slide = {
        "start_date": {"year": "2012", "month": 3, "day": "30", "display_date": "late March"},
        "text": {"headline": "Kidal falls", "text": "<p>Rebels enter <b>Kidal</b>.</p>"},
        "media": {"url": "https://example.org/kidal-123456.html", "credit": "Sahel News"},
        "group": "Kidal",
        "autolink": False,
    }
    path.write_text(json.dumps({"title": {}, "events": [slide, {"text": {}}, 3]}), "utf-8")
    assert run(site, "--csv", path) == 0
    draft = (site / "content" / "entries" / "story.md").read_text(encoding="utf-8")
    assert "## 2012-03-30: Kidal falls {#row-1}" in draft
    assert "provinces: [Kidal]" in draft
    assert "# display_date: late March" in draft
    assert "# autolink: false" in draft
    assert "Rebels enter Kidal." in draft


@pytest.mark.parametrize("text", ["{", '{"events": 3}', '{"events": []}', '{"a": ' * 5000])
def test_json_that_is_no_timeline(
    text: str, site: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "story.json"
    path.write_text(text, encoding="utf-8")
    assert run(site, "--csv", path) == 1
    assert "error[import.table]" in capsys.readouterr().err


def test_our_own_table_of_events_comes_back_whole(tmp_path: Path) -> None:
    """Export the repository's chronology, import the table into an empty one, compare the events."""
    before = read_site(Tree(root=ROOT)).found
    table = tmp_path / "events.csv"
    table.write_bytes(events_table(before, build_timeline(before)).content())
    site = tmp_path / "site"
    shutil.copytree(ROOT / "content", site / "content")
    shutil.copytree(ROOT / "seeds", site / "seeds", ignore=shutil.ignore_patterns("*.txt"))
    for folder in ("entries", "disputes", "pages"):
        shutil.rmtree(site / "content" / folder, ignore_errors=True)
    assert run(site, "--csv", table) == 0
    after = read_site(Tree(root=site), drafts=True)
    assert not [d for d in after.diagnostics if d.severity == "error"]

    def told(found: object) -> list[tuple[object, ...]]:
        return sorted(
            (
                event.date.edtf,
                event.title,
                event.date_note,
                event.provinces,
                event.places,
                event.type,
                event.actors,
                event.sources,
                event.background,
                event.planned,
            )
            for entry in found.entries  # type: ignore[attr-defined]
            for event in entry.events
        )

    assert told(after.found) == told(before)


def test_a_paragraph_of_two_days_gives_nothing_to_both(site: Path, tmp_path: Path) -> None:
    path = tmp_path / "two.txt"
    path.write_text(
        "Shells fall on Gao again\n\nBy Anna Harrow\n3 May 2014\n\n"
        "On 28 April three traders were killed in Gao and on 30 April five women, the mayor told reporters. "
        "On 1 May nobody was hurt, said Moussa Diakite, a driver. Nine shops are closed.\n\n"
        "The road along the river has been open since the start of the week, and the ferry crosses at noon.\n",
        encoding="utf-8",
    )
    assert run(site, path) == 0
    (draft,) = (site / "content" / "entries").glob("*.md")
    text = draft.read_text(encoding="utf-8")
    first, second, third = (
        text.split(f"## 2014-{day}:")[1].split("\n## ")[0] for day in ("04-28", "04-30", "05-01")
    )
    assert text.count("figure: 3 traders") == text.count("figure: 5 women") == 1
    assert "# figure: 3 traders (line 6)" in first
    assert "# figure: 5 women (line 6)" in second
    assert "# speaker: Moussa Diakite, driver (said; line 6)" in third
    assert "# of which day is not clear: speaker: the mayor (told, to reporters; line 6)" in first
    assert "# of which day is not clear: figure: 9 shops (line 6)" in first
    assert text.count("the mayor (told") == text.count("9 shops") == 1


LETTER = """\
From: Desk <desk@gazette.example>
Subject: =?UTF-8?Q?Fwd:_Shells_=E2=80=93_again?=
Date: Tue, 6 May 2014 09:14:03 +0000
MIME-Version: 1.0
Content-Type: multipart/alternative; boundary="b1"

--b1
Content-Type: text/html; charset="utf-8"

<p>Shells fall</p>
--b1
Content-Type: text/plain; charset="utf-8"
Content-Transfer-Encoding: quoted-printable

Shells fall on Gao again

At least four traders were killed when shells hit the old market of Gao on =
3 May 2014, a doctor said. =E2=80=9CWe have no blood left,=E2=80=9D said Mou=
ssa Diakite.

The governor said that the shells had come from the far bank of the river.
--b1--
"""


def test_the_article_in_a_saved_letter(site: Path, tmp_path: Path) -> None:
    path = tmp_path / "letter.eml"
    path.write_text(LETTER, encoding="utf-8")
    assert run(site, path) == 0
    (text,) = (site / "seeds").glob("*.txt")
    letter = text.read_text(encoding="utf-8")
    assert letter.startswith(
        "From: Desk <desk@gazette.example>\nDate: Tue, 6 May 2014 09:14:03 +0000\nSubject: Fwd: Shells – again\n\nShells fall on Gao again\n\n"
    )
    assert "on 3 May 2014, a doctor said. “We have no blood left,” said Moussa" in letter
    assert front_matter(site)["title"] == "Shells fall on Gao again"


def test_a_page_that_a_browser_saved_as_one_file(site: Path, tmp_path: Path) -> None:
    pytest.importorskip("trafilatura")
    path = tmp_path / "page.mhtml"
    story = "The mayor left the town of Gao on Sunday, the governor=E2=80=99s men said, and walked to Kidal with thirty men. "
    path.write_text(
        "From: <Saved by Blink>\nSnapshot-Content-Location: https://www.gazette.example/2014/05/06/gao\nMIME-Version: 1.0\n"
        'Content-Type: multipart/related;\n\ttype="text/html";\n\tboundary="x"\n\n--x\nContent-Type: text/html\n'
        'Content-Transfer-Encoding: quoted-printable\n\n<html lang=3D"en"><body><article><h1>The mayor has left Gao</h1>'
        f"<p>{story * 2}</p><p>{story.replace('mayor', 'judge') * 2}</p></article></body></html>\n--x--\n",
        encoding="utf-8",
    )
    assert run(site, path) == 0
    (record,) = (site / "seeds").glob("*.yaml")
    data = yaml.load(record.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    assert data["url"] == "https://www.gazette.example/2014/05/06/gao"
    assert data["published"] == "2014-05-06"
    assert "the governor’s men" in record.with_suffix(".txt").read_text(encoding="utf-8")


def test_a_letter_as_a_reader_shows_it_is_plain_text(site: Path, tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text(
        f"From: Ann Lee\nSubject: Gao\n\n{ARTICLE.read_text(encoding='utf-8')}", encoding="utf-8"
    )
    assert run(site, path) == 0
    (text,) = (site / "seeds").glob("*.txt")
    assert text.read_text(encoding="utf-8").startswith("From: Ann Lee\nSubject: Gao\n\n")


def test_a_page_whose_title_is_its_papers_and_whose_words_have_notes(
    site: Path, tmp_path: Path
) -> None:
    pytest.importorskip("trafilatura")
    path = tmp_path / "page.html"
    path.write_text(
        "<html><head><title>Gao Today - News</title></head><body><table><tr><td><b>Jail break in Gao: 90 gone</b><br>"
        "<i>Sunday, 8 June 2014</i><p>Some 90 prisoners left the jail of Gao on Saturday night, the head of the council said. Two guards were shot."
        '<p>Moussa Diakite, a driver<sup><a href="#1">[1]</a></sup>, said that the gate had stood open since noon, and that nobody had asked him.'
        "</table></body></html>",
        encoding="utf-8",
    )
    assert run(site, path) == 0
    (draft,) = (site / "content" / "entries").glob("*.md")
    text = draft.read_text(encoding="utf-8")
    assert "Gao Today" not in text.split("---")[1]
    assert "# speaker: Moussa Diakite, driver (said; " in text


def test_the_record_of_an_agency_s_own_text_names_it_once(site: Path, tmp_path: Path) -> None:
    path = tmp_path / "wire.txt"
    path.write_text(
        "Bridge reopens at Gao\n\nGAO (AP) — Lorries crossed the bridge at Gao again on 3 May 2014, the governor said, after a week of fighting.\n\n"
        "Nine lorries waited on the far bank, and three drivers said that nobody had asked them for money.\n\n___\n\n"
        "Associated Press writer Ann Lee in Bamako contributed to this report.\n\nCopyright 2014 The Associated Press. All rights reserved.\n",
        encoding="utf-8",
    )
    assert run(site, path) == 0
    (record,) = (site / "seeds").glob("*.yaml")
    data = yaml.load(record.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    assert data["publisher"] == "The Associated Press"
    assert data["credits"] == ["Ann Lee (contributing)"]
    assert "agencies" not in data
