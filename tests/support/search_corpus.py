"""An invented country and its chronicle, of any size, for the tests and benchmarks of the search.

Entry `i` depends on `i` alone. Words follow Zipf's law, as in texts; names stand in several
spellings; dates have every precision; claims have speakers and stances.
"""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

PLACES = (  # province, aliases, name in another script, capital, its aliases
    ("Qalanor", "Kalanor, Ghalanor", "قلانور", "Qalanor", "Kalanor, Ghalanor"),
    ("Tashkent Dar", "Tashkentdar", "تشکند دره", "Mir-i-Bagh", "Mir-e Bagh, Mirbagh"),
    ("Orvelle", "Orveille", "", "Saint-Orve", "St Orve, Sankt Orve"),
    ("Herrin", "Heryn, Harin", "هرین", "Herrin", "Heryn, Harin"),
    ("Łódzko", "Lodsko", "", "Łódzk", "Lodsk"),
    ("Kundrak", "Qundrak, Kondrak", "کندرک", "Kundrak", "Qundrak, Kondrak"),
    ("Bala Sir", "Balasir", "بالا سر", "Sir Pul", "Sar-e Pul, Sar-i Pul"),
    ("Westmark", "", "", "Port Lune", ""),
)
PEOPLE = (
    ("Zabir Mujan", "guard", "Zabihr Mujan", "زبیر مجان"),
    ("Ansel Brandt", "crown", "A. Brandt", ""),
    ("Mira O'Leary", "crown", "Mira OLeary", ""),
    ("Yusuf Karimi", "", "Yousef Karimi", "يوسف كريمي"),
    ("Lena Fjord", "", "", ""),
)
GROUPS = ("Local officials", "Mountain Guard", "Residents", "Harbour board", "Ministry of Works")
TYPES = ("Armed clash", "Statement", "Peaceful protest", "Agreement", "Situation", "")
STANCES = ("asserts", "asserts", "asserts", "confirms", "denies", "unconfirmed")
_WORDS = """
ba be bra cor da der el fa fen gar har in jo kel lo mar mon nor os par qui ros sal tor ul var wen yar
da del din for gal ker lan lim mer nat ol per ran rid sel tan ter vin zo
al ance ation der ed en er est ful ic ing ion ish ity ive ment ness on or ous s ty
the of and to in a on that was for by with from at which were had said
"""
STARTS, MIDDLES, ENDS, OFTEN = (line.split() for line in _WORDS.strip().split("\n"))


def vocabulary(size: int = 6000) -> list[str]:
    """Invented words, the frequent ones first."""
    chance = random.Random("words")
    words: dict[str, None] = {}
    while len(words) < size:
        middle = "".join(chance.choice(MIDDLES) for _ in range(chance.choice((0, 1, 1, 2))))
        words[chance.choice(STARTS) + middle + chance.choice(ENDS)] = None
    return list(words)


class Writer:
    """Writes sentences."""

    def __init__(self) -> None:
        self.words = vocabulary()
        total = 0.0
        self.weights = [total := total + 1 / (rank + 8) for rank in range(len(self.words))]

    def text(self, chance: random.Random, size: int) -> str:
        """A sentence of about so many words, with a name now and then."""
        out: list[str] = []
        picked = iter(chance.choices(self.words, cum_weights=self.weights, k=size))
        for word in picked:
            luck = chance.random()
            if luck < 0.3:
                out.append(chance.choice(OFTEN))
            elif luck < 0.36:
                out.append(name(chance))
            elif luck < 0.38:
                out.append(chance.choice(PEOPLE)[0])
            elif luck < 0.40:
                out.append(str(chance.randint(2, 400)))
            out.append(word)
        text = " ".join(out)
        return text[0].upper() + text[1:] + "."


def name(chance: random.Random) -> str:
    """A place in one of its spellings."""
    province, aliases, native, capital, others = chance.choice(PLACES)
    texts = [province, capital, *aliases.split(", "), *others.split(", "), native]
    return chance.choice([text for text in texts if text])


def when(chance: random.Random, day: int) -> str:
    """An EDTF date near a day counted from 2019."""
    year, rest = 2019 + day // 360, day % 360
    month, date = 1 + rest // 30, 1 + rest % 28
    iso = f"{year}-{month:02}-{date:02}"
    return chance.choice(
        [iso] * 14
        + [f"{year}-{month:02}", f"{iso}~", str(year), f"../{iso}", f"{iso}/..", f"{iso}?"]
    )


def entry(number: int, writer: Writer) -> str:
    """The Markdown of one entry."""
    chance = random.Random(f"entry {number}")
    day = chance.randrange(1300)
    provinces = chance.sample([place[0] for place in PLACES], chance.choice((1, 1, 2, 3)))
    sources = chance.sample(range(12), chance.choice((1, 1, 2)))
    year, rest = 2019 + day // 360, day % 360
    lines = [
        "---",
        f"title: {writer.text(chance, 6)[:-1]}",
        f"date: {year}-{1 + rest // 30:02}-{1 + rest % 28:02}",
        f"provinces: [{', '.join(provinces)}]",
        f"sources: [{', '.join(f'post-{source}' for source in sources)}]",
        f"tags: [{', '.join(chance.sample(writer.words[40:70], 2))}]",
        f"summary: {writer.text(chance, 14)[:-1]}",
        "---",
        "",
        *(writer.text(chance, 12) for _ in range(2)),
        "",
    ]
    for _ in range(chance.randint(3, 8)):
        lines += event(chance, writer, max(0, day - chance.randrange(12)), provinces, sources)
    return "\n".join(lines) + "\n"


def event(
    chance: random.Random, writer: Writer, day: int, provinces: list[str], sources: list[int]
) -> list[str]:
    """The Markdown of one event."""
    here = chance.sample(provinces, chance.choice((0, 1, len(provinces))))
    kind = chance.choice(TYPES)
    speakers = [person[0] for person in PEOPLE] + list(GROUPS)
    lines = [f"## {when(chance, day)}: {writer.text(chance, chance.randint(4, 8))[:-1]}", ""]
    lines += ["```yaml event", f"provinces: [{', '.join(here)}]"]
    if kind:
        lines.append(f"type: {kind}")
    lines.append(f"sources: [post-{chance.choice(sources)}]")
    said = chance.sample(speakers, chance.choice((0, 1, 1, 2)))
    if said:
        lines.append(f"actors: [{said[0]}]")
        lines.append("claims:")
        for speaker in said:
            lines += [
                f"  - speaker: {speaker}",
                f"    stance: {chance.choice(STANCES)}",
                f"    says: {writer.text(chance, 9)[:-1]}",
            ]
    lines += ["```", ""]
    lines += [" ".join(writer.text(chance, 11) for _ in range(chance.randint(1, 3))), ""]
    lines += [writer.text(chance, 9), ""]
    return lines


def write_site(root: Path, entries: int, base_url: str = "https://example.org/repo/") -> Path:
    """A site's folder, without a theme of its own."""
    content = root / "content"
    (content / "entries").mkdir(parents=True)
    (root / "seeds").mkdir()
    settings = [
        "title: Estravia",
        "description: An invented chronicle.",
        f"base_url: {base_url}",
        "event_types: [Statement, Situation]",
        "parties:",
        "  crown: {label: The Crown, belligerent: true}",
        "  guard: {label: Mountain Guard, belligerent: true}",
    ]
    gazetteer = ["country: {name: Estravia, code: XE}", "provinces:"]
    for number, (province, aliases, native, capital, others) in enumerate(PLACES):
        gazetteer += [
            f"  - code: XE-{number:02}",
            f"    name: {province}",
            f"    aliases: [{aliases}]",
            *([f"    names: {{fa: {native}}}"] if native else []),
            f"    capital: {{name: {capital}, aliases: [{others}]}}",
        ]
    actors = ["actors:"]
    for person, party, alias, native in PEOPLE:
        actors += [f'  - name: "{person}"', "    kind: person"]
        actors += [f"    party: {party}"] if party else []
        actors += [f'    aliases: ["{alias}"]'] if alias else []
        actors += [f"    names: {{fa: {native}}}"] if native else []
    for group in GROUPS:
        actors += [f"  - name: {group}", "    kind: group"]
    for file, lines in (("site", settings), ("provinces", gazetteer), ("actors", actors)):
        (content / f"{file}.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    for number in range(12):
        record = [
            f"headline: Report {number} of the coast post",
            f"publisher: Coast Post {number % 3}",
            "published: 2019-01-01",
            f"url: https://post.example/{number}",
        ]
        (root / "seeds" / f"post-{number}.yaml").write_text("\n".join(record) + "\n")
    writer = Writer()
    for number in range(entries):
        path = content / "entries" / f"e{number:05}.md"
        path.write_text(entry(number, writer), encoding="utf-8")
    return root
