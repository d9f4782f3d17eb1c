"""Sentences, clauses, and whether what they tell is past or still to come."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from site_gen.importer.notation import regex, words

if TYPE_CHECKING:
    from collections.abc import Iterator

_TIMETABLED = (
    r"decides|retires|resigns|travels|flies|follows?(?= on\b)|comes(?! as\b)|appears(?= (?:in court|before)\b)"
    r"|(?:council|parliament|assembly|senate|cabinet|congress|court|commission|committee|board|house|which|who|[Hh]e|[Ss]he|[Ii]t) (?:votes|rules|reports|moves|visits|signs|debates|goes|flies|sits)"
    r"|(?:hearing|trial|case|inquest|session|debate) (?:continues|resumes)|(?:report|case|bill|matter|question|file|letter|plan|draft|budget) goes"
)
"""What somebody does on a day by a timetable, told in the present: “the report goes to the council on Friday”."""
_FUTURE = (
    # The participle belongs to it: in “will be held” nothing has been held.
    r"(?:(?:wo|would)n['’]t|['’]ll|will|would|shall|(?:was|were) to have|(?:is|are|was|were) (?:due|set|expected|scheduled|"
    r"slated|likely|planned|supposed) to|(?:is|are|was|were) to|going to|(?:must|should|may|might)(?! have\b)|can(?= be\b))"
    r"(?: (?:not|also|then|now|soon|only|still|probably|likely))*(?: be| have)?(?: been)?(?: \w+)?"
    r"|(?:is|are|was|were) (?:due|set(?! (?:ablaze|alight|on fire|up|off|free|upon)\b)|expected|scheduled|slated|likely)|due|scheduled|slated|foreseen"
    r"|set to|plans? (?:to(?: \w+)?|for)|plans?(?= (?:an?|another|no|its|his|her|their)\b)|plan(?:ned|ning)(?: to(?: \w+)?| for)?|expect(?:s|ed)?|(?<!some )(?<!no )(?<!new )(?<!any )(?<!little )(?<!fresh )(?<!more )hop(?:es?|ing|ed) to(?: \w+)?|aim(?:s|ing|ed)? to(?: \w+)?"
    r"|intends? to(?: \w+)?|vow(?:s|ed) to(?: \w+)?|promise[sd]? to(?! (?:him|her|them|us|me|the|an?)\b)(?: \w+)?|(?:means?|needs?|has|have|ought) to(?: \w+)?|(?<=[“\"])(?:Come|Go|Wait|Leave|Meet|Return|Bring|Vote)|prepar(?:es?|ing) (?:to|for)|[Aa]head of|deadline(?! [^.;,]{0,30}\bpass\b)|upcoming"
    r"|want(?:s|ed)? to(?: \w+)?|wants?(?= (?:an?|the|its|their|his|her) )|to be (?:held|signed|built|opened|sent|handed|completed|put|tried|deployed|released|replaced|sworn|inaugurated|elected|sentenced|unveiled|launched|buried|deported|extradited|announced|appointed|formed|published|paid|moved|shown)|[Uu]ntil|[Tt]ill|(?:put off|postponed|delayed|adjourned|moved) to(?= \w+day|$| \d| [A-Z])|no later than"
    r"|(?:(?<=[a-z] )(?<!the )(?<!(?:its|any) )(?<! [a-z] )(?<!early )(?<!late )(?<!false )start|opens|begins?|starts|meets?|resumes?|ends|expires|departs|leaves|returns|takes? (?:office|place|effect)|(?:holds|hosts)(?= (?:an?|its|talks|elections)\b)|comes? into (?:force|effect)|reopens?|kicks? off|gets? under ?way|takes? over|steps? down|goes? into effect|comes? to an end|arrives|"
    r"convenes?|goes to the polls|go to the polls)"
    r"(?=\s*$| (?:in|on|at|here|again|for|from|there|next|talks|work|an?|its|elections)\b)"
    r"|(?:predict|forecast|expect|anticipat|brac|fear)ing(?: for)?(?! to\b)|(?:expect|hop|aim|intend|prepar)ing to(?: have)?(?: \w+)?"
    r"|(?:is|are) (?:invited|asked|urged|told|required|summoned) to(?: \w+)?|(?:is|are) promised|(?:is|are) forecast|given (?:until|till)|(?:is|are)(?= on\s*$)|(?<!to )(?<!not )(?<!could )(?<!can )(?<!n[’']t )be (?:[a-z]+ed|brought|held|sent|given|taken|paid|let|put|built)"
    rf"|(?:{_TIMETABLED})(?=(?: (?:to|before|into|for|with|on|by|in|at|up|back)(?! (?:have|be)\b)(?: [\w’']+){{0,4}})?(?: on| in| from| at)?\s*$)"
)
IRREGULAR = (
    "was|were|had|did|said|told|took|fell|came|went|began|broke|left|got|made|met|put|held|led|sent|shot|drove|ran"
    "|rose|fled|gave|found|kept|sold|sat|wrote|spoke|saw|fought|blew|died|lost|won|hit|struck|stood|became|brought"
    "|caught|built|felt|grew|knew|paid|rode|sank|slew|swept|threw|wore|withdrew|overran|overthrew|flew|ate|bore|"
    "chose|drew|dug|froze|hung|laid|lay|lit|meant|rang|read|sought|shook|tore|sprang|burst|hurt|shut|split|spread|beat|bled|bought|clung|crept|dealt|fed|flung|"
    r"cost(?= (?:an?|the|him|her|it|us|them|at|some|more|nearly|about|\d[\d,.]*|[$€£]\d+|[a-z]+ (?:lives|men|people))\b)|(?<=has )forecast|(?<=have )forecast|retook|rebuilt|overcame|undertook|underwent|upheld|withheld|oversaw|overthrown|misled|mistook|rewrote|forbade|forgave|withstood|drank|bent|bound|burnt|shone|shrank|spat|stung|strode|strove|trod|wove|learnt|sped|bade|dwelt|flung|ground|shed(?= (?:blood|tears|light))|arose|awoke|bit|heard|understood|thrust|spilt|(?<!to )(?<!could )(?<!can )(?<!may )(?<!not )(?:cast(?= (?:their|his|her|its|an?|the|ballots?|votes?)\b)|cut(?= (?:off|short|down|power|the|his|her|its|their)\b)|quit(?= (?:the|his|her|as|over|in|on|after)\b)|let(?= (?:him|her|them|the|some|about|\d+)\b)|set(?= [^.;,]{2,40} (?:on fire|ablaze|alight|free)\b))|forgot|hid|knelt|leapt|lent|rang|sang|slid|spent|spun|swam|swung|wept|wound|slept|stole|stuck|swore|taught|thought|woke"
    r"|could not|couldn['’]t|wounded|let(?= [^.;,]{0,40}\bpass\b)|after [a-z]+ing|gone|taken|begun|broken|stolen|fallen|seen|been|blown|torn|killed|bombed|has|have|says|says|according to|since|(?<!to )(?<!ll )(?<!ld )set(?= (?:out|off|up|sail|fire|alight|ablaze|free)\b)"
)
_ONGOING = r"(?:is|are|am|['’](?:re|s))(?= (?:\w+ )?(?!going\b)[a-z]+ing\b)"
CUES = regex(
    rf"(?:(?<!-)|(?<=\bre-))\b(?:(?P<future>{_FUTURE})|(?P<ongoing>{_ONGOING})|(?P<past>{IRREGULAR}|(?!(?:need|exceed|proceed|succeed|speed|hundred|indeed)\b)[a-z]{{2,}}ed))\b"
)
"""Verbs that tell of something to come, going on or past; no part of a compound (“US-led”) is one."""
CLAUSE = regex(
    r"(?<!\d),|,(?!\d)|[;:—–()\"“”]| -- | (?:but|while|when|whereas|although|though|and|which|who) "
)
_SENTENCE = regex(r"(?<=[.!?…])[\"”’)]*\s+(?=[\"“‘(]?[A-Z0-9])")
_ABBREVIATED = regex(
    r"\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Gen|Col|Maj|Lt|Sgt|Capt|Gov|Sen|Rep|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|St|"
    r"Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun|No|vs|approx|Brig|Cmdr|Prof|Rev|Adm|Cpl|Pvt|Hon|U\.S|U\.N|U\.K|a\.m|p\.m)\.$"
)


@lru_cache(maxsize=64)  # asked again for every expression of a paragraph
def sentences(text: str) -> tuple[tuple[int, int], ...]:
    """(start, end) of each sentence of a paragraph."""
    spans: list[tuple[int, int]] = []
    start = 0
    for found in _SENTENCE.finditer(text):
        before = text[start : found.start()]
        if _ABBREVIATED.search(before) and not before.endswith("on X."):
            continue
        spans.append((start, found.start()))
        start = found.end()
    spans.append((start, len(text)))
    return tuple(spans)


def sentence_start(text: str, at: int) -> int:
    """Where the sentence begins in which a place of the text lies."""
    return next((a for a, b in sentences(text) if a <= at <= b), 0)


Tense = Literal["past", "future", "unsure", ""]
_OVER = regex(
    rf"\b(?!(?:has|have|says|since|according to)\b)(?:{IRREGULAR}|did|fought|[a-z]{{2,}}ed)\b"
)
_STILL = regex(
    r"\b(?:will|would|is|are|has|have|remains?|to (?!(?:the|an?|his|her|its|their)\b)[a-z]+|postponed|delayed|put off|extended|adjourned|suspended|closed|shut|banned|"
    r"moved|remanded|reserved|deferred|called off|cancell?ed|can|could|may|until)\b"
)
_LASTED = regex(
    r"\b(?i:not|[a-z]+n['’]t|never|no|none|nobody|nothing|continued|lasted|raged|went on|dragged on|stayed|remained|lay|lived|worked|served|ruled|reigned|led|ran|fought|waited"
    r"|resisted|held out|slept|sat|stood|kept|held|followed|was|were|had been)\b"
    rf"|\b(?!(?:be|been|being|is|are)\b)[\w’']+ (?:{IRREGULAR}|[a-z]{{2,}}ed) $"
)
"""“Raged until Sunday”, “dug until Sunday”, “nobody came until Sunday”: it is over. Somebody who “had water until Sunday” may have some still."""
ARRANGED = regex(
    r"\b(?:decided|agreed|voted|pledged|promised|vowed|threatened|offered|ordered|urged|asked|told|invited|summoned|warned|called (?:up)?on|appealed to|instructed|advised)\b[^.;:]{0,80}?\bto (?!(?:the|an?|its|their|his|her)\b)[a-z]+\b"
    rf"(?:(?!\b(?:{IRREGULAR}|(?!closed\b)[a-z]+ed|but|after|before|that|which|who)\b)[^.;,])*$"
    r"|\b(?:postpone|delay|put off|put back|push(?:ed)? back|move|adjourn|extend|reschedule)(?:d|ed)?\b[^.;]{0,60}"
    r"\b(?:until|till|to|for) (?:the )?(?:(?:beginning|start|end|middle) of |early |mid-?|late )?$"
    r"|\b(?:sought|demanded|requested|ordered|asked for|called for|promised|pledged|vowed|(?:trying|working|racing|struggling|rushing)\b[^.;,]*\bto)\b[^.;,]*\bby (?:the )?$"
    r"|\b(?:starting|beginning|effective)(?: on| from)? $|\binvited\b[^.;,]*\bto (?!the (?:scene|front)\b)(?:an?|the|its|his|her|their) [^.;,]*\bon $"
    r"|\b(?:announced|declared|proposed|offered|ordered|cancell?ed|called off|suspended|banned|imposed|scheduled|closed|shut|in force)\b[^.;,]*\b(?:from|through) $"
    r"|\b(?:warnings?|forecasts?|alerts?) of\b(?:(?!\b(?:said|told|on)\b)[^.;,])*(?:\bfrom |\bon |\bfor )$"
    r"|(?<!has )(?<!have )\bcalled (?:\w+ )?for (?:[a-z-]+ ){1,4}?on $"
)
"""“Agreed to meet on Friday”, “was put off until Friday”, “called for a march on Friday”: the verb may have its own day."""
_LONG = 4000
_FAR = 800
"""Characters within which the verb of an expression stands, in a “sentence” without end."""


def pieces(text: str) -> Iterator[tuple[int, str]]:
    """(offset, piece) of a paragraph: all of it, or whole sentences of one that no news has.

    What looks around an expression takes time with the length of the paragraph.
    """
    if len(text) <= _LONG:
        yield 0, text
        return
    start = end = 0
    for _, high in sentences(text):
        if high - start > _LONG and end > start:
            yield start, text[start:end]
            start = end
        end = high
    while end - start > 4 * _LONG:  # a “sentence” without end
        yield start, text[start : start + _LONG]
        start += _LONG
    yield start, text[start:end]


_PERFECT = regex(r"\b(?:has|have|[’']ve)(?: (?:also|now|already|not|never|since|been|again))* $")
_ORDERED = frozenset(
    words(
        """
    called asked invited ordered demanded summoned forecast predicted promised pledged offered proposed scheduled
    booked urged requested vowed threatened told announced warned
    """
    )
)
"""“Has called for a march on Sunday”: a perfect has no day of its own, so the day is that of the march."""


def _of_clause(clause: str, cues: list[re.Match[str]], after: str) -> Tense:
    """The tense that the verbs before an expression give it, and those after it to what was planned."""
    last = cues[-1]
    before, rest = clause[: last.start()], clause[last.end() :]
    if last["ongoing"]:
        return "unsure"
    if last["future"]:
        if re.match(r"planned|scheduled|due|slated", last[0]):
            came_of_it = _verb_after(re.split("[.;:,]", after)[0])
            over = came_of_it is not None and came_of_it["past"]
            return "unsure" if over else "future"
        until = last[0].lower() in ("until", "till")
        if until and re.match(r",? when\b", after):
            return "past"
        if not until or not _OVER.search(before) or _STILL.search(before):
            return "future"
        goes_on = re.match(r"(?: \w+)? to [a-z]", after)
        return "past" if _LASTED.search(before) and not goes_on else "unsure"
    if last[0] in _ORDERED and _PERFECT.search(before) and re.match(r" (?!on|in|at|by)\w", rest):
        return "future"
    # “was to be one of the first towns handed over on …”, “will leave the base seized on …”
    planned = [cue for cue in cues[:-1] if cue["future"]]
    if planned and re.fullmatch(r"[a-z]+ed|held|taken|given|sent|built|shut", last[0]):
        kept = re.search(r"\b(?:stay|remain|be|keep)$", planned[-1][0]) is not None
        return (
            "future"
            if kept and clause[planned[-1].end() :].split(maxsplit=1)[0] == last[0]
            else "unsure"
        )
    return "past"


def tense(text: str, start: int, end: int) -> Tense:
    """Of the clause that an expression stands in: the nearest verb before it, else after it.

    `unsure`: something to come and something past are both near.
    """
    low, high = next(((a, b) for a, b in sentences(text) if a <= start <= b), (0, len(text)))
    low, high = max(low, start - _FAR), min(high, end + _FAR)
    before = text[low:start]
    cut = 0
    for found in CLAUSE.finditer(before):
        if found[0] == " and " and not CUES.search(before, found.end()):
            continue  # it stands between two nouns
        if found.end() < len(before.rstrip()):
            cut = found.end()
    for clause in (before[cut:], before):
        alone = re.fullmatch(r"\W*(?:[Uu]ntil|[Tt]ill)(?: late| early)?(?: on)? ", clause)
        if alone and _OVER.search(before[:cut] or text[end:high]):
            return "unsure"  # “they were shut in for eight days, until …”, “until …, it was safe”
        cues = list(CUES.finditer(clause))
        after = text[end:high]
        if cues:
            return _of_clause(clause, cues, after)
        # A clause that begins with the expression: “On Friday, the president will meet …”.
        begins = len(clause.split()) <= 2
        if (
            clause is not before and (begins or not re.match(r"\s*[,;:(—–]", after))
        ) or not before.strip():
            follow = _verb_after(after)
            stop = None if not before.strip() else CLAUSE.search(after.lstrip(", "))
            if follow and (stop is None or follow.start() <= stop.start() + 2):
                return _told_behind(follow)
    follow = _verb_after(text[end:high])
    if follow and follow["future"] and CLAUSE.search(text[end : end + follow.start()].lstrip(", ")):
        return "unsure"
    return _told_behind(follow) if follow else ""


def _told_behind(verb: re.Match[str]) -> Tense:
    """What the verb behind an expression makes of it: “On Tuesday, he vowed to go” tells of Tuesday, “he was to go” may be over."""
    if not verb["future"] or re.match(r"vowed|promised|pledged", verb[0]):
        return "past"
    return "unsure" if re.match(r"was|were|hoped|planned|intended|wanted", verb[0]) else "future"


def _verb_after(text: str) -> re.Match[str] | None:
    """The first verb behind an expression; not “since”, and not who said all that (“…, officials said.”)."""
    for cue in CUES.finditer(text):
        if cue["future"] and _NO_VERB.match(cue[0]):
            continue  # “this year they wait until …”: it says when that ends
        said = re.fullmatch(r"said|says|told|reported|announced|warned|added", cue[0])
        if (
            cue["ongoing"]
            or cue[0] == "since"
            or (said and re.match(r"\s*(?:[.,;”\"]|$)", text[cue.end() :]))
            or (said and re.fullmatch(r",[\s”\"]*", text[: cue.start()]))
        ):
            continue
        return cue
    return None


_NO_VERB = regex(r"[Uu]ntil|[Tt]ill|[Aa]head of|deadline|upcoming|no later than|foreseen|to be ")


def tells(text: str) -> bool:
    """Whether there is a verb in it that tells of something past or to come."""
    return any(not cue["ongoing"] for cue in CUES.finditer(text))


def is_deadline(text: str, start: int, end: int) -> bool:
    """Whether an expression is when something must be done: “by …”, “a … deadline”."""
    before, after = text[max(0, start - 25) : start].lower(), text[end : end + 22].lower()
    return bool(
        re.search(
            r"\b(?:by|before|until|till|no later than|ahead of|prior to|through|as of)\s+(?:the )?$",
            before,
        )
        or re.match(r",?[ -]*(?:the )?(?:\w+ )?(?:deadline|target|cut-?off)", after)
        or re.search(r"\bdeadline (?:of|on|for)\s+$", before)
    )
