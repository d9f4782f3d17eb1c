"""Seats of the world's governments, for telling “officials in X” from an event in X.

A gazetteer says of which province a town is the capital, not where the country is governed from.
Folded names; one word or several joined by `_`. Source: common knowledge, national capitals only.
"""

from __future__ import annotations

from site_gen.importer.words import words

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
