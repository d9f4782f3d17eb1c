"""Publishing from a clone into a bare repository, as a user would; git runs for real."""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from site_gen.checks.integrity import dangling
from site_gen.diagnostics import SiteGenError
from site_gen.edges.cache import Cache
from site_gen.publish import Git, check_address, pages_address, without_user
from tests.support.crawler import Crawler

ROOT = Path(__file__).resolve().parents[2]
SECOND = ROOT / "tests/data/second_site"
BASE = "https://news.saltway.org/chronicle/"
PERSON = {
    "GIT_AUTHOR_NAME": "Ed",
    "GIT_AUTHOR_EMAIL": "ed@saltway.example",
    "GIT_COMMITTER_NAME": "Ed",
    "GIT_COMMITTER_EMAIL": "ed@saltway.example",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
}


def git(folder: Path, *arguments: str) -> str:
    done = subprocess.run(
        ["git", "-C", folder, *arguments],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, **PERSON},
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@dataclass
class Desk:
    """A clone with a site in it, and the bare repository that it came from."""

    site: Path
    bare: Path

    def publish(self, *arguments: str, **environment: str) -> tuple[int, str]:
        """Exit code and everything that was printed."""
        done = subprocess.run(
            [sys.executable, "-m", "site_gen", "publish", "--root", self.site, *arguments],
            capture_output=True,
            text=True,
            check=False,
            cwd=ROOT,
            env={**os.environ, **PERSON, **environment},
        )
        assert "Traceback" not in done.stderr
        return done.returncode, done.stdout + done.stderr

    def commits(self) -> list[str]:
        return git(self.bare, "rev-list", "gh-pages").split()

    def edit(self, old: str, new: str) -> None:
        path = self.site / "content/entries/league-at-harrow-lock.md"
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    bare, site = tmp_path / "bare.git", tmp_path / "clone"
    git(tmp_path, "init", "--quiet", "--bare", "--initial-branch=main", str(bare))
    git(tmp_path, "clone", "--quiet", str(bare), str(site))
    shutil.copytree(SECOND, site, dirs_exist_ok=True)
    settings = site / "content/site.yaml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("https://saltway.example/chronicle/", BASE), encoding="utf-8")
    (site / ".gitignore").write_text("/.site_gen_cache/\n/public/\n*.xml\n", encoding="utf-8")
    git(site, "add", "--all")
    git(site, "commit", "--quiet", "--message", "Begin")
    git(site, "push", "--quiet", "origin", "HEAD:main")
    return Desk(site, bare)


def test_it_explains_itself_and_pushes_nothing(desk: Desk) -> None:
    for arguments in ((), ("--dry-run",), ("--dry-run", "--push")):
        code, said = desk.publish(*arguments)
        assert code == 0, said
        assert f"for {BASE}" in said
        assert "Would push" in said
        assert "the same command with --push" in said
    assert git(desk.bare, "branch", "--list", "gh-pages") == ""
    assert git(desk.site, "status", "--porcelain") == ""
    assert git(desk.site, "branch", "--all", "--list", "*pages*") == ""


def test_what_is_published_is_the_site(desk: Desk, tmp_path: Path, serve) -> None:
    code, said = desk.publish("--push")
    assert code == 0, said
    assert "Deploy from a branch" in said
    git(tmp_path, "clone", "--quiet", "--branch=gh-pages", str(desk.bare), str(tmp_path / "out"))
    shutil.rmtree(tmp_path / "out/.git")
    assert (tmp_path / "out/.nojekyll").exists()
    assert (tmp_path / "out/feed.xml").exists()  # though .gitignore names it
    crawler = Crawler(start=serve(tmp_path / "out", "/chronicle/"), published=BASE)
    crawler.run()
    assert not crawler.broken
    built = tmp_path / "built"
    command = [sys.executable, "-m", "site_gen", "build", "--root", desk.site, "--out", built]
    subprocess.run(command, check=True, cwd=ROOT, capture_output=True)
    for path in built.rglob("*"):
        if path.is_file():
            assert (tmp_path / "out" / path.relative_to(built)).read_bytes() == path.read_bytes()
    message = git(desk.bare, "log", "-1", "--format=%B", "gh-pages")
    assert "Published-with: site-gen" in message
    assert f"Built-from: {git(desk.site, 'rev-parse', 'HEAD')}" in message
    assert git(desk.site, "status", "--porcelain") == ""


def test_a_domain_of_its_own_is_named_in_the_branch(desk: Desk) -> None:
    settings = desk.site / "content/site.yaml"
    text = settings.read_text(encoding="utf-8").replace(BASE, "https://news.saltway.org/")
    settings.write_text(f"{text}\ncname: news.saltway.org\n", encoding="utf-8")
    code, said = desk.publish("--push")
    assert code == 0, said
    assert git(desk.bare, "show", "gh-pages:CNAME") == "news.saltway.org"
    assert 'href="/feed.xml"' in git(desk.bare, "show", "gh-pages:index.html")
    settings.write_text(f"{text}\ncname: news.saltway.org\n".replace("org/", "org/x/"), "utf-8")
    code, said = desk.publish("--push")
    assert (code, "begins at news.saltway.org/" in said) == (1, True)
    assert len(desk.commits()) == 1


def test_publications_follow_one_another(desk: Desk) -> None:
    desk.publish("--push")
    first = desk.commits()
    code, said = desk.publish("--push")
    assert (code, desk.commits()) == (0, first)
    assert "nothing to do" in said
    desk.edit("A short report", "A brief report")
    code, said = desk.publish()
    assert "not committed" in said
    code, said = desk.publish("--push")
    assert code == 0
    assert "changed: entries/league-at-harrow-lock/index.html, feed.json, feed.xml" in said
    assert desk.commits()[1:] == first
    assert "changes not committed" in git(desk.bare, "log", "-1", "--format=%B", "gh-pages")
    (desk.site / "content/pages/about.md").unlink()
    code, said = desk.publish("--push")
    assert "removed: about/index.html" in said
    assert "about/index.html" not in git(desk.bare, "ls-tree", "-r", "--name-only", "gh-pages")


def test_a_branch_of_somebody_else_is_left_alone(desk: Desk) -> None:
    git(desk.site, "push", "--quiet", "origin", "HEAD:gh-pages")
    before = desk.commits()
    code, said = desk.publish("--push")
    assert code == 1
    assert "did not make" in said
    assert desk.commits() == before
    code, said = desk.publish("--push", "--branch", "site")
    assert code == 0
    assert desk.commits() == before


def test_history_that_came_in_between_is_not_overwritten(desk: Desk, tmp_path: Path) -> None:
    """A commit that the remote gets between the look at it and the push."""
    desk.publish("--push")
    hook = desk.site / ".git/hooks/pre-push"
    other = f"git --git-dir={desk.bare} update-ref refs/heads/gh-pages $(git --git-dir={desk.bare} commit-tree -p gh-pages -m Other gh-pages^{{tree}})"
    hook.write_text(f"#!/bin/sh\n{other}\n", encoding="utf-8")
    hook.chmod(0o755)
    desk.edit("A short report", "A brief report")
    code, said = desk.publish("--push")
    assert code == 1
    assert "Try again" in said
    assert git(desk.bare, "log", "-1", "--format=%s", "gh-pages") == "Other"


def test_a_broken_off_build_is_finished_first(desk: Desk) -> None:
    state = desk.site / ".site_gen_cache/public"
    state.mkdir(parents=True)
    (state / "journal.json").write_text("{}", encoding="utf-8")
    code, said = desk.publish("--push")
    assert code == 1
    assert "broken off" in said
    assert git(desk.bare, "branch", "--list", "gh-pages") == ""


def test_a_build_into_another_folder_is_finished_by_its_own_command(desk: Desk) -> None:
    out = desk.site.parent / "my site"
    state = Cache.of(desk.site, out).folder
    state.mkdir(parents=True)
    journal = state / "journal.json"
    journal.write_text(f'{{"out": "{out}", "move": [], "remove": []}}', encoding="utf-8")
    code, said = desk.publish("--push")
    assert code == 1
    assert f"run `site-gen build --out '{out}'`" in said
    command = [sys.executable, "-m", "site_gen", "build", "--root", desk.site, "--out", out]
    subprocess.run(command, check=True, cwd=ROOT, capture_output=True)
    code, said = desk.publish("--push")
    assert code == 0, said


def test_a_broken_off_publication_is_begun_anew(desk: Desk) -> None:
    """Its journal lies where no `site-gen build` would look for it."""
    desk.publish()
    out = desk.site / ".site_gen_cache/publish/site"
    journal = Cache.of(desk.site, out).folder / "journal.json"
    assert journal.parent.is_dir()
    journal.write_text(f'{{"out": "{out}", "move": [], "remove": []}}', encoding="utf-8")
    out.mkdir(parents=True)
    (out / "half.html").write_text("half of a page", encoding="utf-8")
    code, said = desk.publish("--push")
    assert code == 0, said
    assert "half.html" not in git(desk.bare, "ls-tree", "-r", "--name-only", "gh-pages")
    assert not journal.exists()


def test_a_second_publication_waits_for_the_first(desk: Desk) -> None:
    state = desk.site / ".site_gen_cache/publish"
    state.mkdir(parents=True)
    with (state / "lock").open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        second = subprocess.Popen(
            [sys.executable, "-m", "site_gen", "publish", "--root", desk.site, "--push"],
            stdout=-1,
            stderr=-1,
            text=True,
            cwd=ROOT,
            env={**os.environ, **PERSON},
        )
        assert second.stderr is not None
        assert second.stderr.readline() == "this site is being published already; waiting\n"
        assert second.poll() is None
        assert not (state / "site").exists()
    out, _ = second.communicate(timeout=60)
    assert (second.returncode, "Pushed" in out) == (0, True)


def test_the_state_is_never_looked_for_through_a_link(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "other/site").mkdir(parents=True)
    (tmp_path / "other/site/diary.txt").write_text("mine", encoding="utf-8")
    (desk.site / ".site_gen_cache").mkdir()
    (desk.site / ".site_gen_cache/publish").symlink_to(tmp_path / "other")
    code, said = desk.publish()
    assert (code, "a symbolic link" in said) == (1, True)
    assert (tmp_path / "other/site/diary.txt").read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("name", ["HEAD", "refs/heads/site", "my site", "gh-*", "../site", ""])
def test_what_is_no_name_of_a_branch_is_refused(desk: Desk, name: str) -> None:
    code, said = desk.publish("--push", "--branch", name)
    assert (code, said) == (1, f"site-gen: “{name}” is no name for a branch\n")
    assert git(desk.bare, "for-each-ref", "--format=%(refname)") == "refs/heads/main"


def test_a_rule_of_the_server_is_told_and_no_second_try_advised(desk: Desk) -> None:
    hook = desk.bare / "hooks/update"
    hook.write_text("#!/bin/sh\necho this branch is protected\nexit 1\n", encoding="utf-8")
    hook.chmod(0o755)
    code, said = desk.publish("--push")
    assert code == 1
    assert "this branch is protected" in said
    assert "Try again" not in said


def test_a_worktree_with_a_detached_head_is_published(desk: Desk, tmp_path: Path) -> None:
    git(desk.site, "worktree", "add", "--quiet", "--detach", str(tmp_path / "tree"))
    code, said = Desk(tmp_path / "tree", desk.bare).publish("--push")
    assert code == 0, said
    assert f"Built-from: {git(desk.site, 'rev-parse', 'HEAD')}" in git(
        desk.bare, "log", "-1", "--format=%B", "gh-pages"
    )
    assert "nothing to do" in desk.publish()[1]


def test_a_submodule_is_published_to_its_own_remote(desk: Desk, tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet", "super")
    allow = ("-c", "protocol.file.allow=always")
    git(tmp_path / "super", *allow, "submodule", "--quiet", "add", str(desk.bare), "site")
    assert (tmp_path / "super/site/.git").is_file()
    code, said = Desk(tmp_path / "super/site", desk.bare).publish("--push")
    assert code == 0, said
    assert len(desk.commits()) == 1


def test_a_shallow_clone_says_that_its_history_is_cut_off(desk: Desk, tmp_path: Path) -> None:
    desk.edit("stance: unconfirmed", "stance: confirms")
    git(desk.site, "commit", "--all", "--quiet", "--message", "Correct")
    git(desk.site, "push", "--quiet", "origin", "HEAD:main")
    code, said = desk.publish("--push")
    assert (code, "--unshallow" in said) == (0, False)
    shallow = tmp_path / "shallow"
    git(tmp_path, "clone", "--quiet", "--depth=1", desk.bare.as_uri(), str(shallow))
    code, said = Desk(shallow, desk.bare).publish()
    assert code == 0
    assert "corrections.xml" in said  # they would be lost
    assert "git fetch --unshallow" in said
    git(shallow, "fetch", "--quiet", "--unshallow")
    code, said = Desk(shallow, desk.bare).publish()
    assert "nothing to do" in said
    assert "--unshallow" not in said


def test_a_partial_clone_says_that_it_lacks_history(desk: Desk, tmp_path: Path) -> None:
    git(desk.bare, "config", "uploadpack.allowFilter", "true")
    desk.edit("stance: unconfirmed", "stance: confirms")
    git(desk.site, "commit", "--all", "--quiet", "--message", "Correct")
    git(desk.site, "push", "--quiet", "origin", "HEAD:main")
    code, said = desk.publish("--push")
    assert code == 0, said
    partial = tmp_path / "partial"
    git(tmp_path, "clone", "--quiet", "--filter=blob:none", desk.bare.as_uri(), str(partial))
    code, said = Desk(partial, desk.bare).publish()
    assert code == 0
    assert "corrections.xml" in said  # they would be lost
    assert "git log -p -- content/entries >/dev/null" in said
    git(partial, "log", "-p", "--", "content/entries")
    code, said = Desk(partial, desk.bare).publish()
    assert "nothing to do" in said
    assert "git log" not in said


def test_what_a_hook_has_set_leads_nowhere_else(desk: Desk, tmp_path: Path) -> None:
    other = tmp_path / "other"
    git(tmp_path, "init", "--quiet", str(other))
    before = (desk.site / ".git/index").read_bytes()
    code, said = desk.publish(
        "--push",
        GIT_DIR=str(other / ".git"),
        GIT_WORK_TREE=str(other),
        GIT_INDEX_FILE=str(desk.site / ".git/index"),
    )
    assert code == 0, said
    assert len(desk.commits()) == 1
    assert (desk.site / ".git/index").read_bytes() == before
    assert git(other, "count-objects") == "0 objects, 0 kilobytes"


def test_how_the_user_reaches_the_remote_is_left_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("GIT_SSL_CAINFO", "GIT_SSH_COMMAND", "GIT_PROXY_COMMAND", "HTTPS_PROXY"):
        monkeypatch.setenv(name, "x")
        assert Git(ROOT).environment[name] == "x"


def test_a_token_in_the_remotes_address_is_not_shown(desk: Desk) -> None:
    pushed_to = "https://me:secret@git.saltway.org/chronicle.git"
    git(desk.site, "remote", "set-url", "--push", "origin", pushed_to)
    code, said = desk.publish()
    assert code == 0, said
    assert "of https://git.saltway.org/chronicle.git" in said
    assert "secret" not in said


@pytest.mark.parametrize(
    ("remote", "shown"),
    [
        ("https://ghp_secret@github.com/a/b.git", "https://github.com/a/b.git"),
        ("https://me:secret@github.com/a/b.git", "https://github.com/a/b.git"),
        ("git@github.com:a/b.git", "git@github.com:a/b.git"),
        ("https://github.com/a/b@c.git", "https://github.com/a/b@c.git"),
        ("/srv/git/a@b.git", "/srv/git/a@b.git"),
    ],
)
def test_an_address_is_shown_without_its_user(remote: str, shown: str) -> None:
    assert without_user(remote) == shown


def test_a_site_with_mistakes_is_not_published(desk: Desk) -> None:
    desk.edit("places: [Harrow Lock]", "places: [Harrow Log]")
    code, said = desk.publish("--push")
    assert code == 1
    assert "place.unknown" in said
    assert "Nothing was published" in said


def test_what_only_a_check_sees_is_not_published_either(desk: Desk) -> None:
    """As in the workflow, which checks before it builds: here the words of a skeleton."""
    path = desk.site / "content/entries/league-at-harrow-lock.md"
    path.write_text(path.read_text("utf-8") + "\nProse about the event.\n", encoding="utf-8")
    code, said = desk.publish("--push")
    assert code == 1
    assert "error[entry.placeholder]" in said
    assert "Nothing was published" in said
    assert git(desk.bare, "branch", "--list", "gh-pages") == ""


def test_a_site_with_a_dead_link_is_not_published(desk: Desk) -> None:
    theme = desk.site / "themes/own/templates"
    theme.mkdir(parents=True)
    (theme / "page.html").write_text('<html><a href="{{ root }}/nowhere/">x</a></html>', "utf-8")
    with (desk.site / "content/site.yaml").open("a", encoding="utf-8") as settings:
        settings.write("\ntheme: own\n")
    code, said = desk.publish("--push")
    assert code == 1
    assert "about/index.html: /chronicle/nowhere/: there is no such file" in said
    assert git(desk.bare, "branch", "--list", "gh-pages") == ""


def test_a_site_for_this_machine_is_not_published(desk: Desk) -> None:
    code, said = desk.publish("--push", "--base-url", "http://localhost:8000/")
    assert code == 1
    assert "only this machine" in said


def test_without_a_repository_or_a_remote_it_says_what_is_missing(desk: Desk) -> None:
    code, said = desk.publish("--remote", "upstream")
    assert (code, "known: origin" in said) == (1, True)
    shutil.rmtree(desk.site / ".git")
    code, said = desk.publish()
    assert (code, "not in a git repository" in said) == (1, True)


def test_whom_git_does_not_know_is_told_what_to_do(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        f"{__name__}.PERSON",
        {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1", "EMAIL": ""},
    )
    git(desk.site, "config", "user.useConfigOnly", "true")
    code, said = desk.publish()
    assert code == 1
    assert "git config --global user.name" in said
    assert len(said.splitlines()) == 1


@pytest.mark.parametrize(
    ("remote", "expected"),
    [
        ("git@github.com:Saltway/chronicle.git", "https://saltway.github.io/chronicle/"),
        ("https://github.com/saltway/chronicle", "https://saltway.github.io/chronicle/"),
        ("https://token@github.com/saltway/chronicle.git/", "https://saltway.github.io/chronicle/"),
        ("ssh://git@github.com:22/saltway/chronicle.git", "https://saltway.github.io/chronicle/"),
        ("https://github.com/saltway/Saltway.github.io.git", "https://saltway.github.io/"),
        ("https://gitlab.com/saltway/chronicle.git", ""),
        ("/srv/git/chronicle.git", ""),
    ],
)
def test_the_address_of_a_repositorys_pages(remote: str, expected: str) -> None:
    assert pages_address(remote) == expected


@pytest.mark.parametrize(
    ("base_url", "cname", "message"),
    [
        ("https://saltway.github.io/chronicle/", "", ""),
        ("https://saltway.github.io/", "", "--base-url https://saltway.github.io/chronicle/"),
        ("https://news.saltway.org/", "", "cname: news.saltway.org"),
        ("https://news.saltway.org/", "news.saltway.org", ""),
        ("https://news.saltway.org/chronicle/", "news.saltway.org", "base_url: https://news"),
        ("https://example.org/", "", "address of examples"),
        ("http://localhost/", "", "only this machine"),
    ],
)
def test_a_site_goes_only_where_it_was_built_for(base_url: str, cname: str, message: str) -> None:
    remote = "git@github.com:saltway/chronicle.git"
    if not message:
        check_address(base_url, cname, remote)
        return
    with pytest.raises(SiteGenError, match=message):
        check_address(base_url, cname, remote)


FILES = {
    "index.html": '<a href="/r/a/">a</a> <img src=\'m.png\'> <a href="https://other.example/">o</a>',
    "a/index.html": '<a id="x" href="../#y"></a><a href="#x">x</a><a href="https://h.example/r/m.png">m</a>',
    "m.png": "",
}


@pytest.mark.parametrize(
    ("page", "link", "reason"),
    [
        ("index.html", "/r/b/", "no such file"),
        ("index.html", "/b/", "leads out"),
        ("index.html", "a/#z", "no such place"),
        ("a/index.html", "n.png", "no such file"),
        ("a/index.html", "https://h.example/r/n.png", "no such file"),
        ("a/index.html", "../../up", "leads out"),
        ("a/index.html", "http://[", "leads out"),
    ],
)
def test_a_dangling_link_is_named(page: str, link: str, reason: str) -> None:
    files = dict(FILES)
    files["index.html"] += '<b id="y"></b>'
    assert not dangling(files, files.__getitem__, "https://h.example/r/")
    files[page] += f'<a href="{link}">planted</a>'
    (fault,) = dangling(files, files.__getitem__, "https://h.example/r/")
    assert (fault.page, fault.link) == (page, link)
    assert reason in fault.reason
