"""A test for each row of the table in docs/status.md, and for whose word a statement is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from site_gen.chronology.status import derive, origin_of
from site_gen.diagnostics import Span
from site_gen.model import Actor, Claim, Verdict
from site_gen.parsing.register import ActorRegister
from site_gen.slug import slugify

ROOT = Path(__file__).resolve().parents[2]
BELLIGERENTS = frozenset({"north", "south"})
REGISTER = ActorRegister(
    tuple(
        Actor(name=name, slug=slugify(name), party=party, aliases=aliases)
        for name, party, aliases in (
            ("Northern Army", "north", ()),
            ("War Ministry", "north", ("Ministry of War",)),
            ("General Ash", "north", ()),
            ("Southern League", "south", ()),
            ("Red Cross", "aid", ("ICRC",)),
            ("Nurse Rowan", "", ("Rowan",)),
        )
    )
)
PUBLISHERS = {"a": "Gazette", "a2": "Gazette", "b": "Herald", "c": "Courier", "x": "x"}


def claim(speaker: str, stance: str = "asserts", *, source: str = "a", origin: str = "") -> Claim:
    actor = REGISTER.resolve(speaker)
    return Claim(
        id=actor.slug,
        speaker=actor.name,
        party=actor.party,
        stance=stance,
        says="so",
        source=source,
        origin=origin,
        span=Span(path="x"),
    )


def verdict(*claims: Claim, act: str = "", sources: tuple[str, ...] = ("a",), disputes=()):
    return derive(
        claims,
        actor_party=act,
        publishers=PUBLISHERS,
        sources=sources,
        belligerents=BELLIGERENTS,
        actor_of=REGISTER.resolve,
        disputes=disputes,
    )


def told(status: str, outlets: int, origins: int) -> Verdict:
    return Verdict(status=status, outlets=outlets, origins=origins)


def test_row_1_a_denial_disputes() -> None:
    found = verdict(claim("Nurse Rowan"), claim("Southern League", "denies"))
    assert found == told("disputed", 1, 1)
    assert verdict(claim("Southern League", "denies")).status == "disputed"


@pytest.mark.parametrize("kind", ["contradiction", "tension", "probable error"])
def test_row_2_a_dispute_disputes(kind: str) -> None:
    assert verdict(claim("Nurse Rowan"), disputes=(kind,)).status == "disputed"
    assert verdict(disputes=("different scope", kind)).status == "disputed"


def test_row_3_a_difference_of_scope_changes_nothing() -> None:
    assert verdict(claim("Nurse Rowan"), disputes=("different scope",)).status == "reported"
    assert verdict(claim("General Ash"), act="north", disputes=("different scope",)).status == (
        "claimed"
    )


def test_row_4_a_partys_word_about_itself_is_a_claim() -> None:
    assert verdict(claim("General Ash"), act="north") == told("claimed", 1, 1)


def test_row_5_and_so_is_its_word_about_an_act_of_nobody_known() -> None:
    assert verdict(claim("General Ash"), act="").status == "claimed"


def test_row_6_a_partys_word_about_others_is_a_report() -> None:
    assert verdict(claim("General Ash"), act="south") == told("reported", 1, 1)
    assert verdict(claim("General Ash"), act="aid").status == "reported"


def test_row_7_two_independent_origins_corroborate() -> None:
    found = verdict(claim("Nurse Rowan"), claim("Red Cross", "confirms"), act="south")
    assert found == told("corroborated", 1, 2)


def test_row_8_two_officials_of_one_party_are_one_origin() -> None:
    pair = (claim("General Ash"), claim("War Ministry", "confirms"))
    assert verdict(*pair, act="north") == told("claimed", 1, 1)
    assert verdict(*pair, act="south") == told("reported", 1, 1)


def test_row_9_three_outlets_that_quote_one_speaker_are_one_origin() -> None:
    quoted = [claim("Nurse Rowan", source=source) for source in ("a", "b", "c")]
    assert verdict(*quoted, sources=("a", "b", "c")) == told("reported", 3, 1)


def test_row_10_both_parties_corroborate_each_other() -> None:
    found = verdict(claim("General Ash"), claim("Southern League", "confirms"), act="north")
    assert found == told("corroborated", 1, 2)


def test_row_11_one_voice_reports() -> None:
    assert verdict(claim("Nurse Rowan"), act="north") == told("reported", 1, 1)


def test_row_12_what_is_only_passed_on_has_no_origin() -> None:
    relayed = claim("Nurse Rowan", "unconfirmed")
    assert verdict(relayed, claim("Red Cross", "unconfirmed"), act="north") == told(
        "reported", 1, 0
    )


def test_row_13_one_publisher_in_its_own_voice() -> None:
    assert verdict(act="north") == told("reported", 1, 1)
    assert verdict(act="north", sources=("a", "a2")) == told("reported", 1, 1)


def test_row_14_two_publishers_in_their_own_voices() -> None:
    assert verdict(act="north", sources=("a", "b")) == told("corroborated", 2, 2)
    assert verdict(sources=("a", "x")) == told("corroborated", 2, 2)


def test_row_15_an_unattributed_account_adds_an_outlet_and_no_origin() -> None:
    found = verdict(claim("General Ash"), act="north", sources=("a", "b"))
    assert found == told("claimed", 2, 1)


def origin(one: Claim) -> str:
    return origin_of(one, belligerents=BELLIGERENTS, actor_of=REGISTER.resolve)


def test_an_origin_within_the_own_party_changes_nothing() -> None:
    alone = origin(claim("General Ash"))
    assert origin(claim("General Ash", origin="Ministry of War")) == alone
    assert origin(claim("General Ash", origin="the staff")) == alone


def test_an_origin_of_another_party_is_that_ones_word() -> None:
    assert origin(claim("General Ash", origin="ICRC")) == origin(claim("Red Cross"))
    assert origin(claim("Nurse Rowan", origin="War Ministry")) == origin(claim("General Ash"))


def test_spellings_of_an_origin_are_one() -> None:
    by_name, by_spelling = (claim("A driver", origin=name) for name in ("Nurse Rowan", "rowan"))
    assert origin(by_name) == origin(by_spelling) == origin(claim("Nurse Rowan"))


def test_each_row_of_the_table_has_its_test() -> None:
    table = (ROOT / "docs/status.md").read_text(encoding="utf-8")
    rows = [int(number) for number in re.findall(r"^\| (\d+) \|", table, re.MULTILINE)]
    tests = [int(m[1]) for name in globals() if (m := re.match(r"test_row_(\d+)_", name))]
    assert rows == tests == list(range(1, len(rows) + 1))
