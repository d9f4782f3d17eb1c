"""The short way of a build: only words of some entries have changed.

An entry's words stand on its own page and nowhere else, unless a feed or the search index says that
it uses them too. It is remembered where in the page they stand; as long as the entry says nothing new
outside its words, putting others there gives the page that the long way would give.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

from msgspec import Struct, json

from site_gen.diagnostics import unpacked
from site_gen.digest import digest
from site_gen.edges.cache import FIRST, WORDS, EntryRow, Trace, plain, shard_of
from site_gen.edges.look import FRESH_NS
from site_gen.edges.output import Switch, prepare, stage
from site_gen.engine import codec
from site_gen.engine.outdated import encode_inputs
from site_gen.engine.task import BEHIND, BuildReport
from site_gen.parsing.words import read_words
from site_gen.web.marks import Cuts
from site_gen.web.marks import reword as reword_page

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from site_gen.engine.task import Last, Task
    from site_gen.model import Body

INDEX = "search/index/manifest.json"
"""A site that has this file has a search index."""
MOST = 50
"""With more entries than this the long way is as short."""


class _New(Struct, frozen=True):
    row: EntryRow
    body: Body | None
    """None when the file's bytes are as before."""
    unfinished: bool = False
    """Whether other files use the words, too."""


def reword(task: Task, last: Last) -> BuildReport | None:
    """Put new words into pages; None when that is not all that has changed."""
    before, now = set(last.lines.split("\n")), set(task.lines.split("\n"))
    gone = {line.partition("\t")[0] for line in before - now}
    changed = sorted(line.partition("\t")[0] for line in now - before)
    if len(changed) > MOST or gone != set(changed):
        return None
    if not all(path.startswith("content/entries/") and path.endswith(".md") for path in changed):
        return None
    known = {d.span.path for d in unpacked(last.header["diagnostics"])}
    if not known.isdisjoint(changed):
        return None
    new = [
        _new_words(task, path, last.header["context"], last.header["max_entry_bytes"])
        for path in changed
    ]
    if any(found is None or (found.unfinished and not task.options.words_first) for found in new):
        return None
    behind = {} if task.options.words_first else _behind(task, last)
    if behind is None:
        return None
    return _write(task, last, [found for found in new if found is not None], behind)


def _new_words(task: Task, path: str, context: str, limit: int) -> _New | None:
    row = task.cache.row(path)
    if row is None or not row.cuts or row.notes != "[]":
        return None
    if plain(row.context) != context:
        return None
    unfinished = row.context.startswith(FIRST) or task.cache.readers(f"prose:{row.slug}") != (
        f"entries/{row.slug}/index.html",
    )
    seen = next(changed for at, _, changed in task.look.files if at == path)
    mtime_ns = seen if seen < task.now_ns - FRESH_NS else 0
    try:
        raw = task.tree.read(path)
    except OSError:
        return None
    found = digest(raw)
    if found == row.digest:
        started = row.context.startswith(FIRST)
        return _New(row._replace(size=len(raw), mtime_ns=mtime_ns), None, unfinished=started)
    body, outline, notes = read_words(path, raw, limit, row.slug)
    if notes or outline != row.outline:
        return None
    return _New(
        row._replace(
            size=len(raw),
            mtime_ns=mtime_ns,
            digest=found,
            context=(FIRST if unfinished else WORDS) + context,
            body=codec.encode_body(body),
        ),
        body,
        unfinished,
    )


def _behind(task: Task, last: Last) -> dict[str, Body] | None:
    """Words that stand in their pages and not yet in the search index; None when they are not known."""
    found = {}
    for path in last.behind:
        row = task.cache.row(path)
        if row is None or not row.body:
            return None
        found[row.slug] = codec.decode_body(row.body)
    return found


def _index(
    task: Task, bodies: Mapping[str, Body]
) -> tuple[dict[str, tuple[bytes, str]], list[str]] | None:
    """Of the search index new files with their traces' inputs, and removed ones.

    None when only the long way can tell.
    """
    if not bodies or task.cache.trace(INDEX) is None:
        return {}, []
    from site_gen.engine.searching import Keeper, inputs_of

    keeper = Keeper(task.cache, read=lambda path: (task.options.out / path).read_bytes())
    found = keeper.reword(bodies)
    if found is None:
        return None
    made, removed = found
    return {
        path: (content, encode_inputs(inputs_of(path, made[INDEX])))
        for path, content in made.items()
    }, removed


def _page(
    path: Path, found: _New, url: str, header: Mapping[str, Any]
) -> tuple[bytes, Cuts] | None:
    """An entry's page with new words; None when somebody has changed the one that is there."""
    assert found.body is not None
    try:
        page = path.read_bytes()
        return reword_page(
            page,
            Cuts.parse(found.row.cuts),
            found.body,
            url,
            base_path=header["base_path"],
            relative_urls=header["relative_urls"],
        )
    except (OSError, ValueError, IndexError):
        return None


def _write(
    task: Task, last: Last, new: list[_New], behind: Mapping[str, Body]
) -> BuildReport | None:
    cache, out, header = task.cache, task.options.out, last.header
    task.lap("read")
    worded = {found.row.slug: found.body for found in new if found.body is not None}
    # Other files wait for the long way anyhow, or for a build that need not be quick.
    waiting = task.options.words_first or any(found.unfinished for found in new)
    index = _index(task, {} if waiting else {**behind, **worded})
    if index is None:
        return None
    prepare(cache.folder)
    switch = Switch(out=out, state=cache.folder)
    made, switch.removed = index
    traces = []
    rows = []
    for found in new:
        if found.body is None:
            rows.append(found.row)
            continue
        url = f"/entries/{found.row.slug}/"
        path = f"{url[1:]}index.html"
        old = cache.trace(path)
        made_page = _page(out / path, found, url, header)
        if made_page is None:
            return None
        page, cuts = made_page
        rows.append(found.row._replace(cuts=str(cuts)))
        staged = stage(cache.folder, out, path, page, old)
        switch.staged.append(staged)
        inputs = json.decode(old.inputs) if old else {}
        inputs[f"prose:{found.row.slug}"] = found.body.digest
        traces.append(
            (path, Trace(staged.digest, staged.size, encode_inputs(tuple(inputs.items()))))
        )
    for path, (content, sources) in made.items():
        staged = stage(cache.folder, out, path, content, cache.trace(path))
        switch.staged.append(staged)
        traces.append((path, Trace(staged.digest, staged.size, sources)))
    task.lap("render")
    report = switch.commit()
    cache.set_traces(traces, switch.removed)
    cache.commit()
    for row in rows:
        cache.set_rows(shard_of(row.path), [row])
    switch.close()
    unfinished = any(found.unfinished for found in new)
    if not unfinished:
        late = {*last.behind, *(found.row.path for found in new if found.body)}
        unfinished = task.options.words_first and bool(late) and cache.trace(INDEX) is not None
        task.remember({**header, BEHIND: sorted(late) if unfinished else []})
    task.lap("write")
    return BuildReport(
        diagnostics=unpacked(header["diagnostics"]),
        write=report,
        entries=header["entries"],
        drafts=header["drafts"],
        events=header["events"],
        pages=header["pages"],
        read=len(new),
        reasons=tuple((path, ("ProseModified",)) for path, _ in traces),
        stages=task.stages,
        unfinished=unfinished,
        seconds=time.perf_counter() - task.began,
    )
