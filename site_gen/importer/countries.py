"""Names of the world's countries: a paragraph about one of them as a whole tells of no province."""

from __future__ import annotations

import re

from site_gen.importer.regex import regex
from site_gen.importer.words import words

_NAMES = sorted(
    (
        name.replace("_", " ")
        for name in words(
            """
            Afghanistan Albania Algeria Angola Argentina Armenia Australia Austria Azerbaijan Bahrain Bangladesh
            Belarus Belgium Benin Bolivia Botswana Brazil Britain Bulgaria Burkina_Faso Burma Burundi Cambodia
            Cameroon Canada Chad Chile China Colombia Congo Croatia Cuba Denmark Djibouti Ecuador Egypt
            El_Salvador Eritrea Ethiopia Finland France Gabon Gambia Georgia Germany Ghana Greece Guatemala Guinea
            Haiti Honduras Hungary Iceland India Indonesia Iran Iraq Ireland Israel Italy Ivory_Coast Japan Jordan
            Kazakhstan Kenya Kosovo Kuwait Kyrgyzstan Laos Lebanon Lesotho Liberia Libya Lithuania Macedonia
            Madagascar Malawi Malaysia Mali Mauritania Mexico Moldova Mongolia Morocco Mozambique Myanmar Namibia
            Nepal Netherlands New_Zealand Nicaragua Niger Nigeria North_Korea Norway Oman Pakistan Panama Paraguay
            Peru Philippines Poland Portugal Qatar Romania Russia Rwanda Saudi_Arabia Senegal Serbia Sierra_Leone
            Singapore Slovakia Slovenia Somalia South_Africa South_Korea South_Sudan Spain Sri_Lanka Sudan Sweden
            Switzerland Syria Taiwan Tajikistan Tanzania Thailand Togo Tunisia Turkey Turkmenistan Uganda Ukraine
            Uruguay Uzbekistan Venezuela Vietnam Yemen Zambia Zimbabwe
            """
        )
    ),
    key=len,
    reverse=True,
)
CAPITAL_OF = rf"(?:{'|'.join(_NAMES)})['’]s capital"
"""“Haiti's capital”."""
_A_NAME = rf"(?:{'|'.join(_NAMES)})"
_LISTED_BEFORE = regex(rf"\b{_A_NAME}(?:, | and |, and )$")
_LISTED_AFTER = regex(rf"(?:,| and|, and) {_A_NAME}\b(?! (?:[Ss]tate|[Pp]rovince)s?\b)")


def beside_a_country(text: str, start: int, end: int) -> bool:
    """Whether a name is a country's, beside another country's: “troops from Chad and Niger”."""
    if text[start:end] not in _NAMES or re.match(
        r" (?:[Ss]tate|[Pp]rovince|[Rr]egion|[Dd]epartment)s?\b", text[end:]
    ):
        return False
    return bool(_LISTED_BEFORE.search(text[:start]) or _LISTED_AFTER.match(text[end:]))


COUNTRY = regex(
    rf"(?<!from )\b(?:{'|'.join(_NAMES)})\b(?! [A-Z])(?!['’]s (?:\w+ )?(?:army|military|forces|troops|police|soldiers|security forces)\b)"
)
"""The name of a country, not of its people, its army or a paper, nor where somebody is from who is told of."""
