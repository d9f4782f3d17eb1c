"""Slips on the command line, and what is overlooked in a site: said in words, and nothing comes of them."""

from __future__ import annotations

import errno
import io
import os
import shutil
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from site_gen import start
from site_gen.checks.oversights import LEAD, NO_HEADLINE, PLACEHOLDERS, TABLE
from site_gen.cli import main

if TYPE_CHECKING:
    from collections.abc import Callable

BASE = Path(__file__).parent / "base"


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the good site, which is also the current folder."""
    root = shutil.copytree(BASE, tmp_path / "site")
    time.sleep(0.1)  # long enough for the time stamps of its files to be trusted
    monkeypatch.chdir(root)
    return root


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "name a command: build, check, "),
        ("bild", "there is no command “bild”; did you mean “build”?"),
        ("--root . build", "the command comes first, then its options; site-gen COMMAND --root"),
        ("--verison", "did you mean “--version”?"),
        ("check --realease", "not known here: --realease; did you mean “--release”?"),
        (
            "check content/entries/ferry.md",
            "check takes the whole site: give its folder with --root",
        ),
        ("new Crossing reopens", "put a title of several words between quotation marks"),
        ("serve --port http", "argument --port: “http” is not a whole number"),
        ("build --workers many", "argument --workers: “many” is not a whole number"),
        ("build --workers -3", "argument --workers: “-3” is not 1 or more"),
    ],
)
def test_a_slip_on_the_command_line_is_told_with_what_may_be_meant(
    site: Path, capsys: pytest.CaptureFixture[str], typed: str, said: str
) -> None:
    before = sorted(site.rglob("*"))
    with pytest.raises(SystemExit) as end:
        main(typed.split())
    assert end.value.code == 2
    lines = capsys.readouterr().err.splitlines()
    assert said in lines[0]
    assert lines[1].startswith("See site-gen ")
    assert lines[1].endswith(" --help")
    assert sorted(site.rglob("*")) == before


def test_a_wrong_number_is_told_when_there_is_nothing_to_build(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["build"]) == 0
    for number in ("many", "-3", "0"):
        with pytest.raises(SystemExit) as end:
            start.main(["build", "--root", str(site), "--workers", number])
        assert end.value.code == 2
    assert "“many” is not a whole number" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["build", "check", "verify", "serve", "new X", "import a.txt"])
@pytest.mark.parametrize(
    ("root", "said"),
    [
        ("nowhere", "nowhere is no folder, so it is no site; did you mean --root "),
        ("content", "content holds no folder content/, so it is no site; did you mean --root "),
        ("content/site.yaml", "content/site.yaml is no folder, so it is no site; did you mean "),
    ],
)
def test_a_folder_that_is_no_site_is_named_and_nothing_is_written_there(
    site: Path, capsys: pytest.CaptureFixture[str], command: str, root: str, said: str
) -> None:
    before = sorted(site.rglob("*"))
    assert main([*command.split(), "--root", root]) == 1
    err = capsys.readouterr().err
    assert err.startswith("site-gen: --root: ")
    assert said in err
    assert f"--root {site}?" in err
    assert sorted(site.rglob("*")) == before


@pytest.mark.parametrize("title", ["", "  ", "two\nlines"])
def test_new_wants_a_title(site: Path, capsys: pytest.CaptureFixture[str], title: str) -> None:
    before = sorted(site.rglob("*"))
    assert main(["new", title]) == 1
    assert "a title is one line of text, with something in it" in capsys.readouterr().err
    assert sorted(site.rglob("*")) == before


def test_drafts_that_are_left_out_are_counted(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Else whoever forgets to take `draft: true` out looks for the entry in vain."""
    ferry = site / "content/entries/ferry.md"
    ferry.with_name("boat.md").write_text(
        ferry.read_text().replace("---\n", "---\ndraft: true\n", 1)
    )
    assert main(["check"]) == 0
    assert capsys.readouterr().out == (
        "2 entries with 2 events: no errors; 1 draft left out, --drafts checks them, too\n"
    )
    assert main(["check", "--drafts"]) == 0
    assert capsys.readouterr().out == "3 entries with 3 events: no errors\n"
    time.sleep(0.1)
    for build in (main, main, start.main):  # anew, from what was remembered, without a look inside
        assert build(["build"]) == 0
        assert capsys.readouterr().out.startswith("2 entries (without 1 draft), 2 events, ")
    ferry.write_text(ferry.read_text().replace("It ran.", "It ran at noon."))
    assert main(["build"]) == 0
    assert capsys.readouterr().out.startswith("2 entries (without 1 draft), 2 events, ")
    assert main(["build", "--drafts"]) == 0
    assert capsys.readouterr().out.startswith("3 entries, 3 events, ")


def test_mistakes_in_a_draft_keep_nothing_else_back_and_stay_in_sight(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ferry = site / "content/entries/ferry.md"
    text = ferry.read_text().replace("---\n", "---\ndraft: true\n", 1).replace("post-2", "post-9")
    boat = ferry.with_name("boat.md")
    boat.write_text(text)
    time.sleep(0.1)
    for _ in range(2):  # anew, and from what was remembered
        assert main(["build"]) == 0
        said = capsys.readouterr()
        assert "boat.md:6:11: warning[source.unknown]: draft: unknown source “post-9”" in said.err
        assert said.out.startswith("2 entries (without 1 draft), 2 events, ")
    assert not (site / "public/entries/boat").exists()
    assert main(["check"]) == 0
    for options in (["build", "--drafts"], ["check", "--drafts"], ["check", "--release"]):
        capsys.readouterr()
        assert main(options) == 1
        assert "boat.md:6:11: error[source.unknown]: unknown source" in capsys.readouterr().err
    boat.write_text(text.replace("draft: true\n", ""))
    assert main(["build"]) == 1


def test_every_word_of_a_skeleton_that_is_to_be_replaced_is_known(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What `new` writes and what `check` looks for are the same words, in drafts that are none any more."""
    assert main(["new", "A title", "--date", "2031-04-03"]) == 0
    path = site / capsys.readouterr().out.strip()
    assert main(["check", "--drafts", "--release"]) == 0
    assert main(["build", "--quiet"]) == 0
    assert not capsys.readouterr().err  # least of all that its speaker is not in the register
    path.write_text(path.read_text().replace("draft: true\n", ""))
    capsys.readouterr()
    assert main(["check"]) == 1
    said = capsys.readouterr().err
    assert said.count("error[entry.placeholder]") == 8
    words = {line.partition("]: “")[2].partition("”")[0] for line in said.splitlines()}
    text = path.read_text()
    assert words >= {known for known in PLACEHOLDERS if known in text}
    assert set(PLACEHOLDERS) - words == {LEAD, TABLE, NO_HEADLINE}


def test_an_imported_draft_is_not_published_as_it_is(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (site / "a.txt").write_text(
        "PORT LUNE, April 3, 2031 – The ferry ran again on Wednesday, after two weeks "
        "in which the water had stood too high for it, the harbour's master said.\n\nAda Fenn, who crosses "
        "every day, said that she had waited for it since March 20. She was one of forty on board.\n"
    )
    assert main(["import", "a.txt", "--publisher", "Example Post"]) == 0
    draft = next(
        line.strip() for line in capsys.readouterr().out.splitlines() if "entries/" in line
    )
    path = site / draft
    text = path.read_text()
    path.write_text(text.replace("draft: true\n", ""))
    assert main(["check"]) == 1
    said = capsys.readouterr().err
    assert said.count("error[entry.placeholder]") == 3 + text.count("\n## ")
    for words in (LEAD, NO_HEADLINE):
        assert f"“{words}” was written to be replaced" in said


def test_a_draft_says_where_each_answer_goes(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A publisher is no key of an entry, and the day of publication stands in two places."""
    (site / "a.txt").write_text(
        "The ferry ran again on Wednesday, after two weeks in which the water had stood too high for "
        "it, the harbour's master said.\n\nAda Fenn, who crosses every day, said that she had waited "
        "for it since Monday. She was one of forty on board.\n"
    )
    assert main(["import", "a.txt"]) == 0
    written = [line.strip() for line in capsys.readouterr().out.splitlines()]
    record = next(line for line in written if line.endswith(".yaml"))
    path = site / next(line for line in written if "entries/" in line)
    text = path.read_text()
    assert f"\n  # publisher: in {record}\n" in text
    both = f"title also as headline:, date also as published: in {record}"
    assert f"\n  # title, date, provinces: in the lines above; {both}\n" in text
    assert main(["build"]) == 0, "a draft must not keep the rest of the site from being built"
    assert main(["build", "--drafts"]) == 0
    path.write_text(text.replace("draft: true\n", ""))
    assert main(["check"]) == 1
    said = capsys.readouterr().err
    line = text.replace("draft: true\n", "").split("\n").index("  questions:") + 1
    assert f"{path.relative_to(site)}:{line}:3: error[import.open_question]: " in said
    assert f"(title: here, and as headline: in {record}; publisher: in {record}; date: here" in said
    assert f"{record}:1:11: error[entry.placeholder]: “Headline wanted”" in said


def refusing(monkeypatch: pytest.MonkeyPatch, refused: Path) -> None:
    """Let the system refuse a file or folder, as it would to somebody who is not root."""

    def guarded(real: Callable[..., Any]) -> Callable[..., Any]:
        def call(path: Any, *arguments: Any, **options: Any) -> Any:
            named = isinstance(path, str | os.PathLike)
            if named and Path(path).is_relative_to(refused):
                raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), os.fspath(path))
            return real(path, *arguments, **options)

        return call

    for module, name in ((os, "open"), (os, "listdir"), (io, "open")):
        monkeypatch.setattr(module, name, guarded(getattr(module, name)))


def test_a_file_that_cannot_be_read_hides_no_other_mistake(
    site: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    ferry, text = site / "content/entries/ferry.md", site / "seeds/post-1.txt"
    bridge = site / "content/entries/bridge.md"
    bridge.write_text(bridge.read_text().replace("[Norvale]", "[Norvle]", 1))
    text.write_text("It is closed for repairs.")
    for refused in (ferry, text):
        with monkeypatch.context() as patched:
            refusing(patched, refused)
            for command in ("check", "verify"):
                assert main([command]) == 1
                said = capsys.readouterr().err
                place = refused.relative_to(site)
                assert f"{place}:1:1: error[file.unreadable]: Permission denied" in said
                assert "error[province.unknown]" in said


@pytest.mark.parametrize("command", ["check", "verify", "build", "new X", "import a.txt"])
def test_a_folder_that_is_refused_is_a_line(
    site: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    command: str,
) -> None:
    (site / "a.txt").write_text("The ferry ran again on Wednesday, the harbour's master said. " * 5)
    before = sorted(site.rglob("*"))
    with monkeypatch.context() as patched:
        refusing(patched, site / "content/entries")
        assert main(command.split()) == 1
    said = capsys.readouterr().err.splitlines()
    assert len(said) == 1
    assert said[0].startswith(f"site-gen: {site}/content/entries")
    assert "Permission denied" in said[0]
    assert said[0].endswith(
        "give yourself the right to read and write there, or choose another folder"
    )
    assert [
        path for path in sorted(site.rglob("*")) if ".site_gen_cache" not in str(path)
    ] == before


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        (
            "content/entries/ferry.md",
            "title: The ferry runs",
            "title: #1 ferry",
            (
                "2:7: error[value.empty]: “title” is empty; "
                "hint: write it behind the colon; what begins with # needs quotation marks"
            ),
        ),
        (
            "content/entries/ferry.md",
            "[Southmere]",
            "[Port Lune]",
            (
                "4:13: error[province.unknown]: unknown province “Port Lune”; hint: it is a place in "
                "Southmere: write that here, and the place under places: of an event"
            ),
        ),
        (
            "content/disputes/why.md",
            "ferry#runs",
            "ferry#captain-fell-ill-by-night",
            "there is no event “ferry#captain-fell-ill-by-night”; hint: its entry has ferry#runs",
        ),
        (
            "content/entries/bridge.md",
            "  - {speaker: Ada Fenn, says: It is closed for repairs.}",
            "  speaker: Ada Fenn\n  says: It is closed.",
            (
                "15:3: error[type.wrong]: “claims”: expected a list, found `key: value` lines; "
                "hint: begin each item with a dash: - speaker: …"
            ),
        ),
        (
            "seeds/post-1.yaml",
            "url: https://",
            "url: www.",
            (
                "error[url.invalid]: “url”: “www.post.example/1” is not an address that begins with "
                "http:// or https://; hint: write https://www.post.example/1"
            ),
        ),
        (
            "content/entries/ferry.md",
            "It ran.",
            "It ran, [they say](www.post.example/ferry).",
            (
                "10:9: error[link.broken]: there is no page /entries/www.post.example/ferry/ on this "
                "site; hint: for another site, write https://www.post.example/ferry"
            ),
        ),
        (
            "content/entries/ferry.md",
            "It ran.",
            "![The ferry](../media/fery.png)",
            (
                "10:1: error[link.broken]: there is no file content/media/fery.png; "
                "hint: did you mean “/media/ferry.png”?"
            ),
        ),
        (
            "content/entries/ferry.md",
            "It ran.",
            "It ran. " * 200_000,
            (
                "bytes; at most 1,048,576 are read; "
                "hint: split it; for entries, max_entry_bytes: in content/site.yaml sets the limit"
            ),
        ),
        (
            "content/entries/ferry.md",
            "---\ntitle",
            "{\\rtf1\\ansi\ntitle",
            (
                "1:1: error[file.encoding]: this is a document in RTF, not a text file; "
                "hint: open it in its program and save it as plain text, in UTF-8"
            ),
        ),
    ],
    ids=["title", "town", "event", "dash", "address", "link", "picture", "large", "rtf"],
)
def test_a_hint_says_what_to_write(
    site: Path, capsys: pytest.CaptureFixture[str], file: str, old: str, new: str, said: str
) -> None:
    (site / "content/media").mkdir()
    (site / "content/media/ferry.png").write_bytes(b"")
    path = site / file
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))
    assert main(["check"]) == 1
    lines = capsys.readouterr().err.splitlines()
    assert any(line.startswith(f"{file}:") and line.endswith(said) for line in lines), lines


def test_a_map_that_no_setting_names_says_which_it_takes(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (site / "content/geometry.json").write_text("{}")
    assert main(["check"]) == 0
    assert "content/site.yaml has to say so: geometry: geometry.json" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("no such.txt", "look at the name; a name with spaces stands between quotation marks"),
        ("content", "name the files in it: content/*.txt"),
        ("www.post.example/1", "an address begins with https://: https://www.post.example/1"),
    ],
)
def test_an_import_of_no_file_says_what_to_give_instead(
    site: Path, capsys: pytest.CaptureFixture[str], name: str, hint: str
) -> None:
    before = sorted(site.rglob("*"))
    assert main(["import", name]) == 1
    assert f"{name}:1:1: error[import.unreadable]: " in (said := capsys.readouterr().err)
    assert f"; hint: {hint}\n" in said
    assert sorted(site.rglob("*")) == before


def test_no_words_are_put_into_the_mouth_of_somebody_of_a_similar_name(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bridge = site / "content/entries/bridge.md"
    text = bridge.read_text()
    for name, hint in (("Ada Fen", "did you mean “Ada Fenn”?"), ("Asa Finch", "add it, with its ")):
        bridge.write_text(text.replace("actors: [Ada Fenn]", f"actors: [{name}]"))
        assert main(["check"]) == 0
        assert f"“{name}” is not in content/actors.yaml; hint: {hint}" in capsys.readouterr().err


def test_a_template_that_is_missing_is_called_missing(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    templates = site / "themes/default/templates"
    templates.mkdir(parents=True)
    (templates / "entry.html").write_text("{% include 'foot.html' %}")
    assert main(["build"]) == 1
    assert (
        "themes/default/templates/entry.html:1:13: error[template.missing]: there is no template “foot.html”"
        in capsys.readouterr().err
    )


def test_keys_of_a_source_and_of_an_event_are_sent_to_where_they_belong(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ferry = site / "content/entries/ferry.md"
    more = "publisher: Example Post\nclaims: []\nsumary: It runs.\ndraft:\u00a0true\n"
    ferry.write_text(ferry.read_text().replace("sources:", more + "sources:", 1))
    assert main(["check"]) == 1
    said = capsys.readouterr().err
    for line in (
        (
            "ferry.md:5:1: error[key.unknown]: unknown key “publisher”; "
            "hint: it belongs in the record of the source: seeds/<id>.yaml\n"
        ),
        (
            "ferry.md:6:1: error[key.unknown]: unknown key “claims”; "
            "hint: it belongs in the block `yaml event` below the heading of an event\n"
        ),
        "ferry.md:7:1: error[key.unknown]: unknown key “sumary”; hint: did you mean “summary”?\n",
        "hint: the space behind the colon is one that does not break: type it anew\n",
    ):
        assert line in said


def test_the_name_of_a_section_is_no_publisher(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (site / "a.txt").write_text(
        "Skip to main content\nAsia\n\nFerry runs again after two weeks of high water at the port\n\n"
        "By Ada Fenn\nApril 3, 2031\n\nPORT LUNE, April 3 (Northwire) - The ferry ran again on "
        "Wednesday, after two weeks in which the water had stood too high for it, its master said.\n\n"
        "He said that forty people were on board. The next ferry goes on Friday.\n\n"
        "© 2031 Northwire. All rights reserved.\n"
    )
    assert main(["import", "--dry-run", "a.txt"]) == 0
    assert "publisher" not in capsys.readouterr().out


def test_a_table_says_where_its_answers_go_and_is_not_published_as_it_is(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (site / "dykes.csv").write_text(
        "Year,Month,Day,Headline,Text,Media\n"
        "2031,4,2,Dyke breaks in Norvale,The dyke broke.,https://post.example/dyke\n"
        ",,,Nothing,,\n"
    )
    assert main(["import", "dykes.csv"]) == 1
    assert "hint: a table of events is imported with --csv\n" in capsys.readouterr().err
    assert main(["import", "--csv", "dykes.csv"]) == 0
    assert capsys.readouterr().out.startswith("dykes.csv: 1 event in no province\n")
    path = site / "content/entries/dykes.md"
    text = path.read_text()
    assert "\n  # date: in the lines above\n  # row-…: in an event of your own, or by " in text
    assert "published:" not in text
    assert main(["check", "--drafts"]) == 0
    path.write_text(text.replace("draft: true\n", ""))
    assert main(["check"]) == 1
    said = capsys.readouterr().err
    assert f"error[entry.placeholder]: “{TABLE}” was written to be replaced" in said


def test_options_that_would_do_nothing_or_too_much_are_refused(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for option in (["--again"], ["--archive-service", "https://archive.example"]):
        assert main(["check", *option]) == 1
        assert f"site-gen: {option[0]} says how addresses are asked" in capsys.readouterr().err
    bridge = site / "content/entries/bridge.md"
    bridge.write_text(bridge.read_text().replace("[Norvale]", "[Norvle]", 1))
    assert main(["check", "--links"]) == 1
    assert "The addresses of sources were not asked: mend" in capsys.readouterr().err
    before = sorted(site.rglob("*"))
    assert main(["import", "a.txt", "b.txt", "--url", "https://post.example/1"]) == 1
    assert "--url: one address cannot be that of 2 articles" in capsys.readouterr().err
    assert sorted(site.rglob("*")) == before


@pytest.mark.parametrize(
    ("old", "new", "hint"),
    [
        ("{speaker: Ada Fenn,", "{speaker: Ada Fenn, stance: confirmed,", "mean “confirms”?"),
        ("{speaker: Ada Fenn,", "{speaker: Ada Fenn, stance: denied,", "mean “denies”?"),
        ("sources: [post-1]", "sources: [post-3]", "would be seeds/post-3.yaml"),
        ("sources: [post-1]", "sources: [pots-1]", "mean “post-1”?"),
        ("sources: [post-1]", "sources: ['https://post.example/1']", "address of “post-1”"),
        ("sources: [post-1]", "sources: ['https://post.example/9']", "- {headline: …, publ"),
        ("## 2031-04-01:", "## 2031-04-01 – 2031-04-03:", "stroke: 2031-04-01/2031-04-03:"),
        (
            "  - {speaker: Ada Fenn, says: It is",
            "  – speaker: Ada Fenn, says It is",
            "is no hyphen",
        ),
        ("actors: [Ada Fenn]", "actors: – Ada Fenn", "is no hyphen"),
        ("closed at noon.", "closed. ![Bridge](bridge.jpg)", "write ../media/bridge.jpg"),
        ("actors:", "figures: [{series: bridges, value: 40 to 50}]\nactors:", "written [40, 50]"),
        ("actors:", "figures: [{series: bridges, value: 50%}]\nactors:", "write 50, what goes"),
        ("closed at noon.", "closed. [Boats](/entries/fery/)", "mean “/entries/ferry/”?"),
        ("{speaker: Ada Fenn,", "{speaker: Ada Fenn, stance: claims,", "write asserts"),
        ("actors:", "figures: [{series: bridges, qualifier: at most}]\nactors:", "write up to"),
        (
            "says: It is closed for repairs.",
            "says: “closed, for repairs”",
            "a comma ends the value",
        ),
        ("## 2031-04-01:", "##\u00a02031-04-01:", "a plain space is missing behind the ##"),
        ("## 2031-04-01:", "### 2031-04-01:", "needs two #"),
        ("## 2031-04-01:", "**2031-04-01**:", "is no heading"),
        ("date: 2031-04-02", "date: 2031-04\u200b-02", "write 2031-04-02"),
        ("---\ntitle: The", "+++\ntitle = 'The'\n---\ntitle: The", "it is YAML here, not TOML"),
        ("sources: [post-1]", "sources: [Example Post]", "by Example Post: post-1, post-2"),
        ("{speaker: Ada Fenn,", "{source: Gazette, speaker: Ada Fenn,", "it has post-1; sources:"),
        ("{speaker: Ada Fenn,", "{speaker: [Ada Fenn],", "write speaker: Ada Fenn"),
        ("{speaker: Ada Fenn,", "{speaker: [Ada, Bob],", "write one text, without brackets"),
        ("- {speaker: Ada Fenn, says: It is closed for repairs.}", "- Ada", "write speaker: …,"),
        ("## 2031-04-01:", "## circa April 2031:", "begin the heading with 2031-04~:"),
        ("## 2031-04-01:", "## 2031-04-01：", "is a plain one: 2031-04-01:"),
    ],
)
def test_a_hint_leads_to_what_was_meant(
    site: Path, capsys: pytest.CaptureFixture[str], old: str, new: str, hint: str
) -> None:
    """To what says the opposite, or to another source, it would be worse than none."""
    bridge = site / "content/entries/bridge.md"
    text = bridge.read_text()
    assert old in text
    bridge.write_text(text.replace(old, new))
    assert main(["build"]) == 1
    lines = [line for line in capsys.readouterr().err.splitlines() if "bridge.md:" in line]
    assert hint in "\n".join(lines)


def test_a_page_that_is_gone_is_not_taken_for_the_list_of_all(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (site / "content/entries/bridge.md").unlink()
    assert main(["build"]) == 1
    said = capsys.readouterr().err
    assert "there is no page /entries/bridge/ on this site\n" in said


def test_what_leads_to_a_draft_is_told_so(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bridge = site / "content/entries/bridge.md"
    bridge.write_text(bridge.read_text().replace("---\n", "---\ndraft: true\n", 1))
    assert main(["build"]) == 1
    lines = capsys.readouterr().err.splitlines()
    assert [line.partition("; hint: ")[2] for line in lines if "error[" in line] == [
        "“bridge” is a draft, and left out"
    ] * 2


def test_an_id_without_its_sign_is_not_taken_for_words(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ferry = site / "content/entries/ferry.md"
    ferry.write_text(ferry.read_text() + "\n## 2031-04-02: Ferry full {full}\n\nIt was.\n")
    assert main(["check"]) == 0
    said = capsys.readouterr().err
    assert "ferry.md:12:27: warning[heading.id]: {full} is shown as part of this heading" in said


def test_an_entry_of_no_province_is_asked_whether_that_is_meant(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bridge = site / "content/entries/bridge.md"
    text = bridge.read_text().replace("provinces: [Norvale]", "provinces: []")
    for block, said in (
        (
            "",
            "no province is named, neither for the entry nor for 1 of its events; hint: name them; ",
        ),
        ("provinces: [Norvale]\n", "its events are of Norvale; hint: provinces: [Norvale]\n"),
    ):
        bridge.write_text(text.replace("actors: [Ada Fenn]", f"{block}actors: [Ada Fenn]"))
        assert main(["check"]) == 0
        assert said in capsys.readouterr().err
