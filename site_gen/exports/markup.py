"""HTML and XML for readers that are no browsers: absolute links, and no character that XML forbids."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from site_gen.web.address import ROOT

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_FORBIDDEN = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Everything outside `Char` of XML 1.0, section 2.2. https://www.w3.org/TR/xml/#charsets

To name what is allowed comes to the same, and takes ten times as long to compile.
"""
_FRAGMENT = re.compile(r'(\shref=")#')


def xml_text(text: str) -> str:
    """A text without characters that no XML document may hold."""
    return _FORBIDDEN.sub("", text)


def html_text(text: object) -> str:
    """A text for HTML, in elements and in quoted attributes."""
    return escape(xml_text(str(text)))


def absolute_html(html: str, origin: str, url: str) -> str:
    """Rendered words with links that lead to the same place from anywhere.

    Args:
        html: with `ROOT` marks.
        origin: where the site is published, without a slash at its end.
        url: absolute address of the page that the words stand on.
    """
    return xml_text(_FRAGMENT.sub(rf"\g<1>{escape(url)}#", html).replace(ROOT, origin))


def element(parent: Element, tag: str, text: str = "", **attributes: str) -> Element:
    """Add an element; its text and its attributes pass `xml_text`.

    A name that Python keeps for itself is written with an underscore at its end (`type_`).
    """
    clean = {name.rstrip("_"): xml_text(value) for name, value in attributes.items()}
    child = ET.SubElement(parent, tag, clean)
    child.text = xml_text(text) or None
    return child


def document(root: Element) -> bytes:
    """An XML document, UTF-8, with a line for each element."""
    ET.indent(root, "")
    body = ET.tostring(root, encoding="unicode", short_empty_elements=True)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{body}\n'.encode()
