"""Puts the built site into a branch of the repository's remote, for GitHub Pages and its like.

It explains itself first, and pushes only when told to. A branch is only ever carried on: every
publication is a commit on top of the one before, pushed without force, and a branch whose last
commit is not of this program is left alone. Git itself does the work that concerns the remote: it
knows the user's keys, helpers and proxies. It is started with lists of arguments, never by a shell.
"""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from site_gen import __version__
from site_gen.checks.integrity import dangling
from site_gen.diagnostics import SiteGenError
from site_gen.edges.cache import Cache
from site_gen.edges.look import STATE
from site_gen.edges.output import JOURNAL, own
from site_gen.engine.build import BuildOptions, build, locked
from site_gen.engine.history import FOLDER as ENTRIES
from site_gen.inspection import check

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from site_gen.diagnostics import Diagnostic

BRANCH = "gh-pages"
TRAILER = "Published-with: site-gen"
"""Stands in the message of every commit that this module makes."""
KEPT = "refs/site-gen/"
"""Where the remote's branch is remembered; no branch or tag of the user's is touched."""
_GITHUB = re.compile(
    r"(?:[^/]*github\.com[:/]|ssh://[^/]*github\.com(?::\d+)?/)([^/]+)/(.+?)(?:\.git)?/?$"
)
_SAYS_WHERE = (
    ("robots.txt", re.compile(r"^Sitemap: (.*/)sitemap\.xml$", re.MULTILINE)),
    ("index.html", re.compile(r'<link rel="canonical" href="([^"]*/)"')),
)
MOST_SHOWN = 10
_ELSEWHERE = frozenset(
    f"GIT_{name}"
    for name in [
        "ALTERNATE_OBJECT_DIRECTORIES",
        "COMMON_DIR",
        "DIR",
        "GRAFT_FILE",
        "IMPLICIT_WORK_TREE",
        "INDEX_FILE",
        "NAMESPACE",
        "NO_REPLACE_OBJECTS",
        "OBJECT_DIRECTORY",
        "PREFIX",
        "QUARANTINE_PATH",
        "REPLACE_REF_BASE",
        "SHALLOW_FILE",
        "WORK_TREE",
    ]
)
"""What a hook or another git sets, and would lead this one elsewhere (`git rev-parse --local-env-vars`).
How the user reaches the remote (keys, certificates, proxies) is left as it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishOptions:
    """What is asked for."""

    root: Path
    remote: str = "origin"
    branch: str = BRANCH
    base_url: str = ""
    """Overrides the site's own."""
    push: bool = False
    """False: say what would be done."""
    workers: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """What was done, or would be."""

    diagnostics: tuple[Diagnostic, ...]
    """Of the build; with errors nothing else was done."""
    remote: str = ""
    """Address."""
    branch: str = ""
    base_url: str = ""
    files: int = 0
    size: int = 0
    """Bytes."""
    source: str = ""
    """Commit that was built; empty before the first."""
    dirty: bool = False
    """Whether something in the site's folder is not committed."""
    lacking: str = ""
    """What brings the part of the history that the clone lacks, and the site with it corrections."""
    before: str = ""
    """Commit at the branch's end; empty when the branch is new."""
    commit: str = ""
    """The new one; empty when the branch has these files already."""
    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    pushed: bool = False

    @property
    def failed(self) -> bool:
        """Whether there was an error."""
        return any(d.severity == "error" for d in self.diagnostics)


def publish(
    options: PublishOptions,
    *,
    progress: Callable[[str, int, int], None] | None = None,
    waiting: Callable[[], None] | None = None,
) -> Publication:
    """Build the site anew, look it over, and put it into a branch of the remote.

    Args:
        options: what is asked for.
        progress: told how far the work is.
        waiting: called once when another publication of the same site has to be waited for.

    Raises:
        SiteGenError: for everything that keeps it from being published, with what to do about it.
    """
    git = Git(options.root)
    git.check()
    git.check_branch(options.branch)
    state = options.root / STATE / "publish"
    _refuse_open_journals(options.root, state / "site")
    url = git.address(options.remote)
    own(state, options.root)
    with locked(state, waiting):
        # Asked first: what is in the way there need not wait for the build.
        before = git.fetch(options.remote, options.branch)
        return _publish(options, git, url, before, state / "site", progress)


def _publish(
    options: PublishOptions,
    git: Git,
    url: str,
    before: str,
    out: Path,
    progress: Callable[[str, int, int], None] | None,
) -> Publication:
    inspection = check(options.root)
    if inspection.failed:  # the workflow stops there, too
        return Publication(diagnostics=inspection.diagnostics)
    shutil.rmtree(out, ignore_errors=True)
    report = build(
        BuildOptions(
            root=options.root,
            out=out,
            base_url=options.base_url,
            workers=options.workers,
            force=True,
        ),
        progress=progress,
    )
    if report.write is None:
        return Publication(diagnostics=report.diagnostics)
    try:
        base_url, cname = built_for(out)
        check_address(base_url, cname, url)
        paths = sorted(p.relative_to(out).as_posix() for p in out.rglob("*") if p.is_file())
        _check_links(out, paths, base_url)
        blobs = git.store(out, paths)
        tree = git.tree(blobs)
        old = git.listing(before) if before else {}
        commit = ""
        if not before or git.tree_of(before) != tree:
            commit = git.commit(tree, before, _message(git))
        pushed = bool(commit) and options.push
        if pushed:
            git.push(options.remote, commit, options.branch)
        return Publication(
            diagnostics=report.diagnostics,
            remote=without_user(url),
            branch=options.branch,
            base_url=base_url,
            files=len(paths),
            size=sum((out / path).stat().st_size for path in paths),
            source=git.head(),
            dirty=git.dirty(),
            lacking=git.lacking(),
            before=before,
            commit=commit,
            added=tuple(path for path in paths if path not in old),
            changed=tuple(path for path in paths if old.get(path, blobs[path]) != blobs[path]),
            removed=tuple(path for path in old if path not in blobs),
            pushed=pushed,
        )
    finally:
        shutil.rmtree(out, ignore_errors=True)


def explain(done: Publication) -> Iterable[str]:
    """What was done, or would be, line by line."""
    verb = "Pushed" if done.pushed else "Would push"
    yield f"Built {done.files:,} files ({done.size / 1e6:.1f} MB) for {done.base_url}; every link leads somewhere."
    if done.dirty:
        yield "Some of it is not committed: the public site would show what the repository does not have."
    if done.lacking:
        yield (
            "This clone does not hold the whole history, so the site lacks corrections: "
            f"`{done.lacking}` brings the rest."
        )
    if not done.commit:
        yield f"The branch {done.branch} of {done.remote} has exactly these files: nothing to do."
        return
    onto = f"on top of {done.before[:10]}" if done.before else "as its first commit"
    yield f"{verb} {done.commit[:10]} to the branch {done.branch} of {done.remote}, {onto}:"
    for what, paths in (
        ("new", done.added),
        ("changed", done.changed),
        ("removed", done.removed),
    ):
        if paths:
            shown = ", ".join(paths[:MOST_SHOWN])
            more = f" and {len(paths) - MOST_SHOWN:,} more" if len(paths) > MOST_SHOWN else ""
            yield f"  {len(paths):,} {what}: {shown}{more}"
    if not done.pushed:
        yield "Nothing has left this machine. To publish, give the same command with --push at its end."
    elif not done.before:
        yield (
            "On GitHub, once: Settings → Pages → Build and deployment → Deploy from a branch → "
            f"{done.branch}, / (root)."
        )


def _refuse_open_journals(root: Path, own_out: Path) -> None:
    """Refuse while a build is half done; one of an earlier publication is simply begun anew."""
    passed = Cache.of(root, own_out).folder
    for journal in sorted((root / STATE).glob(f"*/{JOURNAL}")):
        if journal.parent == passed:
            continue
        command = "site-gen build"
        if journal.parent.name != "public":
            command += f" --out {shlex.quote(_out_of(journal))}"
        message = f"a build was broken off ({journal}); run `{command}`, which finishes it"
        raise SiteGenError(message)


def _out_of(journal: Path) -> str:
    """The output folder that a journal is about."""
    try:
        return str(json.loads(journal.read_text(encoding="utf-8"))["out"])
    except (OSError, ValueError, KeyError, TypeError):
        return "DIR"


def built_for(out: Path) -> tuple[str, str]:
    """(base URL, domain of its own) that a site was built for, as its own files say."""

    def text(name: str) -> str:
        return (out / name).read_text(encoding="utf-8") if (out / name).is_file() else ""

    for name, pattern in _SAYS_WHERE:
        if found := pattern.search(text(name)):
            return found[1], text("CNAME").strip()
    message = "the theme says nowhere which address the site is for (robots.txt, canonical links)"
    raise SiteGenError(message)


def check_address(base_url: str, cname: str, remote: str) -> None:
    """Refuse a site that was built for another place than the one that it goes to.

    Args:
        base_url: that the site was built for.
        cname: the domain that its file `CNAME` names; empty without one.
        remote: address of the repository.

    Raises:
        SiteGenError: with the address that would fit.
    """
    host = urlsplit(base_url).hostname or ""
    if host in ("localhost", "127.0.0.1", "::1") or base_url.startswith("http://localhost"):
        message = f"the site is built for {base_url}, which only this machine can open; set base_url in content/site.yaml"
        raise SiteGenError(message)
    wanted = pages_address(remote)
    if host == "example.org" or host.endswith((".example", ".example.org", ".invalid")):
        way = f", or say --base-url {wanted}" if wanted else ""
        message = f"the site is built for {base_url}, an address of examples; set base_url in content/site.yaml{way}"
        raise SiteGenError(message)
    path = urlsplit(base_url).path
    if cname and path != "/":
        message = f"the site is built for {base_url}, but a domain of its own begins at {cname}/: set base_url: https://{cname}/ in content/site.yaml"
        raise SiteGenError(message)
    if cname or not wanted or base_url == wanted:
        return
    if host.endswith(".github.io"):
        message = f"the site is built for {base_url}, but this repository's pages are {wanted}: set base_url in content/site.yaml, or say --base-url {wanted}"
    else:
        message = f"the site is built for {base_url}: for a domain of its own set `cname: {host}` in content/site.yaml, else base_url: {wanted}"
    raise SiteGenError(message)


def without_user(remote: str) -> str:
    """The address of a remote without user name, password or token, fit to be shown."""
    return re.sub(r"^([a-z][a-z0-9+.-]*://)[^/@]*@", r"\1", remote, flags=re.IGNORECASE)


def pages_address(remote: str) -> str:
    """Where GitHub Pages serves a repository; empty for remotes elsewhere.

    https://docs.github.com/en/pages/getting-started-with-github-pages/what-is-github-pages
    """
    found = _GITHUB.search(remote)
    if found is None:
        return ""
    owner, repository = found[1].lower(), found[2]
    if repository.lower() == f"{owner}.github.io":
        return f"https://{owner}.github.io/"
    return f"https://{owner}.github.io/{repository}/"


def _check_links(out: Path, paths: Sequence[str], base_url: str) -> None:
    def read(path: str) -> str:
        return (out / path).read_text(encoding="utf-8", errors="replace")

    found = dangling(paths, read, base_url)
    if found:
        shown = "".join(f"\n  {fault}" for fault in found[:MOST_SHOWN])
        more = f"\n  and {len(found) - MOST_SHOWN} more" if len(found) > MOST_SHOWN else ""
        message = f"{len(found)} links of the site lead nowhere:{shown}{more}"
        raise SiteGenError(message)


def _message(git: Git) -> str:
    source = git.head()
    built = (
        f"\nBuilt-from: {source}{' and changes not committed' if git.dirty() else ''}"
        if source
        else ""
    )
    return f"Publish the site\n\n{TRAILER} {__version__}{built}\n"


class Git:
    """The repository around a site, through the program git.

    Args:
        root: of the site.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self.environment = {k: v for k, v in os.environ.items() if k not in _ELSEWHERE}
        # What git says is looked through for a few words of its own language.
        self.environment["LC_ALL"] = "C.UTF-8"

    def run(
        self, *arguments: str, given: str = "", more: Mapping[str, str] | None = None
    ) -> tuple[int, str, str]:
        """Exit code, output, errors."""
        try:
            done = subprocess.run(
                ["git", "-C", str(self.root), *arguments],
                input=given,
                capture_output=True,
                encoding="utf-8",
                errors="surrogateescape",
                env={**self.environment, **(more or {})},
                check=False,
            )
        except FileNotFoundError as problem:
            message = "git is not installed, or not on PATH"
            raise SiteGenError(message) from problem
        return done.returncode, done.stdout, done.stderr

    def ask(self, *arguments: str, given: str = "", more: Mapping[str, str] | None = None) -> str:
        """The output, stripped.

        Raises:
            SiteGenError: with what git says, when it fails.
        """
        code, output, errors = self.run(*arguments, given=given, more=more)
        if code:
            message = f"git {arguments[0]}: {errors.strip() or output.strip()}"
            raise SiteGenError(message)
        return output.strip()

    def check(self) -> None:
        """Refuse a folder that is no repository, and a user whom git does not know."""
        code, _, _ = self.run("rev-parse", "--git-dir")
        if code:
            message = f"{self.root} is not in a git repository; publish from a clone of yours"
            raise SiteGenError(message)
        code, _, _ = self.run("var", "GIT_COMMITTER_IDENT")
        if code:
            message = (
                "git does not know in whose name to publish; tell it once: "
                'git config --global user.name "Your Name", then '
                "git config --global user.email and your address, "
                "or the one that GitHub gives you for this, <you>@users.noreply.github.com"
            )
            raise SiteGenError(message)

    def check_branch(self, branch: str) -> None:
        """Refuse what is no name of a branch, and names that deceive."""
        code, _, _ = self.run("check-ref-format", f"refs/heads/{branch}")
        if code or branch == "HEAD" or branch.startswith(("-", "refs/")):
            message = f"“{branch}” is no name for a branch"
            raise SiteGenError(message)

    def address(self, remote: str) -> str:
        """Where a remote is."""
        code, output, _ = self.run("remote", "get-url", "--push", remote)
        if code:
            known = ", ".join(self.ask("remote").split()) or "none"
            message = f"there is no remote “{remote}” (known: {known}); name one with --remote"
            raise SiteGenError(message)
        return output.strip()

    def head(self) -> str:
        """The commit that is checked out; empty before the first."""
        code, output, _ = self.run("rev-parse", "--verify", "--quiet", "HEAD")
        return "" if code else output.strip()

    def dirty(self) -> bool:
        """Whether something in the site's folder is not committed."""
        return bool(self.ask("status", "--porcelain", "--", "."))

    def lacking(self) -> str:
        """What brings the part of the entries' history that this clone lacks; empty when it has all."""
        if self.ask("rev-parse", "--is-shallow-repository") == "true":
            return "git fetch --unshallow"
        code, _, _ = self.run("config", "--get-regexp", r"^remote\..*\.promisor$")
        if code:
            return ""
        # A partial clone: git itself fetches what is missing when it is asked for it; a build does not.
        command = ("rev-list", "--objects", "--missing=print", "HEAD", "--", ENTRIES)
        _, objects, _ = self.run(*command)
        missing = any(line.startswith("?") for line in objects.splitlines())
        return f"git log -p -- {ENTRIES} >/dev/null" if missing else ""

    def fetch(self, remote: str, branch: str) -> str:
        """The commit at the end of the remote's branch, brought here; empty when there is none.

        Raises:
            SiteGenError: also when that commit is not of this program.
        """
        listed = self.ask("ls-remote", "--heads", remote, f"refs/heads/{branch}")
        if not listed:
            return ""
        kept = f"{KEPT}{branch}"
        self.ask("fetch", "--quiet", "--no-tags", remote, f"+refs/heads/{branch}:{kept}")
        tip = self.ask("rev-parse", kept)
        told = self.ask("log", "-1", "--format=%B", tip)
        if TRAILER not in told:
            first = told.partition("\n")[0]
            message = (
                f"the branch {branch} of {remote} ends in {tip[:10]} (“{first}”), which site-gen did "
                "not make; it is left alone. Publish to another branch with --branch, or remove that one yourself"
            )
            raise SiteGenError(message)
        return tip

    def store(self, out: Path, paths: Sequence[str]) -> dict[str, str]:
        """Path → id of its content, byte for byte: no filter and no list of ignored files applies."""
        given = "".join(f"{out / path}\n" for path in paths)
        found = self.ask("hash-object", "-w", "--no-filters", "--stdin-paths", given=given)
        return dict(zip(paths, found.split(), strict=True))

    def tree(self, blobs: Mapping[str, str]) -> str:
        """Id of a tree of those files; the user's index stays as it is."""
        with tempfile.TemporaryDirectory() as folder:
            index = {"GIT_INDEX_FILE": str(Path(folder) / "index")}
            given = "".join(f"100644 {blob}\t{path}\0" for path, blob in blobs.items())
            self.ask("update-index", "-z", "--index-info", given=given, more=index)
            return self.ask("write-tree", more=index)

    def tree_of(self, commit: str) -> str:
        """Id of a commit's tree."""
        return self.ask("rev-parse", f"{commit}^{{tree}}")

    def listing(self, commit: str) -> dict[str, str]:
        """Path → id of every file of a commit."""
        found = {}
        for line in self.ask("ls-tree", "-r", "-z", commit).split("\0"):
            about, _, path = line.partition("\t")
            if path:
                found[path] = about.split()[2]
        return found

    def commit(self, tree: str, parent: str, message: str) -> str:
        """Id of a new commit, which no branch has yet."""
        parents = ("-p", parent) if parent else ()
        return self.ask("commit-tree", tree, *parents, given=message)

    def push(self, remote: str, commit: str, branch: str) -> None:
        """Carry the remote's branch on to a commit; never by force."""
        code, _, errors = self.run("push", "--quiet", remote, f"{commit}:refs/heads/{branch}")
        if code:
            # “[remote rejected]” is a rule of the server's, and the next try would meet it again.
            behind = any(words in errors for words in ("[rejected]", "cannot lock ref"))
            hint = "; has somebody else published meanwhile? Try again" if behind else ""
            message = f"git push: {errors.strip()}{hint}"
            raise SiteGenError(message)
        self.ask("update-ref", f"{KEPT}{branch}", commit)
