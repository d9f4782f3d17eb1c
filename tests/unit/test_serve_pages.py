"""The preview's part of a page, its files, its memory and its links: each by itself."""

from __future__ import annotations

import pytest

from site_gen.diagnostics import SiteGenError, Span, error
from site_gen.serve import kept, summary
from site_gen.serve.editor import PRESETS, template_of
from site_gen.serve.files import Folder, kind_of
from site_gen.serve.guard import Target
from site_gen.serve.history import History
from site_gen.serve.injection import inject, notice, tag
from site_gen.serve.listening import bind
from site_gen.serve.problem import Problem, problem_of
from site_gen.serve.worker import Outcome, base_path


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        (b"<head><title>x</title></head><body>", b"<head>+<title>x</title></head><body>"),
        (b"<HEAD id=a></HEAD >", b"<HEAD id=a>+</HEAD >"),
        (b"<html><header></header>", b"<html>+<header></header>"),
        (b"<head><script src=a.js></script></head>", b"<head>+<script src=a.js></script></head>"),
        (b"<!doctype html><title>x</title>", b"<!doctype html>+<title>x</title>"),
        (b"<!doctype html>\n<html lang=en><p>x", b"<!doctype html>\n<html lang=en>+<p>x"),
        (b"plain", b"+plain"),
        (b"", b"+"),
        (b" " * 200_000 + b"<head></head>", b" " * 200_000 + b"<head>+</head>"),
    ],
)
def test_every_page_gets_the_script_once(html: bytes, expected: bytes) -> None:
    assert inject(html, b"+") == expected


def test_the_script_is_no_inline_script() -> None:
    element = tag("run", 3, '/re"po').decode()
    assert 'src="/__site_gen/client.js"' in element
    assert element.endswith("></script>")
    assert 'data-base="/re&quot;po"' in element


def test_a_notice_escapes_its_title() -> None:
    assert b"&lt;b&gt;" in notice("<b>", "text")


def test_pages_are_kept_until_there_are_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "MOST", 10)
    pages = kept.Kept()
    first, second = pages.keep(b"12345"), pages.keep(b"abcde")
    assert pages.keep(b"12345") == first  # sent once more: the other one is the older now
    third = pages.keep(b"x")
    assert pages.get(first) == b"12345"
    assert pages.get(second) is None
    assert pages.get(third) == b"x"
    assert pages.get(pages.keep(b"longer than all that may be kept")) is not None


def test_history_tells_what_was_missed() -> None:
    history = History()
    history.note(["a", "b"])
    history.note([])
    history.note(["b", "c"])
    assert history.build == 3
    assert history.since(0) == ("a", "b", "c")
    assert history.since(1) == ("b", "c")
    assert history.since(3) == ()


def test_files_of_the_folder_are_read_and_no_others(tmp_path) -> None:
    site = tmp_path / "site"
    (site / "sub").mkdir(parents=True)
    (site / "a.css").write_text("a")
    (site / "sub" / "index.html").write_text("sub")
    (tmp_path / "secret.html").write_text("secret")
    (site / "out.html").symlink_to(tmp_path / "secret.html")
    (site / "outdir").symlink_to(tmp_path)
    (site / "in.html").symlink_to(site / "sub" / "index.html")
    (site / "loop").symlink_to(site / "loop")
    folder = Folder(path=site)
    found = folder.read("a.css")
    assert found is not None
    assert (found.body, found.kind) == (b"a", "text/css; charset=utf-8")
    assert folder.read("in.html") is not None
    missing = (
        "out.html",
        "outdir/secret.html",
        "loop",
        "sub",
        "nope",
        "../secret.html",
        "a" * 5000,
    )
    for name in missing:
        assert folder.read(name) is None, name
    assert folder.is_folder(Target(parts=("sub",), folder=False))
    assert not folder.is_folder(Target(parts=("outdir",), folder=False))
    assert not folder.is_folder(Target(parts=("sub",), folder=True))
    assert not folder.is_folder(Target(parts=(), folder=False))


def test_two_writes_in_one_second_are_two_versions(tmp_path) -> None:
    path = tmp_path / "a.css"
    tags = set()
    for text in ("one", "two"):
        path.write_text(text)
        found = Folder(path=tmp_path).read("a.css")
        assert found is not None
        tags.add(found.etag)
    assert len(tags) == 2


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("a.html", "text/html; charset=utf-8"),
        ("feed.XML", "application/xml"),
        ("x.geojson", "application/geo+json"),
        ("x.unknown", "application/octet-stream"),
        ("noend", "application/octet-stream"),
    ],
)
def test_types_do_not_depend_on_the_machine(name: str, kind: str) -> None:
    assert kind_of(name) == kind


def test_editors_have_names_or_templates() -> None:
    assert template_of("vscode") == "vscode://file{path}:{line}:{col}"
    assert template_of("none") == ""
    assert template_of("myed://open?f={path}") == "myed://open?f={path}"
    assert all("{path}" in PRESETS[name] for name in PRESETS if name != "none")


@pytest.mark.parametrize("editor", ["vim", "", "javascript:alert('{path}')", "{path}", "x://y"])
def test_other_editors_are_refused(editor: str) -> None:
    with pytest.raises(SiteGenError, match="--editor"):
        template_of(editor)


def test_a_problem_carries_the_words_of_its_line() -> None:
    found = error(
        "slug.duplicate",
        "twice",
        Span(path="b.md", line=2, col=3),
        "rename",
        ((Span(path="a.md"), "first"),),
    )
    texts = {"b.md": ["---", "slug: x" + "x" * 1000], "a.md": ["---"]}
    problem = problem_of(found, lambda path: texts[path])
    assert problem.place is not None
    assert problem.place.text.startswith("slug: x")
    assert len(problem.place.text) == 400
    assert [(place.text, place.note) for place in problem.related] == [("---", "first")]
    assert problem.json()["hint"] == "rename"


def test_a_problem_of_a_file_that_is_gone_has_no_words() -> None:
    problem = problem_of(error("file.missing", "gone", Span(path="x", line=9)), lambda _: [])
    assert problem.place is not None
    assert problem.place.text == ""


def test_a_build_is_summed_up_in_a_line() -> None:
    good = Outcome(failed=False, changed=("a",), entries=1, seconds=0.0421)
    assert summary(good) == "1 file changed in 42 ms, 1 entry"
    bad = Outcome(failed=True, problems=(Problem(severity="error", message="x"),) * 2)
    assert summary(bad) == "2 errors; the last good site stays"


@pytest.mark.parametrize(
    ("text", "base"),
    [
        ("title: x\nbase_url: https://a.example/repo/\n", "/repo"),
        ("title: x\n", ""),
        ("title: [\n", None),
        ("", None),
    ],
)
def test_the_base_is_read_from_the_settings(tmp_path, text: str, base: str | None) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "site.yaml").write_text(text)
    assert base_path(tmp_path) == base


def test_without_settings_there_is_no_base(tmp_path) -> None:
    assert base_path(tmp_path) is None


def test_the_next_free_port_is_taken() -> None:
    first = bind("127.0.0.1", 0)
    port = first[0].getsockname()[1]
    second = bind("127.0.0.1", port)
    try:
        assert port < second[0].getsockname()[1] <= port + 50
    finally:
        for socket in (*first, *second):
            socket.close()


@pytest.mark.parametrize(
    ("host", "port"), [("127.0.0.1", 65536), ("127.0.0.1", -1), ("192.0.2.1", 0)]
)
def test_what_cannot_be_listened_on_is_said(host: str, port: int) -> None:
    with pytest.raises(SiteGenError):
        bind(host, port)
