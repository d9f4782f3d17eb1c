"""Dates in the words of a catalogue, and what is said of a catalogue that cannot say them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from site_gen.dates.edtf import parse
from site_gen.dates.strings import ALONE, KEYS, MONTHS, PATTERNS, SHORT, WORDS, locale_of, marks_in
from site_gen.dates.wording import ENGLISH, ENGLISH_SHORT, IN_ENGLISH, DateWording
from site_gen.themes.catalogue import Catalogue
from site_gen.themes.theme import read_theme

ROOT = Path(__file__).resolve().parents[2]
LANGUAGES = ROOT / "tests" / "data" / "languages"


def catalogue(path: Path) -> dict[str, str]:
    found: dict[str, str] = yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)
    return found


DEFAULT = catalogue(ROOT / "themes" / "default" / "strings" / "en.yaml")
GERMAN = DEFAULT | catalogue(LANGUAGES / "de.yaml")
PERSIAN = DEFAULT | catalogue(LANGUAGES / "fa.yaml")


def test_the_catalogue_has_the_words_that_editors_are_told() -> None:
    assert {key: DEFAULT.get(key) for key in WORDS} == WORDS
    assert locale_of(DEFAULT) is locale_of({}) is IN_ENGLISH
    assert (IN_ENGLISH.wide, IN_ENGLISH.abbreviated) == (ENGLISH, ENGLISH_SHORT)


def test_every_pattern_has_a_key() -> None:
    assert {"months", "standalone", *PATTERNS.values()} == set(DateWording._fields)


GERMAN_WORDS = [
    ("2031-04-08", "8. April 2031", "8. Apr."),
    ("2031-04", "April 2031", "Apr."),
    ("2031", "2031", "2031"),
    ("2031-03~", "etwa März 2031", "ca. März"),
    ("2031-06-22?", "22. Juni 2031 (unsicher)", "22. Juni?"),
    ("2031-06-22%", "etwa 22. Juni 2031 (unsicher)", "ca. 22. Juni?"),
    ("2031-06-XX", "an einem Tag im Juni 2031", "ein Tag im Juni"),
    ("2031-XX", "irgendwann 2031", "2031"),
    ("199X", "1990er-Jahre", "1990er"),
    ("../199X", "bis spätestens den 1990er-Jahren", "bis 1990er"),
    ("2031-07-07/2031-07-08", "7.–8. Juli 2031", "7.–8. Juli"),
    ("2031-05-28/2031-07-02", "28. Mai – 2. Juli 2031", "28. Mai – 2. Juli"),
    ("2030-12-30/2031-01-02", "30. Dezember 2030 – 2. Januar 2031", "30. Dez. 2030 – 2. Jan. 2031"),
    ("2031-05/2031-10", "Mai–Oktober 2031", "Mai–Okt."),
    ("1996/2001", "1996–2001", "1996–2001"),
    ("../2031-06-25", "bis spätestens 25. Juni 2031", "bis 25. Juni"),
    ("2031-04-14/..", "seit 14. April 2031", "seit 14. Apr."),
    ("/2031-06-25", "bis 25. Juni 2031, Beginn unbekannt", "bis 25. Juni, Beginn?"),
    ("2031-04-14/", "seit 14. April 2031, Ende unbekannt", "seit 14. Apr., Ende?"),
]


@pytest.mark.parametrize(("text", "words", "short"), GERMAN_WORDS)
def test_dates_in_another_language(text: str, words: str, short: str) -> None:
    locale = locale_of(GERMAN)
    assert (parse(text).words(locale), parse(text).short(locale)) == (words, short)


def test_persian_months() -> None:
    locale = locale_of(PERSIAN)
    assert parse("2031-05-02").words(locale) == "2 مه 2031"
    assert parse("2031-03/2031-04").short(locale) == "مارس–آوریل"
    assert parse("../2031-09-11").words(locale) == "تا 11 سپتامبر 2031"


def test_a_month_without_a_day_may_have_another_name() -> None:
    """As in Russian: 8 июня, but июнь 2031."""
    locale = locale_of({"month.6": "июня", "month.6.alone": "июнь", "month.7": "июля"})
    assert locale.words("2031-06-08") == "8 июня 2031"
    assert locale.words("2031-06") == "июнь 2031"
    assert locale.words("2031-06-08/2031-06-09") == "8–9 июня 2031"
    assert locale.words("2031-05/2031-06") == "May–июнь 2031"
    assert locale.words("2031-06/2031-07-02") == "июнь 2031 – 2 июля 2031"
    assert locale.short("2031-06") == "Jun"


def test_words_are_kept_for_each_language_alone() -> None:
    one, other = locale_of({"pattern.about": "ca. {date}"}), locale_of({})
    assert one.words("2031-04~") == "ca. April 2031"
    assert other.words("2031-04~") == "about April 2031"
    assert locale_of({"pattern.about": "ca. {date}", "next": "Next"}) is one
    assert one != other


def test_numbers_are_written_as_the_catalogue_has_it() -> None:
    assert [Catalogue({}).number(n) for n in (7, 1037, 12.5, 2300000)] == [
        *("7", "1,037", "12.5", "2,300,000")
    ]
    assert [Catalogue(GERMAN).number(n) for n in (7, 1037, 12.5, 1037.25)] == [
        *("7", "1.037", "12,5", "1.037,25")
    ]
    assert Catalogue({"number.group": ""}).number(1037) == "1037"


def faults(language: str, text: str, *, before: str = "") -> list[str]:
    """What is said of a catalogue of a theme that changes nothing else."""
    path = f"themes/mine/strings/{language}.yaml"
    files = {
        "themes/default/strings/en.yaml": before
        or 'next: Next\nabout.month: "Events of {name}."\n',
        "themes/mine/theme.yaml": "name: mine\n",
        path: text,
    }
    _, found = read_theme(tuple(files), files.get, "mine", language)
    return [str(fault).removeprefix(path) for fault in found]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            'pattern.day: "{day} {moon} {year}"',
            [
                (
                    ":1:14: error[theme.mark]: “pattern.day”: nothing fills in {moon}; "
                    "hint: marks of this text: {day} {month} {year}"
                ),
                ":1:14: error[theme.mark]: “pattern.day” has to say {month}",
            ],
        ),
        (
            "next: Next\npattern.by.short: until",
            [":2:19: error[theme.mark]: “pattern.by.short” has to say {date}"],
        ),
        (
            'pattern.about: "c. {date"',
            [
                (
                    ":1:16: error[theme.mark]: “pattern.about”: expected '}' before end of string; "
                    "hint: a mark is a name in braces"
                ),
            ],
        ),
        (
            'pattern.about: "{date.edtf}"',
            [
                (
                    ":1:16: error[theme.mark]: “pattern.about”: “{date.edtf}” is no mark; "
                    "hint: a mark is a name in braces"
                ),
            ],
        ),
        ('month.3: ""', [":1:10: error[theme.value]: “month.3” has no text"]),
        ("month.13: Undecember", [":1:1: error[key.unknown]: unknown key “month.13”"]),
        (
            'pattern.abuot: "{date}"',
            [
                (
                    ":1:1: error[key.unknown]: unknown key “pattern.abuot”; "
                    "hint: did you mean “pattern.about”?"
                ),
            ],
        ),
        (
            'about.month: "Events of {month}."',
            [
                (
                    ":1:14: error[theme.mark]: “about.month”: nothing fills in {month}; "
                    "hint: marks of this text: {name}"
                ),
            ],
        ),
        # What may be as it is.
        ("month.9.short: Sept", []),
        ("about.month: All of them", []),
        ('own.text: "{anything} goes {here"', []),
        ("month.kicker: Month", []),
    ],
)
def test_faults_have_a_place_and_a_reason(text: str, said: list[str]) -> None:
    assert faults("en", text) == said


def test_a_language_has_all_its_months_or_none() -> None:
    some = "".join(f"{key}: M\n" for key in MONTHS[:10])
    assert faults("de", f"{some}month.11: N\n") == [
        ":11:1: error[theme.months]: the months are not all there: month.12"
    ]
    assert faults("de", f"{some}month.11: N\nmonth.12: D\n") == []
    assert faults("de", 'pattern.about: "etwa {date}"\n') == []
    # English has them in the default theme; one may be changed alone.
    assert faults("en-GB", "month.9.short: Sept\n") == []


def test_faults_of_the_default_theme_itself_are_found() -> None:
    """Where nothing stands below, the program knows what it fills in."""
    files = {"themes/default/strings/en.yaml": 'about.month: "Of {moth}."\npattern.by: by\n'}
    _, found = read_theme(tuple(files), files.get, "default", "en")
    assert [(fault.code, fault.span.line) for fault in found] == [
        ("theme.mark", 1),
        ("theme.mark", 2),
    ]


def test_test_catalogues_are_sound() -> None:
    for language in ("de", "fa"):
        text = (LANGUAGES / f"{language}.yaml").read_text("utf-8")
        english = (ROOT / "themes" / "default" / "strings" / "en.yaml").read_text("utf-8")
        assert faults(language, text, before=english) == []


def test_marks() -> None:
    assert marks_in("{a} – {b} {a}{{c}}") == ("a", "b", "a")
    for wrong in ("{", "}", "{}", "{0}", "{a!r}", "{a:>3}", "{a.b}", "{a[0]}"):
        with pytest.raises(ValueError, match=r"brace|'\}'|no mark|'\{'"):
            marks_in(wrong)


def test_pages_and_exports_say_dates_in_the_words_of_the_site() -> None:
    """`words()` without a language is English, which is for those who edit a site."""
    package = ROOT / "site_gen"
    paths = [
        *(
            path
            for folder in ("pages", "exports", "search")
            for path in (package / folder).iterdir()
        ),
        *(package / name for name in ("share.py", "engine/corrections.py", "engine/searching.py")),
    ]
    sources = {path.name: path.read_text("utf-8") for path in paths if path.suffix == ".py"}
    assert len(sources) > 40
    assert [
        (name, line)
        for name, text in sources.items()
        for line in text.splitlines()
        if re.search(r"\b(words|short)\(\)(?!:)", line) and "def " not in line
    ] == []


def test_months_that_stand_alone_have_keys() -> None:
    assert {f"{month}{ALONE}{end}" for month in MONTHS for end in ("", SHORT)} == set(KEYS) - set(
        WORDS
    )
