"""The world's countries, and the seats of their governments.

A paragraph about a country as a whole tells of no province. A gazetteer says of which province a town is the
capital, not where the country is governed from; that tells “officials in X” from an event in X.
"""

from __future__ import annotations

import re

from site_gen.importer.notation import regex, words

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


SEATS = frozenset(
    name.replace("_", " ")
    for name in words(
        """
        kabul tirana algiers luanda yerevan canberra vienna baku manama dhaka minsk brussels
        porto_novo thimphu la_paz sucre sarajevo gaborone brasilia sofia ouagadougou bujumbura
        gitega phnom_penh yaounde ottawa praia bangui n_djamena ndjamena santiago beijing bogota
        moroni brazzaville kinshasa san_jose zagreb havana nicosia prague copenhagen djibouti
        santo_domingo dili quito cairo san_salvador malabo asmara tallinn mbabane addis_ababa suva
        helsinki paris libreville banjul tbilisi berlin accra athens guatemala_city conakry bissau
        georgetown port_au_prince tegucigalpa budapest reykjavik new_delhi jakarta tehran baghdad
        dublin jerusalem rome kingston tokyo amman astana nairobi pristina kuwait_city bishkek
        vientiane riga beirut maseru monrovia tripoli vilnius luxembourg antananarivo lilongwe
        kuala_lumpur male bamako valletta nouakchott port_louis mexico_city chisinau ulaanbaatar
        podgorica rabat maputo naypyidaw windhoek kathmandu amsterdam wellington managua niamey
        abuja pyongyang skopje oslo muscat islamabad delhi panama_city port_moresby asuncion lima manila
        warsaw lisbon doha bucharest moscow kigali riyadh dakar belgrade freetown singapore
        bratislava ljubljana mogadishu pretoria seoul juba madrid colombo khartoum paramaribo
        stockholm bern damascus taipei dushanbe dodoma bangkok lome tunis ankara ashgabat kampala
        kyiv kiev abu_dhabi london washington montevideo tashkent caracas hanoi sanaa aden lusaka
        harare
        """
    )
)
