"""Sentences, clauses, and whether what they tell is past or still to come."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from site_gen.importer.words import words

if TYPE_CHECKING:
    from collections.abc import Iterator

_TIMETABLED = (
    r"decides|retires|resigns|travels|flies|follows?|comes(?! as\b)|appears(?= (?:in court|before)\b)"
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
    r"|set to|plans? (?:to(?: \w+)?|for)|plans?(?= (?:an?|another|no|its|his|her|their)\b)|plan(?:ned|ning)(?: to(?: \w+)?| for)?|expect(?:s|ed)?|(?<!some )(?<!no )(?<!new )(?<!any )(?<!little )(?<!fresh )(?<!more )hop(?:es?|ing|ed) to(?: \w+)?|called for(?= *$| (?:\w+day|next|tomorrow))|(?:called|declared|announced|ordered) an? (?:[\w-]+ ){1,3}for(?=(?: the)?\s*$)|aim(?:s|ing|ed)? to(?: \w+)?"
    r"|intends? to(?: \w+)?|vow(?:s|ed) to(?: \w+)?|promise[sd]? to(?: \w+)?|prepar(?:es?|ing) (?:to|for)|[Aa]head of|deadline(?! [^.;,]{0,30}\bpass\b)|upcoming"
    r"|want(?:s|ed)? to(?: \w+)?|wants?(?= (?:an?|the|its|their|his|her) )|to be (?:held|signed|built|opened|sent|handed|completed|put|tried|deployed|released|replaced|sworn|inaugurated|elected|sentenced|unveiled|launched|buried|deported|extradited|announced|appointed|formed|published|paid|moved|shown)|[Uu]ntil|[Tt]ill|(?:put off|postponed|delayed|adjourned|moved) to(?= \w+day|$| \d| [A-Z])|no later than"
    r"|(?:(?<=[a-z] )(?<!the )(?<!(?:its|any) )(?<! [a-z] )(?<!early )(?<!late )(?<!false )start|opens|begins?|starts|meets?|resumes?|ends|expires|departs|leaves|returns|takes? (?:office|place|effect)|(?:holds|hosts)(?= (?:an?|its|talks|elections)\b)|comes? into (?:force|effect)|reopens?|kicks? off|gets? under ?way|takes? over|steps? down|goes? into effect|comes? to an end|arrives|"
    r"convenes?|goes to the polls|go to the polls)"
    r"(?=\s*$| (?:in|on|at|here|again|for|from|there|next|talks|work|an?|its|elections)\b)"
    r"|(?:predict|forecast|expect|anticipat|brac|fear)ing(?: for)?(?! to\b)|(?:expect|hop|aim|intend|prepar)ing to(?: have)?(?: \w+)?"
    r"|(?:outlook|preparations?|warnings?) for(?=(?: the)?\s*$)"
    r"|(?:runs?|lasts?)(?= (?:from|until|through) (?:\d|dawn|dusk|sunset|sunrise|noon|midnight|late|early|\s*$))"
    r"|appl(?:y|ies)(?= (?:from|as of)(?: the)?\s*$)|new (?:date|deadline)(?= of\b|[,:]?\s*$)"
    r"|(?:is|are) promised|(?:is|are) forecast|given (?:until|till)|(?:is|are)(?= on\s*$)|(?:is|are) (?:promised|planned|scheduled|expected|needed|required|booked|announced|slated|billed|arranged|timed|hoped)(?= (?:for|by)(?: the (?:end|start|middle|beginning) of)?\s*$)|(?<!to )(?<!not )(?<!could )(?<!can )(?<!n[’']t )be (?:[a-z]+ed|brought|held|sent|given|taken|paid|let|put|built)"
    r"|(?:forecasts?|predict(?:s|ed)?)(?= (?!on\b|in\b|at\b|by\b)(?:[\w’']+ ){1,6}(?:on|for|from|until|over)?\s*$)"
    rf"|(?:{_TIMETABLED})(?=(?: (?:to|before|into|for|with|on|by|in|at|up|back)(?! (?:have|be)\b)(?: [\w’']+){{0,4}})?(?: on| in| from| at)?\s*$)"
    r"|(?:celebrates?|commemorates?|observes?|marks|falls|concludes|closes)(?=(?: on| in)?(?: the)?\s*$)|(?<=[a-z] )set (?:for|on)(?=\s*$)"
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
CUES = re.compile(
    rf"(?:(?<!-)|(?<=\bre-))\b(?:(?P<future>{_FUTURE})|(?P<ongoing>{_ONGOING})|(?P<past>{IRREGULAR}|(?!(?:need|exceed|proceed|succeed|speed|hundred|indeed)\b)[a-z]{{2,}}ed))\b"
)
"""Verbs that tell of something to come, going on or past; no part of a compound (“US-led”) is one."""
CLAUSE = re.compile(
    r"(?<!\d),|,(?!\d)|[;:—–()\"“”]| -- | (?:but|while|when|whereas|although|though|and|which|who) "
)
_SENTENCE = re.compile(r"(?<=[.!?…])[\"”’)]*\s+(?=[\"“‘(]?[A-Z0-9])")
_ABBREVIATED = re.compile(
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
_OVER = re.compile(
    rf"\b(?!(?:has|have|says|since|according to)\b)(?:{IRREGULAR}|did|fought|[a-z]{{2,}}ed)\b"
)
_STILL = re.compile(
    r"\b(?:will|would|is|are|has|have|remains?|to|postponed|delayed|put off|extended|adjourned|suspended|closed|shut|banned|"
    r"moved|remanded|reserved|deferred|until)\b"
)
_ARRANGED = re.compile(
    r" (?:\w+ )?(?:meet|send|travell?|head|visit|leav|fly|hold|host|arriv|open|start|resum|return|vot|launch|deliver|attend|speak|join)ing\b"
)
"""What “is sending envoys on Tuesday” says has been arranged; “is burning on Tuesday” is under way."""
RESOLVED_TO = re.compile(
    r"\b(?:decided|agreed|voted|pledged|promised|vowed|threatened|offered|ordered|urged|invited|summoned)\b[^.;:]{0,80}?\bto (?!(?:the|an?|its|their|his|her)\b)[a-z]+\b"
    rf"(?:(?!\b(?:{IRREGULAR}|[a-z]+ed|but|after|before|that|which|who)\b)[^.;,])*$"
)
"""“Agreed to meet on Friday”: the past verb dates the agreement, not the meeting."""
PUT_OFF = re.compile(
    r"\b(?:postpone|delay|put off|put back|push back|pushed back|move|adjourn|extend|reschedule)(?:d|ed)?\b[^.;]{0,60}\b(?:until|till|to|for) (?:the )?(?:(?:beginning|start|end|middle) of |early |mid-?|late )?$"
)
_FOR_SO_LONG = re.compile(
    r"\b(?:was|were|had|[a-z]{2,}ed)\b(?![^.;]*\b(?:will|would|is|are|has|have)\b)[^.;,]* for (?:[a-z]+ )?(?:\w+|\d+) (?:days|weeks|months|hours|nights),$"
)
"""“Were penned in for eight days, until Saturday”: that long it has lasted."""
_STILL_SO_LONG = re.compile(
    r"\b(?:remains?|to|postponed|delayed|put off|extended|adjourned|suspended|closed|shut(?! (?:in|up)\b)|banned|moved|remanded|reserved|deferred|detained"
    r"|jailed|sentenced|imposed|declared|announced|called|allowed|ordered|given|granted|agreed|promised)\b"
)
_NOT_BEFORE = re.compile(r"\b(?:was|were|did|had)(?: not|n['’]t)\b")
"""“Was not found until Monday”: on Monday it was."""
_NOBODY = re.compile(
    rf"\b(?:[Nn]obody|[Nn]o one|[Nn]one|[Nn]othing|[Nn]ever)\b(?! (?:will|is|are)\b)[^.;,]*\b(?:{IRREGULAR}|[a-z]{{2,}}ed)\b"
)
_LETS = re.compile(
    r"\b(?:let|put|cut|set|hit|beat|cost)\b(?![^.;,]*\b(?:will|would|is|are|has|have|to)\b)[^.;,]*$"
)
"""“Let them wait until Sunday”: of the past or the present."""
_DROPPED = re.compile(r"\b(?:cancell?ed|scrapped|annulled|abandoned|called off)\b[^.;,]*$")
"""“Cancelled polls planned for February”: of that year or the next, over or not, they will not be held."""
_ACCUSED = re.compile(
    r"\b(?:accused|suspected|convicted|charged|guilty|arrested|jailed|sentenced)\b[^.;]*$"
)
"""“Accused of planning a raid in August.”"""
_FINITE = re.compile(r"\b(?:was|were|had|did|said|told|took|fell|came|went|began|broke|left)\b")
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


_MISSED = re.compile(r"\b(?:failed|missed|ignored|defied|broke|breached|after)\b[^.;]*$")
"""“They failed to meet a deadline on Tuesday”: it has passed."""


_PERFECT = re.compile(
    r"\b(?:has|have|[’']ve)(?: (?:also|now|already|not|never|since|been|again))* $"
)
HAS_ORDERED = re.compile(
    r"\b(?:has|have) (?:[a-z]+ )?(?:called|asked|told|invited|ordered|urged|summoned|requested)\b"
    r"(?![^.;]*\b(?:will|would|is|are)\b)[^.;]*$"
)
"""“Has asked them to leave on Sunday”: the day may still be that of the asking, when it is a recent one."""
_ORDERED = frozenset(
    words(
        """
    called asked invited ordered demanded summoned forecast predicted promised pledged offered proposed scheduled
    booked urged requested vowed threatened told
    """
    )
)
"""“Has called for a march on Sunday”: a perfect has no day of its own, so the day is that of the march."""


def _of_clause(clause: str, cues: list[re.Match[str]]) -> Tense:
    """The tense that the verbs before an expression give it."""
    last = cues[-1]
    if last["ongoing"]:
        return "future" if _ARRANGED.match(clause, last.end()) else "unsure"
    if last["future"]:
        before = clause[: last.start()]
        if last[0].startswith("be ") and re.search(r"\bcould (?:\w+ )?$", before):
            return "past" if re.search(r"\b(?:until|before)\b", before) else "unsure"
        if last[0].startswith("plan") and _ACCUSED.search(before):
            return "unsure"
        if _DROPPED.search(before) and re.match(r"planned|scheduled|due|slated", last[0]):
            return "unsure"
        of_it = clause[last.end() :].strip() in ("of", "on", "for", "")
        if last[0] == "deadline" and not of_it and _MISSED.search(before):
            return "past"
        until = last[0].lower() in ("until", "till") and _OVER.search(before)
        nobody = last[0].lower() in ("until", "till") and _NOBODY.search(before)
        if nobody:
            return "past"
        over = until and (_NOT_BEFORE.search(before) or not _STILL.search(before))
        if last[0].lower() in ("until", "till") and not over and _LETS.search(before):
            return "unsure"
        return "past" if over else "future"
    if last[0] in _ORDERED and _PERFECT.search(clause[: last.start()]):
        rest = clause[last.end() :]
        if last[0] == "told":
            return "future" if re.match(r" (?:[\w’']+ ){0,3}to [a-z]", rest) else "past"
        if re.match(r" (?!on\b|in\b|at\b|by\b)\w", rest):
            return "future"
    # “was to be one of the first towns handed over on …”, “will leave the base seized on …”
    planned = [cue for cue in cues[:-1] if cue["future"]]
    if planned and re.fullmatch(
        r"[a-z]+ed|held|taken|given|sent|built|shut|after [a-z]+ing", last[0]
    ):
        between = clause[planned[-1].end() : last.start()]
        if not between.strip() and re.search(r"\b(?:stay|remain|be|keep)$", planned[-1][0]):
            return "future"  # “will stay closed”
        if not _FINITE.search(between):
            return "unsure"
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
        if found.end() < len(before.rstrip()) and not _joins_nouns(before, found):
            cut = found.end()
    for clause in (before[cut:], before):
        cues = list(CUES.finditer(clause))
        if re.fullmatch(r"\W*(?:until|till)(?: late| early)?(?: on)? ", clause, re.IGNORECASE):
            opened = _verb_after(text[end:high])
            if opened and opened["past"] and re.match(r"was|were|had|[a-z]+ed", opened[0]):
                return "past"  # “Until Friday, the road was open”
        if re.fullmatch(r"\W*(?:until|till)(?: late| early)?(?: on)? ", clause) and (
            lasted := _FOR_SO_LONG.search(before[:cut])
        ):
            return "unsure" if _STILL_SO_LONG.search(lasted[0]) else "past"
        if _GO_BY_TIMETABLE.search(clause):
            return "future"
        if cues:
            return _of_clause(clause, cues)
        after = text[end:high]
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
    if not verb["future"]:
        return "past"
    if re.match(r"vowed|promised|pledged", verb[0]):
        return "past"
    return "unsure" if _WAS_TO.match(verb[0]) else "future"


_WAS_TO = re.compile(
    r"(?:was|were) (?:due|set|expected|scheduled|slated|likely|planned|supposed|to)\b|(?:hoped|planned|intended|wanted|aimed) to\b"
)


_GO_BY_TIMETABLE = re.compile(
    r"^\W*(?:[A-Z]\w+ ){1,3}(?:votes|decides)(?: again)? (?:on )?$"
    r"|^\W*(?:[A-Z]\w+(?:s|ese|ish) |[Vv]oters (?:\w+ ){0,3})(?:vote|go to the polls)(?: again)? (?:on )?$"
    r"|^(?:\W*[\w-]+){0,3}(?<!This)(?<!this)(?<=[a-z]s) (?:open|reopen|vote|resume|return|meet|start|close)(?: again)? (?:on )?$"
)
"""“Chad votes on Sunday”, “Schools open on Monday”."""


def _joins_nouns(before: str, found: re.Match[str]) -> bool:
    """Whether an “and” stands between two nouns: “talks between the rebels and the president in Gabon from …”."""
    if found[0] != " and ":
        return False
    behind = before[found.end() :]
    nouns = re.sub(
        r"\b(?:late|early|again|then|on|in|from|at|by|for|of|the|last|next|this)\b", " ", behind
    )
    return nouns.strip() != "" and not CLAUSE.search(behind) and not CUES.search(behind)


def _verb_after(text: str) -> re.Match[str] | None:
    """The first verb behind an expression; not “since”, and not who said all that (“…, officials said.”)."""
    if _EITHER.match(text):
        return None
    present = _TELLS_OF.match(text)
    if present:
        return present
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


_TELLS_OF = re.compile(
    r"\s*(?:(?P<future>marks(?= [^.;,]{0,30}\banniversary\b))|(?P<ongoing>(?!))|(?P<past>casts|raises|shows|underscores|highlights|underlines|adds|deepens|marks))\b"
)
"""What has happened does so: “The seizure of the mill on Saturday casts doubt on …”."""
_EITHER = re.compile(
    r"\s*(?:follows|comes (?:as|after|amid|days|weeks|hours|(?:just )?(?:a|one|two|three) days?))\b"
)
"""“The vote on Sunday comes after …” may be over or not."""
_NO_VERB = re.compile(
    r"[Uu]ntil|[Tt]ill|[Aa]head of|deadline|upcoming|no later than|foreseen|to be "
)


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
