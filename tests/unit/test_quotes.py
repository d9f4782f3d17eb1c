"""Quotations to the letter, recorded hashes, and prose that is not the source's."""

from __future__ import annotations

import shutil
from hashlib import sha256
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from site_gen import cli
from site_gen.checks.quotes import CLOSE, SourceText, check_closeness, fingerprint, fold, record
from site_gen.diagnostics import Diagnostic
from site_gen.inspection import check, verify

BASE = Path(__file__).resolve().parents[1] / "cases" / "base"
ENTRY = "content/entries/bridge.md"
TEXT = """\
Ferry Fares Rise

The warden, Ada Fenn, said the bridge was “closed for repairs” and that nobody
“need hold  their breath ... it\u2019ll take all of the summer, and some of the autumn.”

The old ferry will carry what the bridge cannot, as it did for a hundred years before the war.
"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site whose only claim quotes the warden, with her words at hand."""
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    (tmp_path / "seeds/post-1.txt").write_text(TEXT)
    record = tmp_path / "seeds/post-1.yaml"
    digest = sha256(TEXT.encode()).hexdigest()
    record.write_text(record.read_text() + f"sha256: {digest}\nwords: {len(TEXT.split())}\n")
    quote(tmp_path, "closed for repairs")
    return tmp_path


def quote(site: Path, words: str) -> None:
    """Let the bridge's claim quote these words."""
    entry = site / ENTRY
    shutil.copy(BASE / ENTRY, entry)
    text = entry.read_text()
    entry.write_text(text.replace("says: It is closed for repairs.", f'quote: "{words}"'))


def found(site: Path) -> list[str]:
    """What `check` says of quotations and texts: `path:line:col: severity[code]`."""
    return [line(d) for d in check(site).diagnostics if d.code.startswith(("quote.", "text."))]


def line(diagnostic: Diagnostic) -> str:
    return str(diagnostic).partition("]: ")[0] + "]"


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("“closed”", '"closed"'),
        ("it’ll", "it'll"),
        ("hold \u00a0\n their", "hold their"),
        ("wait…", "wait..."),
        ("soft\u00adly", "softly"),
        ("cafe\u0301", "caf\u00e9"),
    ],
)
def test_typography_and_white_space_are_folded(typed: str, printed: str) -> None:
    assert fold(typed) == printed
    assert fingerprint(typed) == fingerprint(printed)


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize("letter", ["Closed", "closed,", "close", "closed - repairs", "losed"])
def test_letters_case_and_punctuation_count(letter: str) -> None:
    assert not SourceText(TEXT.encode()).has(letter)


@pytest.mark.parametrize(
    "words",
    [
        "closed for repairs",
        "need hold their breath",
        "hold their breath … it'll take",
        "need hold [...] some of the autumn",
        "need hold […] all of the summer […] autumn",
    ],
)
def test_what_stands_there_is_found(words: str) -> None:
    assert SourceText(TEXT.encode()).has(words)


def test_parts_of_a_shortened_quotation_must_follow_each_other() -> None:
    assert not SourceText(TEXT.encode()).has("some of the autumn […] need hold")


def test_verify_records_and_check_is_then_silent(site: Path) -> None:
    assert found(site) == [f"{ENTRY}:15:32: warning[quote.unrecorded]"]
    before = (site / "seeds/post-1.yaml").read_text()
    inspection = verify(site)
    assert inspection.written == ("seeds/post-1.yaml",)
    assert inspection.quotes == 1
    after = (site / "seeds/post-1.yaml").read_text()
    assert after == before + f"quotes:\n  - {fingerprint('closed for repairs')}\n"
    assert found(site) == []
    assert verify(site).written == ()


def test_without_the_text_a_recorded_hash_will_do(site: Path) -> None:
    verify(site)
    (site / "seeds/post-1.txt").unlink()
    assert found(site) == []


def test_without_the_text_one_altered_word_fails(site: Path) -> None:
    verify(site)
    (site / "seeds/post-1.txt").unlink()
    quote(site, "closed for repair")
    assert found(site) == [f"{ENTRY}:15:32: error[quote.unverified]"]
    assert cli.main(["check", "--root", str(site)]) == 1


def test_with_the_text_one_altered_word_fails_too_and_the_right_one_is_shown(site: Path) -> None:
    quote(site, "closed for reparations")
    (problem,) = [d for d in check(site).diagnostics if d.code == "quote.altered"]
    assert line(problem) == f"{ENTRY}:15:32: error[quote.altered]"
    assert problem.hint == 'the text has “"closed for repairs"”'


def test_words_that_nobody_is_like(site: Path) -> None:
    quote(site, "an entirely unrelated remark")
    (problem,) = [d for d in check(site).diagnostics if d.code == "quote.altered"]
    assert problem.hint == "give the sense under says: instead"


def test_verify_records_nothing_that_is_altered_and_says_so(site: Path) -> None:
    quote(site, "closed for reparations")
    inspection = verify(site)
    assert inspection.written == ()
    assert [d.code for d in inspection.diagnostics] == ["quote.altered"]
    assert cli.main(["verify", "--root", str(site)]) == 1


def test_verify_drops_hashes_of_quotations_that_are_gone(site: Path) -> None:
    verify(site)
    quote(site, "need hold their breath")
    verify(site)
    recorded = yaml.safe_load((site / "seeds/post-1.yaml").read_text())["quotes"]
    assert recorded == [fingerprint("need hold their breath")]


def test_verify_leaves_records_alone_whose_text_is_absent_or_another(site: Path) -> None:
    verify(site)
    (site / "seeds/post-1.txt").write_text("Another text.\n")
    inspection = verify(site)
    assert inspection.written == ()
    assert {d.code for d in inspection.diagnostics} == {"text.hash", "quote.altered"}
    (site / "seeds/post-1.txt").unlink()
    assert verify(site).written == ()


def test_a_reports_own_words_are_nobodys_quotation(site: Path) -> None:
    quote(site, "The old ferry will carry")
    assert found(site) == [f"{ENTRY}:15:32: warning[quote.unmarked]"]


def test_a_text_without_quotation_marks_tells_nothing_about_them() -> None:
    assert SourceText(b"He said 'never again'.").marks("never again")


def test_a_source_that_never_had_a_text(site: Path) -> None:
    shutil.copy(BASE / "seeds/post-1.yaml", site / "seeds/post-1.yaml")
    (site / "seeds/post-1.txt").unlink()
    assert found(site) == [f"{ENTRY}:15:32: warning[quote.unchecked]"]


def test_the_texts_own_hash_is_verified(site: Path) -> None:
    verify(site)
    (site / "seeds/post-1.txt").write_text(TEXT + "\n")
    assert found(site) == ["seeds/post-1.yaml:5:9: error[text.hash]"]


def test_the_number_of_words_is_verified(site: Path) -> None:
    verify(site)
    path = site / "seeds/post-1.yaml"
    path.write_text(path.read_text().replace("words: ", "words: 1"))
    assert found(site) == ["seeds/post-1.yaml:1:11: warning[text.words]"]


def test_a_text_whose_hash_nobody_recorded(site: Path) -> None:
    shutil.copy(BASE / "seeds/post-1.yaml", site / "seeds/post-1.yaml")
    verify(site)
    (problem,) = check(site).diagnostics
    assert line(problem) == "seeds/post-1.yaml:1:11: warning[text.unhashed]"
    assert problem.hint == f"sha256: {sha256(TEXT.encode()).hexdigest()}"


def test_a_text_under_a_wrong_name(site: Path) -> None:
    verify(site)
    (site / "seeds/post-1.txt").rename(site / "seeds/download.txt")
    (problem,) = check(site).diagnostics
    assert line(problem) == "seeds/download.txt:1:1: warning[text.orphan]"
    assert problem.hint == "it is the text of post-1: rename it to post-1.txt"


COPIED = "the old ferry will carry what the bridge cannot, as it did"
assert len(COPIED.split()) == CLOSE + 1


def close(prose: str, quotes: tuple[str, ...] = ()) -> list[str]:
    texts = {"post-1": SourceText(TEXT.encode())}
    return [str(d) for d in check_closeness({"x.md": prose}, texts, {"x.md": quotes})]


def test_eleven_words_of_the_source_are_too_many() -> None:
    eleven = " ".join(COPIED.split()[:CLOSE])
    (problem,) = close(f"---\ntitle: x\n---\n\nIn May {eleven}.")
    assert problem.startswith("x.md:5:8: warning[text.close]: 11 consecutive words are those of")
    assert close(" ".join(COPIED.split()[: CLOSE - 1])) == []


def test_case_marks_and_line_ends_do_not_hide_a_copy() -> None:
    prose = (
        "The *old* ferry will carry\nwhat the **bridge** cannot — As it did, for a\nhundred years"
    )
    (problem,) = close(prose)
    assert "16 consecutive words" in problem


def test_a_copy_in_an_event_block_is_found() -> None:
    assert len(close(f'```yaml event\nclaims:\n  - says: "{COPIED}"\n```\n')) == 1


def test_quotations_are_quotations() -> None:
    assert close(f"She said: “{COPIED}.”") == []
    assert close(f'She said: "{COPIED}."') == []
    assert close(f"```yaml event\nclaims:\n  - quote: {COPIED}\n```\n", (COPIED,)) == []


def test_a_quotation_does_not_join_what_stands_around_it() -> None:
    words = COPIED.split()
    assert close(f"{' '.join(words[:6])} “x” {' '.join(words[6:])}") == []


HASHES = ("a" * 64, "b" * 64)


@pytest.mark.parametrize(
    "text",
    [
        "headline: x\n",
        "headline: x",
        "headline: x\r\npublisher: y\r\n",
        "# first\nheadline: x # why\n\n# last\n",
        "quotes: []\nheadline: x\n",
        "quotes:\nheadline: x\n",
        "quotes: [" + "c" * 64 + "] # ours\nheadline: x\n",
        "quotes:\n  - " + "c" * 64 + "\n\n# on the headline\nheadline: x\n",
        "quotes:\n- " + "c" * 64 + "\n- " + "d" * 64 + "\nheadline: x\n",
        "headline: >-\n  folded\n  text\n",
    ],
)
def test_only_the_key_quotes_is_edited(text: str) -> None:
    edited = record(text, HASHES)
    before, after = yaml.safe_load(text), yaml.safe_load(edited)
    assert after.pop("quotes") == list(HASHES)
    before.pop("quotes", None)
    assert after == before
    rest = [part for part in text.splitlines() if "#" in part or part.startswith("headline")]
    assert all(part.partition("]")[2] or part in edited for part in rest)
    assert edited.count("#") == text.count("#")
    assert ("\r\n" in edited) == ("\r\n" in text)
    assert edited.count("\n") == edited.count("\r\n") or "\r" not in edited
    assert record(edited, HASHES) == edited


def test_no_hashes_add_no_key_and_empty_one_that_is_there() -> None:
    assert record("headline: x\n", ()) == "headline: x\n"
    assert record("quotes: [" + "c" * 64 + "]\nheadline: x\n", ()) == "quotes: []\nheadline: x\n"


@pytest.mark.parametrize("text", ["- a\n", "", "headline: x\n...\n", "a: [\n"])
def test_a_record_that_cannot_be_edited_is_left_alone(text: str) -> None:
    with pytest.raises(ValueError, match="record"):
        record(text, HASHES)
