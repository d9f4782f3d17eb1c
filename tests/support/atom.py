"""What is wrong with a feed: by a schema of RFC 4287, and by a reader of feeds that somebody else wrote."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import atoma
from lxml import etree

SCHEMA = Path(__file__).resolve().parents[1] / "data" / "formats" / "atom.rng"


@cache
def _schema() -> etree.RelaxNG:
    return etree.RelaxNG(etree.parse(SCHEMA))


def atom_errors(raw: bytes) -> list[str]:
    """Everything that is wrong with the bytes of a feed."""
    try:
        tree = etree.fromstring(raw)
        atoma.parse_atom_bytes(raw)
    except (
        etree.XMLSyntaxError,
        atoma.FeedParseError,
        atoma.FeedXMLError,
        ValueError,
    ) as problem:
        return [str(problem)]
    _schema().validate(tree)
    ids = [element.text for element in tree.iter("{*}id")]
    twice = ["one id twice"] * (len(ids) > len(set(ids)))
    return [str(error) for error in _schema().error_log] + twice
