"""The pieces of which patterns of dates are made; `{}` stands for the number that keeps their groups apart."""

from __future__ import annotations

MONTH = (
    r"(?P<m{0}>January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)"
)
DAY = r"(?P<d{0}>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d:%])(?!,\d{{3}})(?!\.\d)"
YEAR = r"(?P<y{0}>1[5-9]\d\d|20\d\d)(?![\d%]|,\d{{3}}|-\d\d-\d\d)"
WEEKDAY = (
    r"(?P<w{0}>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    r"|(?:Mon|Tues|Tue|Wed|Thurs|Thur|Thu|Fri|Sat|Sun)(?:\.|(?=,? \d|, [A-Z])))"
)
COUNT = (
    r"(?P<n>(?<![-\d.,])(?i:\d{1,3}|an?(?: couple of)?|couple of|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen"
    r"|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
    r"|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?))"
)
PART_OF_DAY = (
    r"(?:(?:late|early|mid)?-?(?:morning|afternoon|evening|night|midnight|noon|dawn|dusk|midday))"
)
YEAR_TAIL = r"(?:,? (?:of )?(?P<tail>last|this|next|that|the same) year)?"


WEEKDAY1, MONTH1, MONTH2, DAY1, DAY2 = (
    WEEKDAY.format(1),
    MONTH.format(1),
    MONTH.format(2),
    DAY.format(1),
    DAY.format(2),
)
YEAR1, YEAR2 = YEAR.format(1), YEAR.format(2)
NOT_COUNT = r"(?! (?:[a-z]+s|people|per|percent|men|women|children|police|civilians|other)\b)"
COUNTED = r"(?:people|villages|tonnes|tons|litres|hectares|acres|feet|yards|troops|rebels|militants|migrants|refugees|women|children|police|hours|hrs|GMT|UTC|IST|local time|rounds|kg|km|miles|villagers|prisoners|soldiers|fighters|men|houses|homes|families|civilians|square|metres|meters|dollars)"
PREPOSITION = (
    r"(?:[Ii]n|into|[Ss]ince|[Dd]uring|[Uu]ntil|[Bb]y|[Tt]hrough|[Ff]rom|[Bb]efore|[Aa]fter|[Aa]round|[Tt]hroughout|[Bb]ack in|with(?= (?:January|February|July|September|October|November|December))|[Aa]s (?:recently|early|late) as"
    r"|(?:[Ff]or|of|and|or|to)(?= \w+\b(?! [A-Z]))|(?:compared (?:with|to)|than in|against)(?= \w+\b(?! [A-Z])))"
)
PART_OF_MONTH = (
    r"(?:the )?(?:very )?(?:early|mid|late|(?<= )end|(?:beginning|start|end|middle) of)[ -](?:in )?"
)
