"""Which encoding the bytes of an article are in: told with certainty, or not at all.

Statistics of languages say little about English, which is ASCII but for some quotation marks and
names. So each encoding in use is tried, and what each of the other bytes would be is looked at
where it stands: “don’t”, “(Київ)”, “£5”, but not “donÕt”, “Êè¿â”, “5 Ð”. An encoding in which
something stands where it cannot stand is out. When those that are left read different texts, the
one with good evidence is taken, and without any it is the reader's to say.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from site_gen.importer.notation import regex, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A text out of bytes, or why there is none."""

    text: str | None
    """None when these bytes are no text, or it is not certain which."""
    encoding: str = ""
    """Name of the encoding that was read; empty when it was not read."""
    candidates: tuple[tuple[str, str], ...] = ()
    """(encoding, first word that it reads otherwise than the others) of those that may be it."""
    notes: tuple[str, ...] = field(default=())
    """What a reader must be told of how it was read."""


ENGLISH_WORDS = frozenset(
    words(
        """
    the of and to in a that was for on is with as by at from it were had said be which an are
    has have not he they this his who but or their been its would will after more than she her
    him we you i
    """
    )
)
"""The commonest words of English: a quarter and more of any text in it."""
_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_USUAL = words(
    """
    windows-1252 macintosh windows-1250 windows-1254 windows-1251 windows-1253 windows-1255 windows-1256
    """
)
_RARE = words(
    """
    windows-1257 iso-8859-15 iso-8859-2 iso-8859-5 koi8-u mac-cyrillic cp437 cp850
    gb18030 big5 shift_jis euc-kr
    """
)
"""What only counts where Windows-1252 is in doubt, or has less evidence."""
_PYTHON = {"macintosh": "mac_roman", "x-mac-roman": "mac_roman", "x-mac-cyrillic": "mac_cyrillic"}
_MEANT = {
    "iso-8859-1": "windows-1252",
    "latin-1": "windows-1252",
    "latin1": "windows-1252",
    "ascii": "windows-1252",
    "us-ascii": "windows-1252",
    "iso-8859-9": "windows-1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "x-mac-roman": "macintosh",
}
"""What a page means by the name that it gives (WHATWG Encoding Standard, 4.2)."""


def known_encoding(name: str) -> bool:
    """Whether a text can be read in an encoding of this name."""
    try:
        "a".encode(_PYTHON.get(name.lower(), name))
    except (LookupError, ValueError):
        return False
    return True


def read_text(
    raw: bytes, *, declared: str = "", encoding: str = "", names: Iterable[str] = ()
) -> Reading:
    """Read the text of an input.

    Args:
        raw: The bytes.
        declared: What HTTP or the page itself says; believed when it makes sense.
        encoding: What the user says; it decides.
        names: Names with letters beyond ASCII that may well stand in it.
    """
    if encoding:
        said = _decoded(raw, encoding)
        if said is None or "\0" in said:
            return Reading(text=None)
        return Reading(text=said.removeprefix("\ufeff"), encoding=encoding)
    for mark, name in _MARKS:
        if raw.startswith(mark):
            return _plain(raw, name)
    if raw.count(b"\0") > len(raw) // 4:
        even = raw[0:400:2].count(0)
        return _plain(raw, "utf-16-be" if even > raw[1:400:2].count(0) else "utf-16-le")
    if raw.isascii():
        return _plain(raw, "utf-8")
    unicode = _utf_8(raw)
    if unicode is not None and not _by_chance(unicode.text or ""):
        return unicode
    judged = _judge(raw, _MEANT.get(declared.lower(), declared.lower()), names)
    return unicode if unicode is not None and judged.text is None else judged


def _by_chance(text: str) -> bool:
    """Whether bytes that are UTF-8 may be so by chance: a pair or two, and odd where they stand."""
    beyond = [c for c in text if c > "\x7f"]
    return len(beyond) < 3 and max(beyond) < "\u0800" and _try("utf-8", text, frozenset()).odd > 0


def _plain(raw: bytes, encoding: str) -> Reading:
    text = _decoded(raw, encoding)
    if text is None or _is_binary(text):
        return Reading(text=None)
    return Reading(text=text, encoding=encoding)


def first_fault(raw: bytes, encoding: str) -> tuple[int, str]:
    """(line, byte) of what is first not of this encoding; (0, "") when all of it is."""
    try:
        raw.decode(_PYTHON.get(encoding.lower(), encoding))
    except UnicodeDecodeError as problem:
        before = raw[: problem.start].decode(_PYTHON.get(encoding.lower(), encoding), "replace")
        return before.count("\n") + 1, f"0x{raw[problem.start]:02X}"
    return 0, ""


def _decoded(raw: bytes, encoding: str) -> str | None:
    try:
        return raw.decode(_PYTHON.get(encoding.lower(), encoding))
    except (UnicodeDecodeError, LookupError, ValueError):
        return None


def _is_binary(text: str) -> bool:
    some = text[:20_000]
    odd = sum(1 for c in some if (c < " " and c not in "\t\n\r\f\v") or "\x7f" <= c < "\xa0")
    return odd > len(some) / 200


# --- UTF-8 -----------------------------------------------------------------------------------

_GARBLED = regex(
    r"â€|Ã[\u00a1-\u00bf\u0192-\u2122](?=[a-z])|(?<=[a-z])[ÃÄÅ][\u00a1-\u00bf\u0192-\u2122]|Â[\u00a0£«»°·©®]"
)
"""What only stands in a text that was garbled: “â€™”, “SÃ£o”, “Â£5”."""
_LEAD = regex(r"[Â-ô][^\x00-\x7f]{1,3}")


def _utf_8(raw: bytes) -> Reading | None:
    """UTF-8, also with a few broken bytes; None when it is something else."""
    try:
        text = raw.decode()
    except UnicodeDecodeError:
        text = raw.decode(errors="replace")
        broken = text.count("\ufffd") - raw.count(b"\xef\xbf\xbd")
        if broken * 4 > sum(c > "\x7f" for c in text) - broken:
            return None
        lines = [n for n, line in enumerate(text.split("\n"), 1) if "\ufffd" in line]
        what = "1 character is" if broken == 1 else f"{broken} characters are"
        note = f"{what} broken and stand{'s' if broken == 1 else ''} as � ({_lines(lines)})"
        return Reading(text=text, encoding="utf-8", notes=(note,))
    found = _ungarbled(text) if _GARBLED.search(text) else Reading(text=text, encoding="utf-8")
    return None if _is_binary(found.text or "") else found


def _ungarbled(text: str) -> Reading:
    """A text that was read as Windows-1252 before it was saved (“donâ€™t”) is read as it was meant."""
    mended: dict[str, str] = {}

    def mend(found: re.Match[str]) -> str:
        for end in range(len(found[0]), 1, -1):
            raw = b"".join(map(_as_byte, found[0][:end]))
            try:
                meant = raw.decode()
            except UnicodeDecodeError:
                continue
            if len(raw) == end and len(meant) == 1 and meant >= "\xa0":
                mended[found[0][:end]] = meant
                return meant + found[0][end:]
        return found[0]

    whole = _LEAD.sub(mend, text)
    if not mended:
        return Reading(text=text, encoding="utf-8")
    was, meant = next(iter(mended.items()))
    note = f"“{was}” and the like, saved wrongly before, are read as “{meant}” (--encoding utf-8 keeps them)"
    return Reading(text=whole, encoding="utf-8", notes=(note,))


def _as_byte(character: str) -> bytes:
    try:
        return character.encode("cp1252")
    except UnicodeEncodeError:
        return character.encode("latin-1", errors="ignore")


def _lines(numbers: list[int]) -> str:
    more = f" and {len(numbers) - 5} more" if len(numbers) > 5 else ""
    return f"line{'s' if len(numbers) > 1 else ''} {', '.join(map(str, numbers[:5]))}{more}"


# --- other encodings -------------------------------------------------------------------------


@dataclass(slots=True)
class _Trial:
    """What a text looks like when its bytes are read in one encoding."""

    encoding: str
    text: str
    sure: set[int] = field(default_factory=set)
    """Where a character stands where only such a one stands."""
    doubtful: int = 0
    """How many marks may stand where they stand, as others may."""
    odd: int = 0
    """How many characters cannot stand where they stand."""
    seen: int = 0


def _judge(raw: bytes, declared: str, names: Iterable[str]) -> Reading:
    known = frozenset(unicodedata.normalize("NFC", n).lower() for n in (*_KNOWN, *names))
    usual = _fitting(raw, (declared, *_USUAL), known)
    rare = _fitting(raw, _RARE, known)
    common = next((t for t in usual if t.encoding == "windows-1252" and not t.doubtful), None)
    fit = [*usual, *(t for t in rare if common is None or len(t.sure) > len(common.sure))]
    if not fit:
        return Reading(text=None)
    by_text: dict[str, _Trial] = {}
    for trial in fit:
        by_text.setdefault(trial.text, trial)
    left = list(by_text.values())
    left = _with_evidence(left) if len(left) > 1 else left
    believed = next((t for t in left if t.encoding == declared), None)
    if believed is not None:
        left = [believed]
    if len(left) > 1:
        return Reading(text=None, candidates=tuple(_samples(left)))
    (one,) = left
    note = f"read as {one.encoding}: {_some_words(one.text)}"
    return Reading(text=one.text, encoding=one.encoding, notes=(note,))


def _fitting(raw: bytes, encodings: Iterable[str], known: frozenset[str]) -> list[_Trial]:
    """The encodings in which next to nothing stands where it cannot."""
    read = {name: _decoded(raw, name) for name in dict.fromkeys(encodings) if name}
    trials = [
        _try(name, text, known) for name, text in read.items() if text and not _is_binary(text)
    ]
    return [t for t in trials if t.odd * 50 <= t.seen]


def _with_evidence(trials: list[_Trial]) -> list[_Trial]:
    """Those that have most of the evidence, of what stands where they differ."""
    texts = [t.text for t in trials]
    alike: set[int] = set()
    if len({len(text) for text in texts}) == 1:
        shared = set.intersection(*(t.sure for t in trials))
        alike = {at for at in shared if len({text[at] for text in texts}) == 1}
    most = max(len(t.sure - alike) for t in trials)
    return [t for t in trials if len(t.sure - alike) * 2 > most] if most else trials


def _samples(trials: list[_Trial]) -> Iterator[tuple[str, str]]:
    """Each encoding with a word that another one reads otherwise."""
    first = trials[0].text
    for trial in trials:
        others = [t.text for t in trials if t is not trial and len(t.text) == len(trial.text)]
        at = next(
            (i for i, c in enumerate(trial.text) if c > "\x7f" and any(o[i] != c for o in others)),
            next((i for i, c in enumerate(first) if c > "\x7f"), 0),
        )
        yield trial.encoding, _word_at(trial.text, at)


def _some_words(text: str) -> str:
    """The first words that are not ASCII, by which a reader sees whether the reading is right."""
    at = [i for i, c in enumerate(text) if c > "\x7f"]
    letters = [i for i in at if _LETTERS.match(text[i])]
    within = [i for i in at if text[i - 1 : i].isalpha() and text[i + 1 : i + 2].isalpha()]
    found = (_word_at(text, i) for some in (letters, within, at) for i in some[:50])
    return ", ".join(list(dict.fromkeys(filter(None, found)))[:3])


def _word_at(text: str, at: int) -> str:
    start = max(text.rfind(mark, 0, at) for mark in " \n\t<>") + 1
    ends = [end for mark in " \n\t<>" if (end := text.find(mark, at)) > 0]
    return text[start : min(ends, default=len(text))].strip(".,;:()\r")[:40]


def _try(encoding: str, text: str, known: frozenset[str]) -> _Trial:
    trial = _Trial(encoding=encoding, text=text)
    for found in _TOKEN.finditer(text):
        token, start = found[0], found.start()
        if token.isascii():
            continue
        if trial.odd > 100 and trial.odd * 5 > trial.seen:
            break  # not this one, whatever follows
        for word in _LETTERS.finditer(token):
            marked = [start + word.start() + i for i, c in enumerate(word[0]) if c > "\x7f"]
            if marked:
                beside = token[max(0, word.start() - 1) : word.start()] + token[word.end() :][:1]
                judged = -1 if re.search(r"\d", beside) else _word(word[0], known)
                trial.seen += len(marked)
                trial.sure.update(marked if judged > 0 else ())
                trial.odd += len(marked) if judged < 0 else 0
        for at, mark in enumerate(token, start):
            if mark > "\x7f" and not _LETTERS.match(mark):
                judged = _mark(text, at)
                trial.seen += 1
                trial.sure.update([at] if judged > 0 else ())
                trial.odd += judged < 0
                trial.doubtful += judged == 0
    for opening, closing in ("“”", "«»", "‹›"):
        if opening not in text:
            trial.odd += text.count(closing)
    return trial


_TOKEN = regex(r"[^ \t\r\n]+")
_LETTERS = regex(
    r"[^\W\d_ªº¹²³¼½¾ƒˇˆˉ](?:[^\W\d_ªº¹²³¼½¾ƒˇˆˉ]|[\u0300-\u036f\u0590-\u05c7\u064b-\u0652])*"
)


# --- words -----------------------------------------------------------------------------------

_KNOWN = frozenset(
    words(
        """
    à café cafés naïve façade fiancé fiancée cliché clichés déjà vis-à-vis tête fête crème première crêpe
    protégé résumé exposé communiqué attaché señor señora niño piñata doña jalapeño são côte île curaçao
    réunion bogotá asunción yaoundé medellín méxico perú josé maría garcía martín lópez gonzález hernández
    rodríguez pérez sánchez ramírez gómez jiménez núñez muñoz peña españa joão gonçalves guimarães simões
    françois thérèse hélène andré rené molière zaïre haïti aïcha saïd müller köln münchen zürich jürgen
    göran jørgen sørensen åland åbo erdoğan türkiye çavuşoğlu şimşek kılıçdaroğlu davutoğlu wałęsa łódź poznań
    gdańsk kraków kaczyński milošević tuđman đinđić vučić orbán kovač novák dvořák čapek
    ceaușescu ceauşescu băsescu constanţa iași iaşi timişoara brașov
    """
    )
)
"""Words and names of the news, which tell encodings apart; the names of the site's gazetteer are added."""
_VOWELS = "aeiouyáàâäãåāăąæéèêëēěęíìîïīįıóòôöõøōőœúùûüūůűųý"
_FITS = {
    letter: regex(pattern)
    for letter, pattern in {
        # Western European
        "ñ": rf"ñ[{_VOWELS}]",
        "ã": r"ã(?:[oens]|$)",
        "õ": r"õ",
        "æ": r"æ\w",
        "è": r"(?<![aeo])è(?![aeiou])",
        "ê": r"ê[^aeiou]",
        "ì": r"ì$",
        "ò": r"ò$",
        "ù": r"ù$",
        "ï": rf"[{_VOWELS}]ï",
        "ð": rf"[{_VOWELS}r]ð",
        "þ": r"^þ",
        "ý": r"^[^ýı]+ý[^ýı]*$",
        "ø": r"ø(?![aiou])",
        "û": r"û[^aeiou]",
        "ÿ": r"[aeou]ÿ",
        # Central European
        "ń": rf"ń(?![{_VOWELS}])",
        "ă": r"ă(?![oe])",
        "ć": r"ć(?:[aeiou]k?|$)",
        "č": r"č[aeiouáéíyěkn]|[aeiouáéírnl]č$",
        "ę": r"ę(?![aeiou])",
        "ě": r"[dtnbpvmf]ě",
        "ď": r"ď(?:[aou]|k|$)",
        "đ": r"đ",
        "ň": r"[aeiouáéíóúě]ň",
        "ő": r"[^aeiou]ő|^ő",
        "ř": r"(?:[aeiouáéíóúůě]|^)ř(?:[aeiouáéíóúě]|$)|[ptkdbhvs]ř[aeiouáéíóúůě]",
        "ů": r"ů",
        "ű": r"ű",
        "ţ": r"ţ",
        "ĺ": r"(?!)",
        "ŕ": r"(?!)",
        "ľ": r"ľ(?:[aouk]|$)",
        "ť": r"ť(?![ei])",
        # Turkish
        "ğ": rf"[{_VOWELS}]ğ",
        "ı": r"ı",
        "ş": r"ş",
    }.items()
}
"""Where a letter stands in the names of the languages that have it, when another encoding has
another letter in its place (“Peña” but no “Peńa”, “Kovač” but no “Kovaè”)."""
_ALPHABETS = (
    ("ğış", "çğıöşüâîûăţ"),
    ("đćč", "čćđšžáéíýěřůňťď"),
    ("þð", "áéíóúýæöøþð"),
    ("łęąńśźż", "ąćęłńóśźż"),
    ("ăţ", "ăâîşţ"),
    ("őű", "áéíóöőúüű"),
    ("ãõ", "áâãàçéêíóôõúüöäšž"),
)
"""Letters, and those beyond ASCII that stand with them in one word."""
_SCRIPTS = (
    ("Greek", 0x0370, 0x03FF),
    ("Cyrillic", 0x0400, 0x052F),
    ("Hebrew", 0x0590, 0x05FF),
    ("Arabic", 0x0600, 0x06FF),
    ("other", 0x0700, 0x1DFF),
    ("other", 0x2E80, 0x10FFFF),
)
_CONTRACTION = regex(r"(?i)[a-z]{2,}(?:n.t|.s|.re|.ve|.ll|.d|.m)$|^i.(?:m|ve|ll|d)$")


def _word(word: str, known: frozenset[str]) -> int:
    """1 for a word that is known, 0 for one that may well be, -1 for none."""
    scripts = {_script(c) for c in word}
    if len(scripts) > 1:
        return -1
    lower = word.replace("İ", "i").lower()
    if lower in known:
        return 1
    if word[1:] != lower[1:] and not word.isupper() and not _CAMEL.match(word):
        return -1
    script = scripts.pop()
    if script == "Cyrillic":
        a_name = len(word) > 2 and word.istitle() and _CYRILLIC.search(lower)
        return 1 if a_name or (len(word) > 5 and word.islower()) else 0
    if script == "Greek":
        return 1 if len(word) > 2 and _GREEK.search(lower) else -1
    if script != "Latin":
        return 0
    if len(word) > 2 and all(c > "\x7f" for c in word):
        return -1
    if len(word) > 2 and not re.search(rf"[{_VOWELS}r]", lower):
        return -1
    special = {c for c in lower if c > "\x7f"}
    if any(special & set(some) and not special <= set(alphabet) for some, alphabet in _ALPHABETS):
        return -1
    return 0 if all(_FITS[c].search(lower) for c in special if c in _FITS) else -1


_CAMEL = regex(r"^(?:Ma?c|O|D|De|La|Le)[^\W\d_a-z]|^[^\W\d_]['’][^\W\d_]")
_CYRILLIC = regex(r"^[^ьъыђћљњџѓќўј]*[аеиоуыэюяіїє]")
_GREEK = regex(r"[αεηιουωάέήίόύώ]")


def _script(character: str) -> str:
    code = ord(character)
    return next((name for name, low, high in _SCRIPTS if low <= code <= high), "Latin")


# --- marks -----------------------------------------------------------------------------------

_OPENING = "“‘«‹„‚("
_CLOSING = "”’»›)"
_BEFORE_OPENING = regex(r"(?:^|[\s(\[{—–\-/>\"';,:|=*_“‘«\u00a0…])$")
_AFTER_CLOSING = regex(r"^(?:$|[\s)\]}—–\-/<\"';,.:!?|*_”’»\u00a0…&\d])")
_SYMBOLS = {
    "£€¥": (regex(r"(?:^|[^\w])$|\d\s?$"), regex(r"^\s?(?:\d|$|[\s.,;)m])")),
    "©": (regex(r"(?:^|[\s(>|])$"), regex(r"^\s?\w|^ ")),
    "®™": (regex(r"\w$"), regex(r"^(?:\W|$)")),
    "°ºª": (regex(r"\d\s?$"), regex(r"^(?:\W|[CFNSEW]\b|$)")),
    "½¼¾²³": (regex(r"(?:\w|^|\s)$"), regex(r"^(?:\W|$)")),
    "•·►▪●■→»": (regex(r"(?:^|\s|\w)$"), regex(r"^(?:\s|\w)")),
    "§¶±×†‡": (regex(r"(?:^|\W|\w)$"), regex(r"^\s?(?:\d|\W|$)")),
}


def _mark(text: str, at: int) -> int:
    """1 for a mark that stands where it belongs, 0 where it may stand, -1 where it cannot."""
    mark = text[at]
    before, after = text[max(0, at - 12) : at], text[at + 1 : at + 13]
    if mark in "’ʼ":
        if re.search(r"[^\W\d_]$", before) and re.match(r"[^\W\d_]", after):
            around = (
                re.search(r"[^\W\d_]*$", before)[0] + mark + re.match(r"[^\W\d_]*", after)[0]  # type: ignore[index]
            )
            return 1 if _CONTRACTION.match(around) else 0
        if _BEFORE_OPENING.search(before) and re.match(r"\d0?s?\b|[a-z]", after):
            return 0  # “the ’80s”, “’em”
        return 0 if re.search(r"\S$", before) and _AFTER_CLOSING.match(after) else -1
    if mark in _OPENING:
        good = _BEFORE_OPENING.search(before) and re.match(r"[\w$£€“‘…\[(\"']", after)
        return 1 if good else -1
    if mark in _CLOSING:
        good = re.search(r"[\w.,!?;:…)’'\"—–\-%\]]$", before) and _AFTER_CLOSING.match(after)
        return 1 if good else -1
    if mark in "—–":
        return _dash(before, after)
    if mark == "…":
        return 0 if re.search(r"(?:^|[\w\s“‘\"'(,.])$", before) else -1
    if mark == "\u00a0":
        return 0 if not before or before[-1] <= "\x7f" or before[-1] in "—–”’“" else -1
    if mark in "\u00ad\u200b\ufeff\u2009\u202f":
        return 0
    for marks, (left, right) in _SYMBOLS.items():
        if mark in marks:
            return 0 if left.search(before) and right.match(after) else -1
    return -1


_JOINING = ENGLISH_WORDS | frozenset(
    words("when where while so if some all both what there then no")
)


def _dash(before: str, after: str) -> int:
    left, right = re.search(r"[^\W\d_]+$", before), re.match(r"[^\W\d_]+", after)
    if left and right:
        beside = {part.lower() for part in (left[0], right[0]) if len(part) > 1}
        return 1 if beside & _JOINING else 0
    if re.search(r"(?:^|\s)$", before) and re.match(r"\s|$", after):
        return 1
    return 0 if re.search(r"[\w\s.,!?’”)%]$|^$", before) and _AFTER_DASH.match(after) else -1


_AFTER_DASH = regex(r"[\w\s“‘(£$€\"]|$")
