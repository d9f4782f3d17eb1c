"""Bytes of articles in many encodings: read as they were meant, or not at all."""

from __future__ import annotations

import pytest

from site_gen.importer.charset import first_fault, known_encoding, read_text
from site_gen.importer.notation import words

QUOTED = """Bridge reopens after a week

“We can’t wait,” he said — the town’s mayor – at the gate’s edge. “It’s late … and they don’t care.”
The villagers’ homes cost 500 each, ‘so they said’, in the ’90s.
"""
BARE = "The road to {} was closed on Friday, police said.\nThe mayor of the town said that 12 people had fled.\n"
NAMES = {
    "western": "François of Yaoundé, Molière and Peña in São Paulo",
    "polish": "Lech Wałęsa in Łódź and Gdańsk",
    "croatian": "Milošević and Kovač in Čačak",
    "turkish": "Erdoğan and Şimşek in Yıldız",
    "ukrainian": "Kyiv (Київ) and Zelensky (Зеленський)",
    "arabic": "Gao (غاو) and Kabul (كابول)",
    "greek": "Athens (Αθήνα)",
    "chinese": "Beijing (北京)",
}
ENCODINGS = [
    *("cp1252", "mac_roman", "cp1250", "cp1254", "cp1251", "cp1253", "cp1256", "cp1257"),
    *("iso-8859-1", "iso-8859-2", "iso-8859-15", "koi8-u", "cp850"),
    *("gb18030", "big5", "euc-kr", "shift_jis"),
]


@pytest.mark.parametrize(
    "encoding", ["cp1252", "mac_roman", "cp1250", "cp1254", "cp1251", "cp1256", "gb18030"]
)
def test_curly_quotes_and_dashes_tell_the_encoding(encoding: str) -> None:
    assert read_text(QUOTED.encode(encoding)).text == QUOTED


@pytest.mark.parametrize(
    ("encoding", "names"),
    [
        ("cp1252", "western"),
        ("mac_roman", "western"),
        ("cp1250", "polish"),
        ("cp1250", "croatian"),
        ("cp1254", "turkish"),
        ("cp1251", "ukrainian"),
        ("cp1256", "arabic"),
        ("cp1253", "greek"),
        ("gb18030", "chinese"),
    ],
)
def test_names_tell_the_encoding(encoding: str, names: str) -> None:
    text = QUOTED + NAMES[names] + "\n"
    assert read_text(text.encode(encoding)).text == text


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize(
    "inserted",
    [
        *NAMES.values(),
        "Ağrı",
        "Đinđić",
        "N’Djamena",
        "Garcías",
        "the gate – so",
        "£5m",
        "a 2½ km road",
        "İzmir",
    ],
)
def test_no_text_is_read_wrongly_in_silence(encoding: str, inserted: str) -> None:
    for text in (BARE.format(inserted), QUOTED + BARE.format(inserted)):
        try:
            raw = text.encode(encoding)
        except UnicodeEncodeError:
            continue
        assert read_text(raw).text in (text, None)


@pytest.mark.parametrize(
    "name",
    words(
        """
    Bjørn Håkon Jørgensen Conceição Cañete Nîmes Genève Aïn Ngaoundéré N’Djaména Thiès Güemes Kpèlè crèche
    Raúl Núñez Noël Besançon château rôle Père-Lachaise Füllkrug Weißensee Tromsø Malmö Læsø Þór £5m
    """
    ),
)
def test_windows_1252_is_not_asked_about_for_the_names_of_western_europe(name: str) -> None:
    text = BARE.format(name)
    assert read_text(text.encode("cp1252")).text == text


@pytest.mark.parametrize(
    "text", ["The road ✓", "5 × 5 is 25", "Straße in Gao", "A smile 😀", "(京)"]
)
def test_one_character_beyond_ascii_is_utf_8(text: str) -> None:
    assert read_text(text.encode()).text == text


def test_two_bytes_that_are_utf_8_by_chance() -> None:
    text = BARE.format("Íñigo")
    assert read_text(text.encode("cp850")).text == text


def test_what_is_not_certain_is_not_read_and_the_readings_are_named() -> None:
    found = read_text(BARE.format("Ağrı").encode("cp1254"))
    assert found.text is None
    assert ("windows-1254", "Ağrı") in found.candidates
    assert ("windows-1252", "Aðrý") in found.candidates


def test_a_name_that_the_site_knows_decides() -> None:
    text = BARE.format("Ağrı")
    assert read_text(text.encode("cp1254"), names=["Van", "Ağrı"]).text == text


def test_what_the_page_says_decides_where_it_makes_sense() -> None:
    text = BARE.format("Ağrı")
    assert read_text(text.encode("cp1254"), declared="iso-8859-9").text == text
    assert read_text(text.encode("cp1254"), declared="no-such-name").text is None


@pytest.mark.parametrize("declared", ["iso-8859-1", "windows-1252", "utf-8", "windows-1251", ""])
def test_a_declaration_that_is_wrong_is_not_believed(declared: str) -> None:
    for encoding in ("utf-8", "mac_roman"):
        assert read_text(QUOTED.encode(encoding), declared=declared).text == QUOTED


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-16", "utf-8-sig", "utf-32"])
def test_unicode_with_and_without_a_mark(encoding: str) -> None:
    text = QUOTED + NAMES["ukrainian"]
    assert read_text(text.encode(encoding)).text == text


def test_a_few_broken_bytes_of_utf_8_are_shown_and_told() -> None:
    raw = QUOTED.encode().replace("’90s".encode(), b"\x9290s") + b"cut \xe2\x80"
    found = read_text(raw)
    assert found.text is not None
    assert "the �90s" in found.text
    assert "“We can’t wait,”" in found.text
    assert found.notes == ("2 characters are broken and stand as � (lines 4, 5)",)


def test_what_was_garbled_before_it_was_saved_is_read_as_it_was_meant() -> None:
    text = "“We can’t wait,” he said — in São Paulo.\n"
    garbled = "".join(
        bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in text.encode()
    )
    found = read_text(garbled.encode())
    assert found.text == text
    assert "saved wrongly before" in found.notes[0]
    assert read_text(garbled.encode(), encoding="utf-8").text == garbled


@pytest.mark.parametrize(
    "text", ["Ângela of Â, “Ð – A”, Årø’s Ø… Ù”, Ä€", "À Ã Ñ Ø Ã la carte – “Â”"]
)
def test_letters_that_look_garbled_and_are_not(text: str) -> None:
    assert read_text(text.encode()).text == text


def test_bytes_that_are_no_text() -> None:
    found = read_text(bytes(range(256)) * 20)
    assert (found.text, found.candidates) == (None, ())


def test_what_the_user_says_decides() -> None:
    text = BARE.format("Ağrı")
    assert read_text(text.encode("cp1254"), encoding="windows-1254").text == text
    assert read_text(b"caf\x8e", encoding="x-mac-roman").text == "café"
    assert read_text(b"\xef\xbb\xbfa", encoding="utf-8").text == "a"
    assert read_text(b"a\nb\x9d", encoding="windows-1252").text is None
    assert first_fault(b"a\nb\x9d", "windows-1252") == (2, "0x9D")


def test_names_of_encodings() -> None:
    assert all(map(known_encoding, ("UTF-8", "macintosh", "windows-1256", "koi8-u", "x-mac-roman")))
    assert not any(map(known_encoding, ("", "klingon", "rot13", "hex", "a\0b")))
