"""The command line as an editor meets it: new, check, build, schema, and what they say."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import jsonschema
import pytest

from site_gen.cli import main

BASE = Path(__file__).parent / "base"
ROOT = Path(__file__).parents[2]


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the good site, which is also the current folder."""
    root = shutil.copytree(BASE, tmp_path / "site")
    time.sleep(0.1)  # long enough for the time stamps of its files to be trusted
    monkeypatch.chdir(root)
    return root


def test_new_writes_a_valid_skeleton_and_never_over_a_file(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["new", "Ünder the bridge: “a title”", "--date", "2031-04-05"]) == 0
    path = site / capsys.readouterr().out.strip()
    text = path.read_text()
    assert path.name == "under-the-bridge-a-title.md"
    assert main(["check", "--drafts"]) == 0
    assert "no errors" in capsys.readouterr().out
    assert main(["new", "Ünder the bridge: “a title”"]) == 1
    assert "exists already" in capsys.readouterr().err
    assert path.read_text() == text


@pytest.mark.parametrize("date", ["yesterday", "2031-02-30"])
def test_new_refuses_a_date_that_is_none(
    site: Path, capsys: pytest.CaptureFixture[str], date: str
) -> None:
    before = sorted(site.rglob("*"))
    assert main(["new", "A title", "--date", date]) == 1
    assert capsys.readouterr().err.startswith("site-gen: --date: ")
    assert sorted(site.rglob("*")) == before


def test_check_says_where_and_what_and_exits_with_1(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    entry = site / "content/entries/bridge.md"
    entry.write_text(entry.read_text().replace("provinces: [Norvale]", "provinces: [Norvle]"))
    assert main(["check"]) == 1
    said = capsys.readouterr().err
    assert "content/entries/bridge.md:4:13: error[province.unknown]" in said
    assert "hint: did you mean “Norvale”?" in said
    assert main(["check", "--format", "github"]) == 1
    assert "::error file=content/entries/bridge.md,line=4,col=13," in capsys.readouterr().out


def test_what_a_file_says_cannot_pass_for_a_line_of_the_log(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A value, and a file's name, with line ends, a colour and a turned direction of writing."""
    entry = site / "content/entries/ferry.md"
    text = entry.read_text()
    entry.write_text(
        text.replace("[Southmere]", '["No\\n::error::x", "\u202e"]', 1).replace(
            "sources:", "a\tb\x85: c\nsources:"
        )
    )
    (site / "content/entries/x\n::error::y\x1b[31m.md").write_text(text)
    assert main(["check"]) == 1
    lines = capsys.readouterr().err.splitlines()
    assert all(line.startswith(("content/", "  content/", "seeds/")) for line in lines[:-1]), lines
    assert not {"\x1b", "\u202e", "\x85", "\t"} & set("".join(lines))
    assert main(["check", "--format", "github"]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert all(line.startswith("::error file=") for line in lines), lines


def test_a_failed_build_leaves_the_last_good_site(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["build", "--quiet"]) == 0
    page = site / "public/entries/bridge/index.html"
    good = page.read_bytes()
    entry = site / "content/entries/bridge.md"
    text = entry.read_text()
    entry.write_text(text.replace("date: 2031-04-02", "date: 2031-04-31"))
    for _ in range(2):  # the second time nothing has changed, and the mistake is said again
        assert main(["build"]) == 1
        said = capsys.readouterr().err
        assert "error[date.invalid]" in said
        assert "the last good site stays in place" in said
    assert page.read_bytes() == good
    entry.write_text(text.replace("The bridge is closed", "The bridge, mended"))
    assert main(["build", "--explain"]) == 0
    said = capsys.readouterr().out
    assert "entries/bridge/index.html: EntryModified" in said
    assert b"mended" in page.read_bytes()


def test_a_second_build_has_nothing_to_do_and_names_its_reasons(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["build", "--json"]) == 0
    first = json.loads(capsys.readouterr().out)
    assert first["ok"]
    assert first["read"] == 2
    assert {reason for reasons in first["reasons"].values() for reason in reasons} == {"FileAdded"}
    assert main(["build", "--json"]) == 0
    second = json.loads(capsys.readouterr().out)
    assert (second["written"], second["removed"], second["read"]) == ([], [], 0)
    assert second["unchanged"] == len(first["written"])


def test_a_theme_that_breaks_is_named_with_its_line(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    templates = site / "themes/default/templates"
    templates.mkdir(parents=True, exist_ok=True)
    (templates / "entry.html").write_text("one\n{{ view.nothing_like_this }}\n")
    assert main(["build"]) == 1
    said = capsys.readouterr().err
    assert (
        "themes/default/templates/entry.html:2:9: error[template.failed]: EntryView has no "
        "“nothing_like_this”, on the page /entries/bridge/ and 1 more\n"
    ) in said
    assert "Traceback" not in said


@pytest.mark.parametrize(
    "mistake",
    [
        "{{ 1 + 'a' }}",
        "{{ 1 // 0 }}",
        "{{ page.title() }}",
        "{{ page | nothing }}",
        "{{ [] | first | length + 1 }}",
        "{{ 'a' | round }}",
        "{% for x in 3 %}{% endfor %}",
        "{% include 'nothing.html' %}",
        "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
        "{% if %}",
        "{{ range(10 ** 20) | list | length }}",
    ],
)
def test_whatever_a_template_does_wrong_is_a_line(
    site: Path, capsys: pytest.CaptureFixture[str], mistake: str
) -> None:
    templates = site / "themes/default/templates"
    templates.mkdir(parents=True, exist_ok=True)
    (templates / "entry.html").write_text(f"one\n{mistake}\n")
    assert main(["build"]) == 1
    said = capsys.readouterr().err.splitlines()
    places = [line for line in said if line.startswith("themes/default/templates/entry.html:2:")]
    assert len(places) == 1, said
    assert "1 error, 0 warnings" in said
    assert not (site / "public/index.html").exists()


def test_templates_that_fail_leave_the_old_site_and_are_told_again(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["build"]) == 0
    old = {path: path.read_bytes() for path in (site / "public").rglob("*.html")}
    template = site / "themes/default/templates/entry.html"
    template.parent.mkdir(parents=True)
    for text in ("{{ view.nothing_like_this }}", "{{ nothing_like_this }}"):
        template.write_text(text)
        for _ in range(2):
            capsys.readouterr()
            assert main(["build"]) == 1
            assert f"{template.relative_to(site)}:1:" in capsys.readouterr().err
            assert {path: path.read_bytes() for path in (site / "public").rglob("*.html")} == old
    template.write_text("mended")
    assert main(["build"]) == 0
    assert (site / "public/entries/bridge/index.html").read_text() == "mended"


def test_what_a_template_may_get_from_others_is_not_called_missing(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Names from includes, children, parents and loops; what is asked for first; blocks left out."""
    templates = site / "themes/mine/templates"
    templates.mkdir(parents=True)
    with (site / "content/site.yaml").open("a") as settings:
        settings.write("theme: mine\n")
    base = "{% import 'macros.html' as m %}{% set own = 1 %}{% block main %}{% endblock %}"
    for name, text in {
        "base.html": f"{base}{{{{ later }}}}",
        "page.html": '{% extends "base.html" %}{% set later = 2 %}{% block main %}{{ own }}'
        '{% for one in [1] %}{% include "part.html" %}{% endfor %}{{ ghost is defined }}'
        '{{ spirit | default("-") }}{% include "gone.html" ignore missing %}'
        '{% if "odd" is filter %}{{ 1 | odd }}{% endif %}{% endblock %}',
        "part.html": "{{ one }}{% import 'help' ~ 'er.html' as helper %}{{ helper.say() }}",
        "helper.html": "{% macro say() %}said{% endmacro %}",
        "page.html.orig": "{{ of no use",
    }.items():
        (templates / name).write_text(text)
    assert main(["check"]) == 0, capsys.readouterr().err
    assert main(["build"]) == 1  # pages that set no `later`, which only drawing them can tell
    told = capsys.readouterr().err.splitlines()
    assert [line.partition(": error[")[0] for line in told if "error[" in line] == [
        f"themes/mine/templates/base.html:1:{len(base) + 4}"
    ]
    (templates / "base.html").write_text(base)
    assert main(["build"]) == 0
    assert (site / "public/about/index.html").read_text() == "11saidFalse-"


def imports_jinja(root: Path) -> bool:
    """Whether checking a site in a process of its own imports what draws pages."""
    program = (
        "import sys; from site_gen.cli import main; code = main(['check', '--root', sys.argv[1]]);"
        "print('jinja2' in sys.modules); sys.exit(code)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(root)], capture_output=True, text=True, check=True
    )
    return done.stdout.endswith("True\n")


def test_check_compiles_templates_only_of_the_site_and_only_new_ones(site: Path) -> None:
    assert not imports_jinja(site)
    template = site / "themes/default/templates/404.html"
    template.parent.mkdir(parents=True)
    template.write_text("gone")
    assert imports_jinja(site)
    assert main(["build"]) == 0
    assert not imports_jinja(site)
    template.write_text("gone, too")
    assert imports_jinja(site)


def test_a_folder_of_other_things_is_not_built_into(
    site: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "index.html").write_text("mine")
    assert main(["build", "--out", str(other)]) == 1
    assert "--overwrite" in capsys.readouterr().err
    assert (other / "index.html").read_text() == "mine"
    (other / "index.html").rename(other / "notes.txt")
    assert main(["build", "--out", str(other), "--overwrite"]) == 0
    assert (other / "notes.txt").read_text() == "mine"
    assert "notes.txt" in capsys.readouterr().err


@pytest.mark.parametrize(
    "address",
    [
        "a.github.io/repo/",
        "ftp://a.example/",
        "https://",
        "https://a.example/?lang=en",
        "https://a.example/#top",
        "https://a.example/my site/",
        "https://a.example//repo/",
        "https://me:secret@a.example/",
    ],
)
def test_a_site_is_not_built_for_an_address_that_is_none(
    site: Path, capsys: pytest.CaptureFixture[str], address: str
) -> None:
    assert main(["build", "--root", str(site), "--base-url", address]) == 1
    said = capsys.readouterr().err
    assert said.startswith("site-gen: --base-url: ")
    assert "write https://example.org/" in said
    assert not (site / "public").exists()


def test_schemas_are_written_and_valid(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", ".schemas"]) == 0
    files = sorted((site / ".schemas").iterdir())
    assert len(files) == len(capsys.readouterr().out.splitlines())
    assert "entry.schema.json" in {file.name for file in files}
    for file in files:
        jsonschema.Draft202012Validator.check_schema(json.loads(file.read_text()))


def test_without_a_site_it_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["build"]) == 1
    assert "name the site with --root" in capsys.readouterr().err


def test_the_module_runs_and_help_names_every_command() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "site_gen", "--help"],
        check=True,
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    for command in ("build", "check", "new", "serve", "import", "verify", "schema"):
        assert f"\n    {command} " in done.stdout
