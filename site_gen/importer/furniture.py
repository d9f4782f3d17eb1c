"""What of a pasted page is the article, and what is the page's furniture.

Every line is put into one class, with the reason; nothing is thrown away, so that `--explain` can
list what was left out and an editor can disagree. The classes are found by what a line says (a list
of the phrases that news pages use), by what it looks like (a sentence, a headline, a row of links)
and by whether the very same paragraph stands in other documents.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from site_gen.gazetteer import fold
from site_gen.importer.datelines import dateline
from site_gen.importer.paragraphs import paragraphs
from site_gen.importer.tense import tells
from site_gen.importer.words import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

LineKind = Literal["title", "body", "furniture"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One paragraph of the supplied text."""

    number: int
    """Line in the supplied text, counted from 1; the first one when lines were hard-wrapped."""
    text: str
    kind: LineKind
    reason: str
    """Class of furniture (`navigation`, `caption` …); empty for the article itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A supplied text, taken apart."""

    title: str
    title_line: int
    """0 when no headline was found."""
    lines: tuple[Line, ...]
    """All paragraphs in the order of the text."""
    byline: tuple[str, ...] = ()
    """Names after “By”, as the page gives them."""
    agencies: tuple[str, ...] = ()
    """Agencies of a closing “With reporting by …” line."""

    @property
    def body(self) -> tuple[Line, ...]:
        """The paragraphs of the article."""
        return tuple(line for line in self.lines if line.kind == "body")

    @property
    def text(self) -> str:
        """The article's paragraphs, one a line."""
        return "\n".join(line.text for line in self.lines if line.kind == "body")


_MONTHS = (
    "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    "|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
_DATE_WORDS = re.compile(
    rf"\b(?:{_MONTHS}|(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|wed|thu|fri|sat|sun|\d[\d:/.,hH-]*"
    r"(?:st|nd|rd|th)?|[ap]\.?m\.?|(?-i:[A-Z]{3,4})|gmt|utc|at|on|published|updated?|last|posted|first|modified"
    r"|edition|date|time|issue|of|minutes?|hours?|days?|weeks?|months?|ago|min|read)\b\.?",
    re.IGNORECASE,
)

_ANYWHERE: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (reason, re.compile(pattern, re.IGNORECASE))
    for reason, pattern in (
        (
            "navigation",
            (
                r"^(?:accessibility links|skip to (?:main )?(?:content|navigation)|breaking news|(?:go|back) to "
                r"(?:the )?(?:top|contents|home ?page).*|home|menu|search|sections|latest(?: news)?|top stories|"
                r"most (?:read|viewed|popular|shared|commented).*|trending.*|live:.*|next story:?.*|"
                r"previous (?:story|post|article):?.*|next (?:post|article):?.*|print(?:able version)?.*|"
                r"text size.*|listen(?: to this article)?|open menu|close|more (?:news|stories|on this).*|"
                r"(?:main )?navigation|toggle .{0,20}|view (?:comments|all)|load more.*|jump to .{0,30}|"
                r"edition:.*|tags?:.*|topics?:.*|filed under.*|categor(?:y|ies):.*|keywords:.*|download|"
                r"key (?:points|developments|facts|takeaways):?|live(?: updates| blog| coverage| reporting)?|"
                r"list (?:of )?\d+ (?:items|of \d+)|end of list|keep reading|https?://\S+|click here\b.*|read the (?:original|full) (?:article|story|report|statement)\b.*|continue reading(?: the main story)?|(?:skip|after|before) .{0,20}\b(?:promotion|advert\w*)|skip past .{0,40}|"
                r"(?:video|audio|media) player.*|(?:\d+px )?presentational .{0,20}|(?:article|story) continues .{0,30})$"
            ),
        ),
        (
            "time stamp",
            r"^(?:at )?\d{1,2}[:.h]\d{2}(?: ?[ap]\.?m\.?)?(?: ?(?-i:[A-Z]{2,5}))?(?: ?[-–—|]? ?(?:updated?|posted))?$",
        ),
        (
            "live page",
            (
                r"\bwelcome (?:back )?to (?:our|the|this) (?:rolling |live )?(?:live|coverage|blog)\b"
                r"|\b(?:our|this|today['’]s) live (?:coverage|blog|page|reporting)\b"
                r"|\bthat['’]s (?:all|it) (?:from us )?for (?:now|today|tonight)\b"
            ),
        ),
        (
            "page turn",
            r"^(?:please )?(?:see|turn to) .{0,40},? page \w+|^continued (?:from|on) .{0,30}$|^page \w+$",
        ),
        (
            "related links",
            (
                r"^(?:related|read (?:more|next|also)|also read|see also|more from|more about|you (?:might|may) also"
                r"|recommended|further reading|don.t miss|watch|listen|read(?=:)|video|podcast|gallery|in pictures|what to read"
                r"|up next|more coverage|editors?['’]? picks?|explainer|opinion|analysis)\b[^.]{0,20}(?::.*|$)"
            ),
        ),
        (
            "share and subscribe",
            (
                r"^(?:share\b.{0,60}|tweet.{0,20}|email (?:this|article).{0,30}|click to share.*|like loading.*"
                r"|(?:sign|log) (?:in|up|out|on)\b.{0,80}|register(?: now)?|subscribe\b.{0,80}|my account"
                r"|follow (?:us|me|him|her|them)\b.*|enter your e-?mail.*|newsletters?\b.*|.{0,40}newsletter\.?"
                r"|get (?:the|our) .{0,60}(?:inbox|mail|email|app)\b.*|donate(?: now)?|support (?:us|our).{0,40}"
                r"|(?:log in|register|sign in)\b[^.]{0,30}\b(?:to|or) (?:save|subscribe|comment|follow)\b.*"
                r"|good journalism\b.*|[^“”\"]{0,160}\b(?:sign up to (?:receive|get)|(?:editors|team) send out)\b.*"
                r"|[^“”\"]{0,120}\bsign up (?:here|now|today|below|free|for free)\b.{0,30}"
                r"|[^“”\"]{0,120}\b(?:tax[- ]deductible|donate (?:now|today|here)|follow our|google news|make a donation|breaking news alerts)\b.{0,60}"
                r"|(?:to help|how to help|how you can help)\s?[:?].*|save (?:articles|stories|this)\b.*"
                r"|(?:save|share|print)\b.{0,20}\b(?:log in|register|subscribe)\b.*"
                r"|facebook|twitter|whatsapp|(?:(?:facebook|twitter|whatsapp|telegram|linkedin|email|print|reddit"
                r"|pinterest|instagram|share|tweet|pdf)[\s|·•,/]*){2,}|copy link|save|bookmark)$"
            ),
        ),
        (
            "consent and terms",
            (
                r"\b(?:we use|uses?) cookies\b|\bcookie (?:policy|preferences|settings)\b|^(?:accept|reject) all\b"
                r"|^manage preferences|^terms (?:of|and)\b|^privacy\b|privacy policy\b|\ball rights reserved\b"
                r"|^(?:©|\(c\)|copyright)\s|©|\breproduction (?:is )?prohibited|^about us$|^contact(?: us)?$"
                r"|^advertise(?: with us)?$|^disclaimer|^our standards\b|^(?:our )?(?:ethics|editorial) (?:policy|standards|guidelines)"
                r"|\bcorrections? polic(?:y|ies)\b|\bnot responsible for the (?:content|opinions|views)\b"
                r"|^[^“”\"]{0,80}\b(?:views|opinions|comments|statements)\b[^“”\"]{0,60}\b(?:do not|don['’]t|does not) (?:necessarily )?(?:reflect|represent)\b"
            ),
        ),
        (
            "advertisement",
            r"^(?:advertisements?|sponsored.{0,40}|promoted|ad|paid (?:post|content)|story continues below.*)$",
        ),
        (
            "shop",
            r"^(?:shopping cart|no products in the cart.*|(?:add to|view) (?:cart|basket).*|checkout|your (?:cart|basket).*)$",
        ),
        (
            "letters",
            (
                r"^(?:were you there|send us (?:your|a)\b|letters to the editor|have (?:you|a) (?:got )?(?:a )?(?:story|tip|news)\b|we want to hear\b|submit a letter\b"
                r"|got a tip|get in touch|are you (?:affected|in the area|there)|share your (?:story|experience)|do you have (?:a|any)\b"
                r"|contact the (?:author|reporter|editor)).*"
            ),
        ),
        (
            "caption",
            (
                r"^\[?(?:image|photo|picture|video|graphic|map|illustration|caption)s?(?: credit| caption)?\s*[:/–-]"
                r"|\((?:file(?: photo| picture)?|archive(?: photo)?|undated photo|photo:? .{0,40}|handout.{0,20}|"
                r"illustrative.{0,20})\)\.?$"
                r"|\((?:[A-Z][\w.' -]{1,40} ?/ ?[A-Z][\w.' -]{1,40}|(?:ap|afp|reuters|epa|getty)\b.{0,40})\)\.?$"
                r"|(?-i:\w{3}[.!?] (?:AFP|AP|Reuters|REUTERS|Getty|EPA)\b[\w /–-]{0,40}$)"
                r"|(?:getty images|shutterstock|ap photo|afp photo|reuters/[A-Z]\w+|epa-efe)\b.{0,30}$"
                r"|\b(?:file photo\b|photo(?:graph)?(?::| (?:by|courtesy)\b))|^\d+x\d+ image$"
            ),
        ),
        (
            "credit",
            (
                r"^[(–—-]*\s?(?:with|additional reporting|inputs?|agencies)\b:? (?:(?:inputs?|reports?|reporting|text) (?:from|by) )?"
                r"(?:agencies|wires?|wire reports?|(?:(?:the )?(?-i:AFP|AP|Reuters|PTI|ANI|IANS|AAP|EFE|DPA|dpa|BBC|CNN|Bloomberg|Xinhua|TASS"
                r"|Anadolu|Associated Press|Agence France-Presse)(?:, ?| and | & )?)+).{0,40}$"
                r"|^[(–—-]?\s?(?-i:AFP|AP|Reuters|PTI|ANI|IANS|AAP|EFE|Agencies|Xinhua|APP|UNI)[)–—-]?$"
                r"|^\(?(?:with |additional |some )*(?:reporting|files|contributions?|inputs?|material|information)\b.{0,12}"
                r"\b(?:by|from)\b.{0,160}$|^\(?(?:reporting|writing|editing|compiled|edited|written|translated) by\b.*"
                r"|^this (?:story|report|article|document|update|publication|press release|material)"
                r" (?:is|was|has been|may be|cannot be) (?:supported|funded|made|made possible|reproduced|published|based on|written|produced|originally|first|compiled)\b.*"
                r"|^[^“”\"]{2,160} contributed (?:to this|to the|reporting|from|research)\b[^“”\"]{0,120}$|^their names are being withheld.*"
                r"|^[A-Z]\S+(?: [A-Z]\S+| and| in)* (?:reported|contributed) from [A-Z][^“”\"]{0,100}$"
                r"|^(?:some )?(?:information|material)\b.{0,40}\b(?:provided|supplied) by\b.{0,80}$|^a version of this (?:article|story) .*"
                r"|^\((?:[^()]{1,30} )?(?:with|and) (?-i:[A-Z])[^()]{1,60}\)$|^(?-i:[a-z]{2,4}(?:[-/][a-z]{1,5})+)(?: \([^()]{2,60}\))?$"
                r"|^(?:some |the |all )?names?\b.{0,20}\b(?:have|has) been (?:changed|withheld)\b.{0,60}$"
            ),
        ),
        (
            "byline",
            (
                r"^(?:words|text|story|report|photo\w*|pictures?)(?:,? (?:and|&) \w+)* by:? [A-Z].{1,60}$"
                r"|^by:? [A-Z@].{1,80}$|^posted (?:by|on|in)\b.{0,80}$|^from (?:our|a) (?:own )?(?:special )?correspondent"
                r".{0,60}$|^(?:staff|special|contributing|guest) (?:writer|reporter|correspondent|to the .{2,30})s?$"
                r"|^.{2,60}[·•|]\s*\d+ min(?:ute)?s? read$|^\d+ min(?:ute)?s? read$|^written by .{2,60}$|^author:.*"
            ),
        ),
        (
            "comments",
            r"^(?:.{0,60}\b)?leave a (?:comment|reply)\b.*|comments (?:will be|are) (?:edited|moderated|reviewed|subject)\b.*|.*\bsuspend\w* (?:article )?comment\w*.*|your thoughts.{0,4}$|^\d+ (?:comments?|replies|responses?|thoughts?|likes|shares|views)\b(?: (?:on|to|so far)\b.*)?$|^comments? ?(?:\(\d+\)|\d+)?$",
        ),
    )
)
_AUTHOR_BOX = re.compile(
    r"^Our (?:\w+ )?(?:correspondents?|reporters?|journalists|newsroom|team|desk)\b.{0,60}\b(?:reports?|covers?|brings?|writes?|works?)\b"
    r"|^(?:[A-Z][\w.'’-]+ ){1,4}(?:is|was) (?:an?|the|one of the|our) .{0,60}(?:correspondent|journalist|reporter|writer|"
    r"editor|columnist|freelancer?|fellow|contributor|media outlet|news (?:agency|service|website)|broadcaster|station)"
    r"|^is an? .{0,50}(?:correspondent|journalist|reporter|writer|editor|columnist|fellow)\b"
    r"|^(?:[\w.’'/-]+ ){1,6}is one of the (?:most|largest|oldest|leading)"
    r"|\b(?:joined|writes for|reports (?:on|for|from)|covers?) .{0,60}\b(?:in (?:19|20)\d\d|for (?:the|us|our)|since (?:19|20)\d\d|@\w)"
    r"|^[Ee]ditor['’]s? [Nn]ote\b|^\w+ publishes (?:around |about |up to |more than )?\d+"
    r"|\bfollow (?:him|her|them|me|us)\b|\bcan be reached at\b|\breports on (?:the )?[A-Z]\w+\.",
)
_APPEAL = re.compile(
    r"\b(?:tax[- ]deductible|(?:make|consider(?:ing)?|monthly|one-time)\b.{0,30}\b(?:donation|contribution|gift)"
    r"|become a (?:member|subscriber|supporter|patron)|support (?:our|independent|quality) (?:\w+ )?(?:journalism|reporting|work))\b",
    re.IGNORECASE,
)
"""A paper's plea to its readers, which may run to several sentences."""
_STOP = re.compile(
    r"^(?:leave (?:a |your )?(?:comments?|repl(?:y|ies))|(?:add|post|write) (?:a|your) comment.*|(?:\d+|one) (?:comments?|responses?|repl(?:y|ies)|thoughts?)(?: (?:on|to|so far)\b.*)?"
    r"|-*\s?ends\s?-*|note from the (?:author|editor):?.*|# ?# ?#|-30-|notes? (?:to|for) editors?\b.*|for interviews?\b.*|media (?:contacts?|enquiries|inquiries):?.*|press contacts?:?.*"
    r"|get in touch|have your say"
    r"|for (?:further|more) information(?:,? please)?(?: contact)?\b.*|about (?:us|the (?:authors?|organi[sz]ation))"
    r"|comments? ?(?:\(\d+\)|\d+)?(?: closed)?|related internet links|your email address will not be published.*|join the (?:conversation|discussion).*"
    r"|the comments? (?:section )?(?:is|are) .*|(?:•\s*)?\d+x\d+ image|about the authors?)$",
    re.IGNORECASE,
)
"""After such a line nothing of the article follows."""
_MORE = re.compile(
    r"^(?:more on this story|explore more on .*|most (?:read|viewed|popular).*|you (?:might|may) also (?:like|be interested).*"
    r"|related (?:posts|articles|stories|news|content|topics|coverage).*|more (?:news|stories)|more on .{3,40}:|recommended for you.*)$",
    re.IGNORECASE,
)
"""A box with links, at the end of most pages, in the middle of some."""

_AFTER_LINKS = re.compile(
    r"^(?:keep reading|read (?:more|next|also)|see also|related.*|more from.*):?$", re.IGNORECASE
)
_SENTENCE_END = re.compile(r"[.!?…][\"”’'»)\]]*$|[\"”»]$|[.!?][\"”]?\s*[—-]?\s*\(?[A-Z]{2,6}\)?$")
_SMALL_WORD = re.compile(
    r"\b(?:the|a|an|of|to|in|and|was|were|is|are|had|has|have|said|that|on|at|for|with|from|by|he|she|they|it|his|"
    r"her|their|not|be|been|who|which|as|but|i|we|there|will|would)\b"
)
_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|says?|said|did|does|do|came|went|took|fell|began|left|told|got|"
    r"made|met|put|set|cut|hit|lost|won|held|led|sent|shot|broke|drove|ran|rose|fled|could|can|may|might|must|[a-z]+ed|"
    r"ends?|begins?|opens?|starts?|meets?|leaves?|expires?|returns?|takes?|continues?|remains?|became|gave|found|kept|sold|sat|wrote|spoke|saw|fought|blew|died|declared|insists?)\b"
)
_PRESENT = re.compile(
    r"\b(?:patrols?|stands?|walks?|sits?|looks?|gathers?|inspects?|holds?|carry|carries|waves?|rides?|attends?|speaks?|"
    r"poses?|arrives?|leaves?|pass(?:es)?|queues?|waits?|listens?|watch(?:es)?|prays?|mourns?|shows?|runs?|warms?|"
    r"rest|rests|keeps? watch|drives?|searches|search|board|boards|greets?|shakes?|visits?|take part|takes part|"
    r"are (?:seen|pictured|\w+ing)|is (?:seen|pictured|\w+ing)|(?:is|are) shown)\b"
)
_DAY = re.compile(rf"\b(?:{_MONTHS})\.? \d{{1,2}}\b|\b\d{{1,2}} (?:{_MONTHS})\b", re.IGNORECASE)
_LINKS = re.compile(r"\s(?:[>›»|·•]|/)\s|[|·•›»]")
_BULLET = re.compile(r"^[\s•*▪◦‣·–-]+\s*(?=\S)")


def paragraph_key(text: str) -> str:
    """What makes two paragraphs “the same” across documents."""
    return fold(text)


def take_apart(text: str, *, title: str = "", elsewhere: frozenset[str] = frozenset()) -> Document:
    """Tell the article from the page around it.

    Args:
        text: The supplied text.
        title: The headline, when the page's own data give it.
        elsewhere: `paragraph_key`s of paragraphs that stand in other documents too.
    """
    found = paragraphs(text)
    told = [paragraph_key(line) for _, line in found if is_sentence(line)]
    if 2 * sum(key in elsewhere for key in told) >= len(told):
        elsewhere = frozenset()  # another copy of the same article, not the same furniture
    reasons = [_furniture(line, elsewhere) for _, line in found]
    _mark_boxes(found, reasons)
    _mark_captions(found, reasons)
    _mark_page_turns(found, reasons)
    start = next(
        (i for i, (_, line) in enumerate(found) if not reasons[i] and is_sentence(line)), len(found)
    )
    at = _find_title(found, reasons, start, title)
    if at is not None and at > start:
        start = next(
            (i for i in range(at + 1, len(found)) if not reasons[i] and is_sentence(found[i][1])),
            len(found),
        )
    _mark_outside(found, reasons, start, at)
    lines: list[Line] = []
    for i, (number, line) in enumerate(found):
        if i == at:
            lines.append(Line(number=number, text=line, kind="title", reason=""))
        elif reasons[i]:
            lines.append(Line(number=number, text=line, kind="furniture", reason=reasons[i]))
        else:
            lines.append(Line(number=number, text=_BULLET.sub("", line), kind="body", reason=""))
    headline = title or (found[at][1] if at is not None else "")
    return Document(
        title=_clean_title(headline),
        title_line=found[at][0] if at is not None else 0,
        lines=tuple(lines),
        byline=_byline(
            line for (_, line), why in zip(found, reasons, strict=True) if why == "byline"
        ),
        agencies=_agencies(
            line for (_, line), why in zip(found, reasons, strict=True) if why == "credit"
        ),
    )


def is_sentence(line: str) -> bool:
    """Whether a line reads like running text rather than like a label, a link or a headline."""
    line = _SIGNATURE.sub(r"\1", line)
    words = line.split()
    small = len(_SMALL_WORD.findall(line))
    if _SENTENCE_END.search(line) and not re.search(r"\b(?:[A-Z]\.){2,}$", line):
        if (
            re.search(r"[^.!?…,][\"”»]$", line)
            and len(words) < 15
            and not re.search(r"\bsa(?:id|ys)\b", line)
        ):
            return False  # “Mayor declares town free from ‘terror’”: a headline
        return len(words) >= 5 and small >= 1
    return len(words) >= 22 and small >= 3


def is_date_line(line: str) -> bool:
    """Whether a line says when a page was published and little else."""
    reason = _furniture(line, frozenset())
    dated = _DAY.search(line) or re.search(r"\b\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4}\b", line)
    return bool(dated) and reason in ("date line", "byline")


def _furniture(line: str, elsewhere: frozenset[str]) -> str:
    """The class of furniture that a line is by itself, or an empty string."""
    bare = _BULLET.sub("", line).strip()
    if not re.search(r"[^\W_]", bare):
        return "ornament"
    for reason, pattern in _ANYWHERE:
        if reason == "caption" and _SIGNED.search(bare) and _tells_of_past(bare, verbs=True):
            continue
        if pattern.search(bare) and (reason == "credit" or len(bare) < 400):
            return reason
    if (
        _APPEAL.search(bare)
        and re.search(r"\b(?:you|your|our|us)\b", bare, re.IGNORECASE)
        and not re.search(r"[\"“”]", bare)
    ):
        return "share and subscribe"
    if _AUTHOR_BOX.search(bare) and not re.search(r"[\"“”]|\bsaid\b|\btold\b", bare):
        return "author box"
    left = _DATE_WORDS.sub(" ", bare)
    told = is_sentence(bare) and _VERB.search(
        re.sub(r"(?i)published|posted|updated|modified", "", bare)
    )
    if (
        not told
        and re.search(r"\d|\bago\b", bare)
        and len(re.findall(r"[^\W\d_]{2,}", left)) <= min(4, len(bare.split()) - 2)
    ):
        if _DAY.search(bare) or re.search(r"\b\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4}\b|\bago\b", bare):
            return "date line"
        if not is_sentence(bare) and re.search(
            r"\b(?:vol|no|issue|page)\b\.? ?\d", bare, re.IGNORECASE
        ):
            return "date line"
    if not is_sentence(bare) and _LINKS.search(bare):
        parts = [part.strip() for part in _LINKS.split(bare)]
        if all(len(part.split()) <= 6 for part in parts):
            return "navigation"
    if len(bare) > 30 and paragraph_key(bare) in elsewhere:
        return "in several documents"
    return ""


def _mark_captions(found: Sequence[tuple[int, str]], reasons: list[str]) -> None:
    """Captions that no mark betrays: they describe a picture, or are printed twice in a row."""
    sentences = [i for i, (_, line) in enumerate(found) if not reasons[i] and is_sentence(line)]
    for i, (_, line) in enumerate(found):
        if reasons[i]:
            continue
        twice = i + 1 < len(found) and paragraph_key(found[i + 1][1]) == paragraph_key(line)
        if twice and not is_sentence(line) and len(line.split()) <= 12 and "," in line:
            reasons[i] = reasons[i + 1] = "caption"
        if len(line.split()) > 40 or "“" in line or '"' in line or dateline(line)[0]:
            continue
        if (
            _beside_credit(found, reasons, i)
            and is_sentence(line)
            and _pictures(line)
            and not _tells_of_past(line)
        ):
            reasons[i] = "caption"
        if not _DAY.search(line) and not _WEEKDAY_END.search(line):
            continue
        early = bool(sentences) and i == sentences[0]
        bare = re.sub(
            r"\b(?:which|who|that|such as)\b.*|\b(?:following|after|during|as)\b.*", "", line
        )
        dated_present = _PRESENT.search(bare) and not re.search(
            r"\b(?:said|says?|told|was|were|will|have|has)\b|[.!?] [A-Z]", bare
        )
        if (early and (dated_present or (len(line.split()) < 26 and not tells(bare)))) or (
            dated_present
            and (
                re.search(rf"(?:{_MONTHS})\.? \d{{1,2}}(?:, \d{{4}})?\.?$", line, re.IGNORECASE)
                or _WEEKDAY_END.search(line)
            )
        ):
            reasons[i] = "caption"
    _mark_before_dateline(found, reasons, sentences)


_WEEKDAY_END = re.compile(r"\b(?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\.?$")


def _beside_credit(found: Sequence[tuple[int, str]], reasons: Sequence[str], at: int) -> bool:
    """Whether a picture's caption or credit stands right before or after a line."""
    beside = [i for i in (at - 1, at + 1) if 0 <= i < len(found)]
    return any(
        reasons[i] == "caption" or (reasons[i] == "byline" and "photo" in found[i][1].lower())
        for i in beside
    )


def _pictures(line: str) -> bool:
    """Whether one sentence describes what a picture shows."""
    return _PRESENT.search(line) is not None and not re.search(r"[.!?] [A-Z]", line)


_SIGNATURE = re.compile(
    r"([.!?][\"”]?\.?) (?:\([^()]{2,60}\)\.?|[-–—] ?(?:Agencies|[A-Z][A-Za-z]{1,9}))$"
)
_SIGNED = re.compile(
    r"[.!?][\"”]? \((?![^()]*\b(?:photo|file|image|picture)\b)[^()]+\)\.?$", re.IGNORECASE
)
"""A paragraph with its author's name behind it: “… last Friday. (A. Writer / Wire)”."""


def _tells_of_past(line: str, *, verbs: bool = False) -> bool:
    """Whether a line tells rather than describes; with `verbs`, whatever is told."""
    bare = re.sub(r"\b(?:which|who|that|such as|following|after|during|as)\b.*", "", line)
    if verbs and tells(bare) and not _PRESENT.search(bare):
        return True
    return re.search(r"\b(?:said|says?|told|was|were|will|have|has|had)\b", bare) is not None


def _mark_before_dateline(
    found: Sequence[tuple[int, str]], reasons: list[str], sentences: Sequence[int]
) -> None:
    """What stands before the paragraph with the agency's dateline is a standfirst or a caption."""
    for order, i in enumerate(sentences[:4]):
        length, head = dateline(found[i][1])
        formal = length and (
            re.search(r"\d|\(", head) or head.split(",")[0].strip(" —–-:").isupper()
        )
        if formal and order:
            for k in sentences[:order]:
                if len(found[k][1].split()) <= 45:
                    reasons[k] = reasons[k] or "standfirst"
        if length:
            return


_BOX = re.compile(
    r"^(?:what you need to know|what to know|key (?:points|takeaways|developments)|at a glance|in (?:short|brief|summary)"
    r"|highlights|story highlights|quick facts|the latest|summary|synopsis):?$",
    re.IGNORECASE,
)


def _mark_boxes(found: Sequence[tuple[int, str]], reasons: list[str]) -> None:
    """The short lines that stand right under “What you need to know”: they tell the article twice."""
    for i, (number, line) in enumerate(found):
        if not _BOX.match(_BULLET.sub("", line).strip()):
            continue
        reasons[i] = reasons[i] or "summary box"
        for k in range(i + 1, min(i + 7, len(found))):
            follows = found[k][0] == number + k - i
            if (
                not follows
                or reasons[k]
                or len(found[k][1].split()) > 25
                or dateline(found[k][1])[0]
            ):
                break
            reasons[k] = reasons[k] or "summary box"


_STOPWORDS = frozenset(
    words(
        """
    the a an of to in on at for with from by and or as is are was were be has have had not but
    after before over into near amid says say said will its it his her their they this that than
    more what how why who
    """
    )
)


def _content_words(text: str) -> set[str]:
    return {w[:5] for w in fold(text).split() if w not in _STOPWORDS and len(w) > 2}


_NAMES = re.compile(
    r"(?:[A-Z][\w.'’-]+ ){1,2}[A-Z][\w'’-]+(?:,? (?:-|–)|(?:, (?:[A-Z][\w.'’-]+ ){1,2}[A-Z][\w'’-]+)*,? and (?:[A-Z][\w.'’-]+ ){1,2}[A-Z][\w'’-]+)"
)
"""“Ann Lee, Bob Ray, and Cy Dow”, “A. WRITER -”."""


_NAME = re.compile(r"[A-Z][\w'’.-]+ (?:[A-Z]\. )?[A-Z][\w'’-]+")
_REPORT = re.compile(
    r"^(?:[A-Z]\w+ ){2,}(?:Assessment|Report|Update|Briefing|Bulletin|Digest|Snapshot|Review|Summary|Overview)\b[^|]*$"
)


def _find_title(
    found: Sequence[tuple[int, str]], reasons: list[str], start: int, given: str
) -> int | None:
    """Index of the headline: before the article, and about the same things as its beginning."""
    if given:
        wanted = paragraph_key(given)
        for i, (_, line) in enumerate(found):
            if paragraph_key(line) == wanted:
                return i
        return None
    opening: set[str] = set()
    for _, line in found[start : start + 8]:
        opening |= _content_words(line)
    best: tuple[float, int] | None = None
    telling = False
    for i in range(start):
        line = found[i][1]
        words = line.split()
        if reasons[i] == "date line" and _REPORT.search(line) and (best is None or best[0] < 1.6):
            best = (1.5, i)  # “Offensive Campaign Assessment, May 21, 2023”
            continue
        if reasons[i] or not 2 <= len(words) <= 30 or len(line) > 220:
            continue
        content = _content_words(line)
        shared = len(content & opening) / (len(content) or 1)
        shared *= min(1, len(content) / 4)  # “Briefing paper” proves little
        score = 2 * shared + min(len(words), 8) / 8 + 0.8 * (i + 1) / (start + 1)
        score -= _unlike_a_headline(line)
        if _NAME.fullmatch(line) and "date line" in reasons[max(0, i - 1) : i + 2]:
            score -= 1  # a byline beside the date
        if telling and re.search(r"\bago\b", found[i - 1][1]):
            score -= 2  # the heading of one of a live page's reports, below the page's own
        telling = telling or (shared > 0.5 and len(words) > 4)
        if best is None or score > best[0]:
            best = (score, i)
    return best[1] if best and best[0] > 0.6 else None


def _unlike_a_headline(line: str) -> float:
    """How much speaks against a line as the headline."""
    against = 0.0
    if re.fullmatch(r"(?:[A-Z][\w.'’-]+ ){1,3}(?:in|at) [A-Z]\w+(?: [A-Z]\w+)?", line):
        against += 1.5  # “Name in Place”: a byline
    # “… (16 February 2024)”, “… Assessment, May 21, 2023” are a report's own name.
    bare = re.sub(r" \([^()]+\)$|(?<=[a-z]{4}), [A-Z][a-z]+ \d{1,2}, \d{4}$", "", line)
    if _DAY.search(bare) or re.search(r"\b\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4}\b", bare):
        against += 0.8  # an issue's line
    if re.search(r"\w{3}[.!?] (?:[A-Z][\w'’./-]* ?){1,4}$", line):
        against += (
            2  # “Inside the hospital after the strike. Doctors Overseas”: a caption with its credit
        )
    if _NAMES.fullmatch(line):
        against += 1.5  # a byline without “By”
    if re.match(r"[•▪◦‣·*] ?", line):
        against += 1.5  # one of the points under a headline
    if line[0].islower():
        against += 0.7  # a motto
    if line.isupper() and len(line.split()) <= 4:
        against += 0.5  # the paper's own name
    return against


def _mark_page_turns(found: Sequence[tuple[int, str]], reasons: list[str]) -> None:
    """The catchword of a newspaper's continuation: capitals after “see page A6”."""
    for i, (_, line) in enumerate(found):
        if i and reasons[i - 1] == "page turn" and line.isupper() and len(line.split()) < 3:
            reasons[i] = reasons[i] or "page turn"


def _mark_outside(
    found: Sequence[tuple[int, str]], reasons: list[str], start: int, title: int | None
) -> None:
    """Mark what lies before the headline and after the article's end, and links in between."""
    title_key = paragraph_key(found[title][1]) if title is not None else ""
    last = start - 1
    stopped = False
    links = False
    broken = False
    for i, (_, line) in enumerate(found):
        bare = _BULLET.sub("", line).strip()
        if i == title:
            continue
        if i < start:
            reasons[i] = reasons[i] or (
                "headline again" if paragraph_key(line) == title_key else "before the article"
            )
            continue
        if last >= start and (
            _STOP.match(bare) or (_MORE.match(bare) and not _goes_on(found, reasons, i))
        ):
            stopped = True
        elif _MORE.match(bare):
            links = True
        if stopped:
            reasons[i] = reasons[i] or "after the article"
            continue
        if _AFTER_LINKS.match(bare):
            links = True
        if reasons[i]:
            broken = broken or reasons[i] in (
                "navigation",
                "share and subscribe",
                "consent and terms",
            )
            continue
        if is_sentence(line):
            links = broken = False
            last = i
        elif links:
            reasons[i] = "related links"
        elif re.search(r"[.!?:;…\"”’)]$", line) and len(line.split()) >= 2 and not broken:
            last = i
    _mark_after(found, reasons, start, _end(found, reasons, start, last))


def _goes_on(found: Sequence[tuple[int, str]], reasons: Sequence[str], at: int) -> bool:
    """Whether two long paragraphs in a row follow a box with links, as no list of links has them."""
    row = 0
    for i in range(at + 1, len(found)):
        line = found[i][1]
        if _STOP.match(line):
            return False
        if reasons[i]:
            continue
        row = row + 1 if is_sentence(line) and len(line.split()) >= 18 and tells(line) else 0
        if row == 2:
            return True
    return False


def _mark_after(
    found: Sequence[tuple[int, str]], reasons: list[str], start: int, last: int
) -> None:
    """Mark what follows the last paragraph, and headings and links before it."""
    for i in range(start, len(found)):
        if reasons[i]:
            continue
        if i > last:
            reasons[i] = "after the article"
        elif i > start and (
            _is_heading(found[i][1]) or re.fullmatch(r"[-–—] .{2,60} [-–—]", found[i][1])
        ):
            reasons[i] = "subheading"
        elif (
            not is_sentence(found[i][1])
            and not _SENTENCE_END.search(found[i][1])
            and len(found[i][1].split()) > 7
            and not _BULLET.match(found[i][1])
            and not found[i][1].endswith((":", ";", ","))
        ):
            reasons[i] = "related links"


_ENDS = frozenset(
    (
        "navigation",
        "related links",
        "share and subscribe",
        "consent and terms",
        "credit",
        "author box",
        "comments",
        "time stamp",
        "date line",
        "after the article",
    )
)


def _end(found: Sequence[tuple[int, str]], reasons: Sequence[str], start: int, last: int) -> int:
    """Index of the last paragraph, without scraps that look like sentences behind it.

    A comment, a teaser or a notice of a line or two, between lines of furniture, is no last paragraph;
    it names no day.
    """
    at = last
    scraps = 0
    while at > start and not reasons[at]:
        line = found[at][1]
        scraps += len(line.split())
        if len(line.split()) > 14 or scraps > 30 or tells_day(line):
            return last
        at -= 1
    gap = at
    between = 0
    while gap > start and (reasons[gap] in _ENDS or _is_heading(found[gap][1])):
        between += reasons[gap] in _ENDS
        gap -= 1
    return last if between < 2 else _end(found, reasons, start, _previous(reasons, gap, start))


def _previous(reasons: Sequence[str], at: int, start: int) -> int:
    while at > start and reasons[at]:
        at -= 1
    return at


def tells_day(line: str) -> bool:
    """Whether a line names a day, by its date or its weekday."""
    return bool(_DAY.search(line) or re.search(r"\b(?:[A-Z][a-z]+day|yesterday|today)\b", line))


def _is_heading(line: str) -> bool:
    """Whether a short line between paragraphs is a heading: no sentence, and no end of one."""
    if re.fullmatch(r"[-–—] .{2,60} [-–—]|[A-Z][A-Z'’ ]{5,60}:", line):
        return True  # “- Bagram handover -”, “MORE ON THE CRISIS:”
    if re.fullmatch(
        r"(?:What|Why|Who|How|When|Where|Is|Are|Will|Can|Did|Does)\b[^.,]{0,50}\?", line
    ):
        return True  # “Why now?”
    return (
        len(line.split()) <= 9
        and not _SENTENCE_END.search(line)
        and not _BULLET.match(line)
        and not line.endswith((";", ",", ":"))
        and line.lstrip("'\"‘“")[:1].isupper()
    )


def _clean_title(text: str) -> str:
    text = re.sub(r"^(?:Subject|Fwd?|Re): ", "", text)
    return re.sub(r"\s+[|–—-]\s+[^|–—]{2,30}$", "", text) if text.count("|") else text


def _byline(lines: Iterable[str]) -> tuple[str, ...]:
    names: list[str] = []
    for line in lines:
        found = re.match(r"^(?:by|written by|author):? (.+)$", line, re.IGNORECASE)
        if found:
            bare = _DATE_WORDS.sub("", re.split(r"\s{2,}|[|·•]", found[1])[0])
            bare = re.split(r"\b(?:in|for|on)\b", bare)[0]
            names += [
                part.strip(" ,.")
                for part in re.split(r",| and | & ", bare)
                if len(part.strip(" ,.")) > 2
            ]
    return tuple(dict.fromkeys(names))


def _agencies(lines: Iterable[str]) -> tuple[str, ...]:
    names: list[str] = []
    for line in lines:
        found = re.match(
            r"^\(?(?:with |additional |some )*(?:reporting|files|material|information)\b.{0,12}?\b(?:by|from)\b (.+?)\.?\)?$",
            line,
            re.IGNORECASE,
        )
        if found:
            names += [
                re.sub(r"^the ", "", part.strip(" ,."))
                for part in re.split(r",\s*(?:and\s)?|\s(?:and|&)\s|;", found[1])
                if part.strip(" ,.")
            ]
    return tuple(dict.fromkeys(names))
