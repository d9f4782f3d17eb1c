"""What one line of a page is by itself: running text, or one of the kinds that stand around an article.

The kinds are found by the phrases that news pages use and by what a line looks like.
"""

from __future__ import annotations

import re
from functools import lru_cache

from site_gen.importer.notation import regex
from site_gen.importer.tense import tells
from site_gen.parsing.gazetteer import fold

MONTHS = (
    "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    "|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
DATE_WORDS = regex(
    rf"\b(?:{MONTHS}|(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|wed|thu|fri|sat|sun|\d[\d:/.,hH-]*"
    r"(?:st|nd|rd|th)?|[ap]\.?m\.?|(?-i:[A-Z]{3,4})|gmt|utc|at|on|published|updated?|last|posted|first|modified"
    r"|edition|date|time|issue|of|minutes?|hours?|days?|weeks?|months?|ago|min|read)\b\.?",
    re.IGNORECASE,
)
_ANYWHERE: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (reason, regex(pattern, re.IGNORECASE))
    for reason, pattern in (
        (
            "navigation",
            (
                r"^(?:accessibility links|skip to (?:main )?(?:content|navigation)(?: /\w+)*|breaking news|(?:go|back) to "
                r"(?:the )?(?:top|contents|home ?page).*|home|menu|search|sections|latest(?: news)?|top stories|"
                r"most (?:read|viewed|popular|shared|commented).*|trending.*|live:.*|next story:?.*|"
                r"previous (?:story|post|article):?.*|next (?:post|article):?.*|print(?:able version)?.*|"
                r"text size.*|listen(?: to this article)?|open menu|close|more (?:news|stories|on this).*|"
                r"(?:main )?navigation|you are (?:in|here|at)\b[^.]*|toggle .{0,20}|view (?:comments|all)|load more.*|jump to .{0,30}|"
                r"edition:.*|in this (?:issue|edition|number|bulletin):.*|tags?:.*|topics?:.*|labels?:.*|filed under.*|categor(?:y|ies):.*|keywords:.*|download|"
                r"key (?:points|developments|facts|takeaways):?|live(?: updates| blog| coverage| reporting)?|"
                r"list (?:of )?\d+ (?:items|of \d+)|end of list|keep reading|https?://\S+|\W*click (?:here|(?:on )?the (?:title|headline|link))\b.*|read (?:the )?(?:original|full) (?:article|story|report|statement)\b.*|read (?:more|it|all|on) (?:at|on|from|in) .{2,60}|an? (?:asterisk|star) marks\b.*|more to (?:come|follow)\W*|continue reading(?: the main story)?|(?:skip|after|before) .{0,20}\b(?:promotion|advert\w*)|skip past .{0,40}|"
                r"article content(?: continued)?|(?:video|audio|media) player.*|pull quote:.*|reserved for subscribers.*|\(\d\) see (?:also )?.*|please send (?:your )?(?:comments|corrections) to .*|this page has been (?:accessed|viewed) .*|published on .{2,60}\(https?://\S+\)|(?:\d+px )?presentational .{0,20}|(?:article|story) continues .{0,30})$"
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
                r"^[(\[]?(?:related|read (?:more|next|also)|also read|see also|more from|more about|you (?:might|may) also"
                r"|recommended|further reading|don.t miss|watch|listen|read(?=:)|video|podcast|gallery|in pictures|what to read"
                r"|up next|more coverage|editors?['’]? picks?|explainer|opinion|analysis)\b[^.]{0,20}(?::.*|\.[)\]]$|$)"
            ),
        ),
        (
            "share and subscribe",
            (
                r"^(?:(?:kindly |please )?share\b.{0,60}|tweet.{0,20}|email (?:this|article).{0,30}|click to share.*|like loading.*"
                r"|(?:sign|log) (?:in|up|out|on)\b.{0,80}|register(?: now)?|subscribe\b.{0,80}|my account"
                r"|follow (?:us|me|him|her|them)\b.*|enter your e-?mail.*|newsletters?\b.*|.{0,40}newsletter\.?"
                r"|get (?:the|our) .{0,60}(?:inbox|mail|email|app)\b.*|donate(?: now)?|support (?:us|our).{0,40}"
                r"|(?:log in|register|sign in)\b[^.]{0,30}\b(?:to|or) (?:save|subscribe|comment|follow)\b.*"
                r"|good journalism\b.*|[^“”\"]{0,160}\b(?:sign up to (?:receive|get)|(?:editors|team) send out)\b.*"
                r"|[^“”\"]{0,120}\bsign up (?:here|now|today|below|free|for free)\b.{0,30}"
                r"|[^“”\"]{0,120}\b(?:tax[- ]deductible|donate (?:now|today|here)|follow our|google news|make a donation|breaking news alerts)\b.{0,60}"
                r"|(?:to help|how to help|how you can help)\s?[:?].*|save (?:articles|stories|this)\b.*"
                r"|(?:save|share|print)\b.{0,20}\b(?:log in|register|subscribe)\b.*"
                r"|be the first (?:of|to)\b.{0,40}|facebook|twitter|whatsapp|(?:(?:facebook|twitter|whatsapp|telegram|linkedin|email|print|reddit"
                r"|pinterest|instagram|share|tweet|pdf)[\s|·•,/]*){2,}|copy link|save|bookmark)$"
            ),
        ),
        (
            "consent and terms",
            (
                r"\b(?:turn off|disabl\w+|using an?) ad-?block\w*\b|\bupgrade to the latest version\b|\b(?:we use|uses?) cookies\b|\bcookie (?:policy|preferences|settings)\b|^(?:accept|reject) all\b"
                r"|^manage preferences|^terms (?:of|and)\b|^privacy\b|privacy policy\b|\ball rights reserved\b"
                r"|^(?:©|\(c\)|copyright)\s|©|\breproduction (?:is )?prohibited|^about us$|^contact(?: us)?$"
                r"|^advertise(?: with us)?$|^disclaimer|^our standards\b|^(?:our )?(?:ethics|editorial) (?:policy|standards|guidelines)"
                r"|\bcorrections? polic(?:y|ies)\b|\bnot responsible for the (?:content|opinions|views)\b"
                r"|^[^“”\"]{0,80}\b(?:views|opinions|comments|statements)\b[^“”\"]{0,60}\b(?:do not|don['’]t|does not) (?:necessarily )?(?:reflect|represent)\b"
            ),
        ),
        (
            "advertisement",
            r"^(?:advertisements?|sponsored.{0,40}|promoted|ad|paid (?:post|content)|story continues below.*|[^“”\".]{5,80}!\s?!+)$",
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
                r"^\[?(?:image|photo|picture|video|graphic|map|illustration|caption|file)s?(?: credit| caption)?\s*[:/–-]"
                r"|\bin this (?:[^,.]{0,40},? )?(?:[A-Z]\w+\.? \d{1,2},? )?(?:\d{4},? )?file (?:photo|picture|image)\b"
                r"|\([^()]{0,30}\b(?:image|photo(?:graph)?|picture|pic)s?\b[^()]{0,40}\)\.?$"
                r"|\((?:file(?: photo| picture)?|archive(?: photo)?|undated photo|photo:? .{0,40}|handout.{0,20}|"
                r"illustrative.{0,20})\)\.?$"
                r"|\((?:[A-Z][\w.' -]{1,40} ?/ ?[A-Z][\w.' -]{1,40}|(?:ap|afp|reuters|epa|getty)\b.{0,40})\)\.?$"
                r"|\([A-Z][\w.]+/[^()]{0,20}\)$|(?-i:[a-z] ?\[(?!(?i:updated?|videos?|photos?|watch)\b)(?:File: ?)?[A-Z][^\[\]]{1,40}\]$)|(?-i:[.!?] \([A-Z][\w-]+, [A-Z]{1,3}\)$)"
                r"|(?-i:[.!?] \((?:[A-Z][\w.-]+ ){0,3}[A-Z][\w.-]+: (?:[A-Z][\w.'’-]+ ?){2,4}\)$)"
                r"|[.!?] ?/ ?(?-i:(?:[A-Z][\w.-]+ ?){1,3})$|^\((?:ap|afp|reuters|epa|xinhua)[ -]photo\b|\bhandout (?:picture|photo|image)\b"
                r"|(?-i:\w{3}[.!?] (?:AFP|AP|Reuters|REUTERS|Getty|EPA)\b[\w /–-]{0,40}$)"
                r"|(?:getty images|shutterstock|ap photo|afp photo|reuters/[A-Z]\w+|epa-efe)\b.{0,30}$"
                r"|\b(?:file photo\b|photo(?:graph)?(?::| (?:by|courtesy)\b))|^\d+x\d+ image$|^\S+\.(?:jpe?g|png|gif|webp)\b"
            ),
        ),
        (
            "credit",
            (
                r"^[(–—-]*\s?(?:with|additional reporting|inputs?|agencies|sources?)\b:? (?:(?:inputs?|reports?|reporting|text) (?:from|by) )?"
                r"(?:agencies|wires?|wire reports?|(?:(?:the )?(?-i:AFP|AP|Reuters|PTI|ANI|IANS|AAP|EFE|DPA|dpa|BBC|CNN|Bloomberg|Xinhua|TASS"
                r"|Anadolu|Associated Press|Agence France-Presse)(?:, ?| and | & |/)?)+).{0,40}$"
                r"|^[(–—>-]{0,2}\s?(?-i:AFP|AP|Reuters|PTI|ANI|IANS|AAP|EFE|Agencies|Xinhua|APP|UNI)[)–—-]?$"
                r"|^\(?(?:with |additional |some )*(?:reporting|files|contributions?|inputs?|material|information)\b.{0,12}"
                r"\b(?:by|from)\b.{0,160}$|^\(?(?:reporting|writing|editing|compiled|edited|written|translated) by\b.*"
                r"|^this (?:story|report|article|document|update|publication|press release|material)"
                r" (?:is|was|has been|may be|cannot be) (?:supported|funded|made|made possible|reproduced|published|based on|written|produced|originally|first|compiled)\b.*"
                r"|^[^“”\"]{2,160} contributed (?:to this|to the|reporting|from|research)\b[^“”\"]{0,120}$|^their names are being withheld.*"
                r"|^(?-i:[A-Z])\S+(?: (?-i:[A-Z]\S+|and|in))* (?:reported|contributed) from [A-Z][^“”\"]{0,100}$"
                r"|^[\[(]\s?(?:web )?editors?: [^\])]{2,40}[\])]$|^(?:some )?(?:information|material)\b.{0,40}\b(?:provided|supplied) by\b.{0,80}$|^a version of this .{3,30} (?:appear\w*|ran|was)\b.*"
                r"|^\((?:[^()]{1,30} )?(?:with|and) (?-i:[A-Z])[^()]{1,60}\)$|^[(–—-]*\s?(?:with )?(?:an? |additional )?reports? (?:from|by) (?-i:[A-Z])(?![^()]*\b(?:says?|said|told|suggest|indicate|have|has)\b)[^()“”\"]{1,80}\)?$|^(?-i:[a-z]{2,4}(?:[-/][a-z]{1,5})+)(?: \([^()]{2,60}\))?$"
                r"|^(?:some |the |all )?names?\b.{0,20}\b(?:have|has) been (?:changed|withheld|altered)\b.{0,60}$"
            ),
        ),
        (
            "byline",
            (
                r"^(?:words|text|story|report|photo\w*|pictures?)(?:,? (?:and|&) \w+)*(?: by:?|:) [A-Z].{1,60}$"
                r"|^by:? [A-Z@].{1,80}$|^posted (?:by|on|in)\b.{0,80}$|^from (?:our|a) (?:own )?(?:special )?correspondent"
                r".{0,60}$|^(?:(?-i:[A-Z])[\w.'’-]+ ){0,5}(?:staff|special|contributing|guest) (?:writer|reporter|correspondent)s?$"
                r"|^(?:the )?(?:associated press|agence france-presse|press trust of india)$|^(?:staff|agency|wire) reports?$|^our (?:staff )?(?:correspondent|reporter)s?$"
                r"|^.{2,60}[·•|]\s*\d+ min(?:ute)?s? read$|^\d+ min(?:ute)?s? read$|^(?:estimated )?read(?:ing)? time:?\b.{0,30}$|^written by .{2,60}$|^author:.*"
            ),
        ),
        (
            "comments",
            r"^(?:.{0,60}\b)?leave a (?:comment|reply)\b.*|please enter your .*|you are replying to\b.*|your e-?mail address will not be published.*|this site uses akismet.*|(?:the )?comments? (?:section )?(?:will be|is|are) (?:edited|filtered|moderated|reviewed|subject|the (?:sole )?responsibility)\b.*|.*\bsuspend\w* (?:article )?comment\w*.*|[^“”\"]{0,60}\b(?:accepting|allowing|open for|closed (?:for|to)) (?:new )?comments\b.*|comments are (?:now )?(?:closed|disabled|off)\b.*|your thoughts.{0,4}$|^(?:\d+|no) (?:comments?|replies|responses?|thoughts?|likes|shares|views)\b(?: (?:on|to|so far|yet)\b.*)?:?$|^comments? ?(?:\(\d+\)|\d+)?$",
        ),
    )
)
_AUTHOR_BOX = regex(
    r"^Our (?:\w+ )?(?:correspondents?|reporters?|journalists|newsroom|team|desk)\b.{0,60}\b(?:reports?|covers?|brings?|writes?|works?)\b"
    r"|^(?:[A-Z][\w.'’-]+ ){1,4}(?:is|was) (?:an?|the|one of the|our) .{0,60}(?:correspondent|journalist|reporter|writer|"
    r"editor|columnist|freelancer?|fellow|contributor|media outlet|news (?:agency|service|website)|broadcaster|station)"
    r"|^(?:[A-Z][\w.'’-]+ ){1,4}(?:writes|reports|has reported|has written|blogs|teaches|lectures|edits) (?:on|about|for|from|at(?! least| most)|in) "
    r"|^is an? .{0,50}(?:correspondent|journalist|reporter|writer|editor|columnist|fellow)\b"
    r"|\b(?:joined|writes for|covers?) .{0,60}\b(?:for (?:the|us|our)|@\w)"
    r"|^[Ee]ditor['’]s? [Nn]ote\b"
    r"|\bcan be reached at\b",
)
_APPEAL = regex(
    r"\b(?:tax[- ]deductible|(?:make|consider(?:ing)?|monthly|one-time)\b.{0,30}\b(?:donation|contribution|gift)"
    r"|(?:your|every) (?:gift|donation|contribution|support)\b.{0,40}\b(?:lets|helps|allows|makes|enables|keeps|goes|supports|funds)\b"
    r"|become a (?:member|subscriber|supporter|patron)|as a (?:member|subscriber),? you|support (?:our|independent|quality) (?:\w+ )?(?:journalism|reporting|work))\b",
    re.IGNORECASE,
)
"""A paper's plea to its readers, which may run to several sentences."""
SENTENCE_END = regex(r"[.!?…][\"”’'»)\]]*$|[\"”»]$|[.!?][\"”]?\s*[—-]?\s*\(?[A-Z]{2,6}\)?$")
_CUT = regex(
    r"(?:\w|[,;:’'\"”)-]) ?(?:…|\.{3,})\W*"
    r"(?:(?:read|learn|see|view)? ?(?:more|full (?:story|article))|continue reading.{0,80}|read on)?\W*$"
    r"|[.!?…] ?(?:[\[(]?(?:read more|more|continue reading)\W*)$",
    re.IGNORECASE,
)
"""The end of a teaser: “… the army told…”, “… on Monday. [Read more...]”."""
_SMALL_WORD = regex(
    r"\b(?:the|a|an|of|to|in|and|was|were|is|are|had|has|have|said|that|on|at|for|with|from|by|he|she|they|it|his|"
    r"her|their|not|be|been|who|which|as|but|i|we|there|will|would)\b"
)
_VERB = regex(
    r"\b(?:is|are|was|were|has|have|had|will|would|says?|said|did|does|do|came|went|took|fell|began|left|told|got|"
    r"made|met|put|set|cut|hit|lost|won|held|led|sent|shot|broke|drove|ran|rose|fled|could|can|may|might|must|[a-z]+ed|"
    r"ends?|begins?|opens?|starts?|meets?|leaves?|expires?|returns?|takes?|continues?|remains?|became|gave|found|kept|sold|sat|wrote|spoke|saw|fought|blew|died|declared|insists?)\b"
)
PRESENT = regex(
    r"\b(?:patrols?|stands?|walks?|sits?|looks?|gathers?|inspects?|holds?|carry|carries|waves?|rides?|attends?|speaks?|"
    r"poses?|arrives?|leaves?|pass(?:es)?|queues?|waits?|listens?|watch(?:es)?|prays?|mourns?|shows?|runs?|warms?|"
    r"rest|rests|keeps? watch|drives?|searches|search|board|boards|greets?|shakes?|visits?|take part|takes part|"
    r"are (?:seen|pictured|\w+ing)|is (?:seen|pictured|\w+ing)|(?:is|are) shown)\b"
)
DAY = regex(rf"\b(?:{MONTHS})\.? \d{{1,2}}\b|\b\d{{1,2}} (?:{MONTHS})\b", re.IGNORECASE)
_LINKS = regex(r"\s(?:[>›»|·•]|/)\s|[|·•›»]")
BULLET = regex(r"^[\s•*▪◦‣·–-]+\s*(?=\S)")


def paragraph_key(text: str) -> str:
    """What makes two paragraphs “the same” across documents."""
    return fold(text)


@lru_cache(maxsize=512)  # asked again by every rule that looks at a line's neighbours
def is_sentence(line: str) -> bool:
    """Whether a line reads like running text rather than like a label, a link or a headline."""
    line = _SIGNATURE.sub(r"\1", line)
    words = line.split()
    small = len(_SMALL_WORD.findall(line))
    if SENTENCE_END.search(line) and not re.search(r"\b(?:[A-Z]\.){2,}$", line):
        if (
            re.search(r"[^.!?…,][\"”»]$", line)
            and len(words) < 15
            and not re.search(r"\bsa(?:id|ys)\b", line)
        ):
            return False  # “Mayor declares town free from ‘terror’”: a headline
        return len(words) >= 5 and small >= 1
    return len(words) >= 22 and small >= 3


def is_teaser(line: str) -> bool:
    """Whether a line is the beginning of a text that is told elsewhere, cut off within a sentence."""
    return (
        _CUT.search(line) is not None
        and len(line.split()) >= 8
        and not line.startswith(("“", '"', "‘"))
    )


def is_date_line(line: str) -> bool:
    """Whether a line says when a page was published and little else."""
    reason = class_of(line, frozenset())
    dated = DAY.search(line) or re.search(r"\b\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4}\b", line)
    return bool(dated) and reason in ("date line", "byline")


@lru_cache(maxsize=512)
def class_of(line: str, elsewhere: frozenset[str]) -> str:
    """The class of furniture that a line is by itself, or an empty string."""
    bare = BULLET.sub("", line).strip()
    shape = _of_a_page(line.strip(), bare)
    if shape:
        return shape
    for reason, pattern in _ANYWHERE:
        if reason == "live page" and len(bare.split()) > 20 and tells_of_past(bare, verbs=True):
            continue  # a greeting, and then the news
        if (reason == "caption" and _is_news(bare)) or (
            reason == "credit" and _FROM_THERE.match(bare)
        ):
            continue
        longest = 700 if reason == "caption" else 400
        if (reason == "credit" or len(bare) < longest) and pattern.search(bare):
            return reason
    if (
        _APPEAL.search(bare)
        and re.search(r"\b(?:you|your|our|us)\b", bare, re.IGNORECASE)
        and not re.search(r"[\"“”]", bare)
    ):
        return "share and subscribe"
    if _AUTHOR_BOX.search(bare) and not re.search(r"[\"“”]|\bsaid\b|\btold\b", bare):
        return "author box"
    left = DATE_WORDS.sub(" ", bare)
    told = is_sentence(bare) and _VERB.search(
        re.sub(r"(?i)published|posted|updated|modified", "", bare)
    )
    if (
        not told
        and re.search(r"\d|\bago\b", bare)
        and len(re.findall(r"[^\W\d_]{2,}", left)) <= min(4, max(0, len(bare.split()) - 2))
    ) and (DAY.search(bare) or re.search(r"\b\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4}\b|\bago\b", bare)):
        return "date line"
    if not is_sentence(bare) and _LINKS.search(bare):
        parts = [part.strip() for part in _LINKS.split(bare)]
        if all(len(part.split()) <= 6 for part in parts):
            return "navigation"
    if len(bare) > 30 and paragraph_key(bare) in elsewhere:
        return "in several documents"
    return ""


_NUMBER_ALONE = regex(r"[IVXL]{1,5}\.|[—–-]\s?\d{1,3}\s?[—–-]")
"""“II.”, “— 2 —”: the number of a part or a page."""
_NOTICE = regex(
    r"(?:this|the|your) (?:feature|function|browser|video|player|content|service)\b.{0,40}\b(?:is|are) (?:currently |temporarily |now |no longer )?(?:unavailable|not (?:available|supported)|supported|out ?dated|out of date)\b.*"
    r"|(?:please )?(?:update|upgrade) your (?:web )?browser\b.*|you (?:are|seem to be|appear to be) using an? (?:old|older|outdated|unsupported)\b.*\bbrowser\b.*"
    r"|(?!.*\bcomments?\b)(?:we (?:regret|are sorry|apologi[sz]e)|(?:we['’]re )?sorry)\b[^“”\"]{0,60}\b(?:(?:this|the|our) (?:\w+ )?(?:page|site|website|section|feature|video))\b.*\b(?:later|soon|again|unavailable|closed|down|work(?:s|ing)?)\b.*"
    r"|(?:this|our) (?:site|page|website) (?:does not|doesn['’]t|no longer) (?:support|works?)\b.*|(?:please )?(?:enable|turn on) javascript\b.*|javascript (?:is|must be)\b.*"
    r"|expand ?/ ?collapse|(?:show|hide) caption",
    re.IGNORECASE,
)
"""What a page says of itself and its reader's browser."""
_PLEA = regex(
    r"[….\s]*(?:since you['’]re here\b|(?:we|but we) have an? (?:\w+ )?favou?r to ask\b|more (?:people|readers) (?:than ever )?are (?:reading|supporting)\b[^“”\"]*\b(?:us|our|we)\b)",
    re.IGNORECASE,
)
_OTHER_POST = regex(r"[«←‹] ?[^«»“”\"]{3,80}|(?!.*[.!?] ?[»→›]$)[^«»“”\"]{3,80} [→›]")
"""“« Figs, and how to dry them”: the post before this one."""
_MENU = regex(
    r"HOME(?: [A-Z][A-Z'’&-]*| &)*(?: (?:ABOUT|CONTACT|ARCHIVES?|SUBSCRIBE|LOG ?IN|SPORTS?|WORLD|POLITICS|OPINION|BUSINESS))(?: [A-Z][A-Z'’&-]*| &)*"
)
"""“HOME ABOUT ME CONTACT”."""
_ABOUT_REPORT = regex(
    r"(?:This (?:report|bulletin|update|sit-?rep|summary) covers (?:the (?:period|week|month|days)|events|incidents|developments)\b[^“”\"]*"
    r"|(?:Distribution(?: list)?|Methodology|Data sources|Sources): [^“”\"]*|[^“”\"]{0,60}\b[Pp]lease do not (?:forward|circulate|distribute|share)\b[^“”\"]*"
    r"|(?:[A-Z][\w.'’-]+(?:,| and|, and)? ){2,8}(?:also )?contributed\.?"
    r"|[^“”\"]{0,60}\b[Qq]uotes (?:are )?delayed (?:by )?(?:at least )?\d+ minutes\b[^“”\"]*)"
)
"""What a report or an agency says of what it covers, who gets it and who made it."""
_MAP = regex(
    r"(?:An? |The )?(?:[Mm]ap|[Gg]raphic|[Ii]nfographic|[Ss]creen ?shot) (?:of|showing) [^.]{3,80}(?:\.|$)|(?-i:[A-Z][\w-]+(?: [A-Z][\w-]+){0,3}) showing (?-i:[A-Z])[\w’' -]{2,40}\.?$"
)
"""“Map of the valley.”"""
_DATED_LINK = regex(r"\d{1,2}[./]\d{1,2}[./]\d{2,4}: (?!.*[.!?]$).{8,100}")
_LINKS_IN_A_ROW = regex(r"(?:[^|.]{3,60} \| ){2,}[^|.]{3,60}")


def _of_a_page(line: str, bare: str) -> str:
    """The class of a line that numbers a page, speaks of the reader's browser, shows a map or lists other articles."""
    if not re.search(r"[^\W_]", bare) or _NUMBER_ALONE.fullmatch(line):
        return "ornament"
    if _NOTICE.match(bare):
        return "consent and terms"
    if _PLEA.match(bare):
        return "share and subscribe"
    if _OTHER_POST.fullmatch(line) or _MENU.fullmatch(line):
        return "navigation"
    if re.fullmatch(r"\[[^\[\]“”\"]{3,80}\]", line):
        return "related links"
    if _ABOUT_REPORT.fullmatch(bare):
        return "credit"
    if _MAP.match(bare):
        return "caption"
    row = _LINKS_IN_A_ROW.fullmatch(bare) and not (DAY.search(bare) or bare.startswith("By "))
    if row or _DATED_LINK.fullmatch(bare):
        return "related links"
    return ""


_FROM_THERE = regex(r"Reporting from [A-Z][^.]{0,120}\b(?:described|said|says|told|saw|heard)\b")
"""“Reporting from Tessa, Ali Sow of Radio Delta described …” tells what he said there."""


def _is_news(line: str) -> bool:
    """Whether what ends like a caption, in the name of an agency, is a paragraph signed with it."""
    signed = _SIGNED.search(line) and tells_of_past(line, verbs=True)
    return bool(signed) or bool(_FILED.search(line) and _NEWS.search(line))


_SIGNATURE = regex(
    r"([.!?][\"”]?\.?) (?:\([^()]{2,60}\)\.?|[-–—] ?(?:With )?(?:[A-Z][A-Za-z]+ ?){1,3})$"
)
_SIGNED = regex(
    r"[.!?][\"”]? \((?![^()]*/-\)|[^()]*\b(?:photos?|file|images?|pictures?)\b)[^()]+\)\.?$",
    re.IGNORECASE,
)
"""A paragraph with its author's name behind it: “… last Friday. (A. Writer / Wire)”."""


_FILED = regex(r"(?<=\w{3}[.!?”\"]) ?\([A-Z][\w.]+/[A-Za-z ]{2,12}\)$")
_NEWS = regex(r"(?=(?:\S+ ){18}).*\b(?:said|told|announced|according to|killed|drowned|died)\b")
"""A lead with “(ABC/File)” behind it, rather than a caption."""


def tells_of_past(line: str, *, verbs: bool = False) -> bool:
    """Whether a line tells rather than describes; with `verbs`, whatever is told."""
    bare = re.sub(r"\b(?:which|who)\b[^,]*(?:,|$)", "", line)
    bare = re.sub(r"\b(?:that|such as|following|after|during|as)\b.*", "", bare)
    if verbs and tells(bare) and not PRESENT.search(bare):
        return True
    return re.search(r"\b(?:said|says?|told|was|were|will|have|has|had)\b", bare) is not None


def tells_day(line: str) -> bool:
    """Whether a line names a day, by its date or its weekday."""
    return bool(DAY.search(line) or re.search(r"\b(?:[A-Z][a-z]+day|yesterday|today)\b", line))


def is_heading(line: str) -> bool:
    """Whether a short line between paragraphs is a heading: no sentence, and no end of one."""
    if re.fullmatch(r"[-–—] .{2,60} [-–—]|[A-Z][A-Z'’ ]{5,60}:", line):
        return True  # “- Bagram handover -”, “MORE ON THE CRISIS:”
    if re.fullmatch(
        r"(?:What|Why|Who|How|When|Where|Is|Are|Will|Can|Did|Does)\b[^.,]{0,50}\?", line
    ):
        return True  # “Why now?”
    if re.fullmatch(r"(?=[^a-z]*$)[A-Z][^.,]{4,50}\?", line):
        return True  # “WHAT HAS CHANGED?”
    if re.fullmatch(r"[“\"].*,[”\"] (?:[\w’'-]+ ){1,3}(?:said|added|told|[a-z]{3,}ed)", line):
        return False  # “"Nine huts are lost," he added”: a sentence without its point
    line = re.sub(r"^\d{1,2}(?:\.\d{1,2})?[.)] (?=[A-Z])", "", line)  # “2. Displacement”
    return (
        len(line.split()) <= 9
        and not SENTENCE_END.search(line)
        and not BULLET.match(line)
        and not line.endswith((";", ",", ":"))
        and (
            line.lstrip("'\"‘“")[:1].isupper()
            or re.match(r"\d+ (?:[A-Z]\w+ )?[a-z]", line) is not None
        )
    )
