"""What rules are written with: regular expressions, and lists of words written as text.

An expression is compiled when it is first asked for: there are some 470, compiling all of them would be a third of what
a short import takes, and in most articles a third of them are not asked for.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    regex = re.compile
else:

    class regex:  # noqa: N801 - stands for `re.compile`
        """What `re.compile` gives, later."""

        def __init__(self, pattern: str, flags: int = 0) -> None:
            self.pattern = with_accents(pattern)
            self._asked = flags

        def __getattr__(self, name: str) -> Any:
            """A method of the compiled expression, kept for the next time."""
            if "_compiled" not in self.__dict__:
                self._compiled = re.compile(self.pattern, self._asked)
            found = getattr(self._compiled, name)
            setattr(self, name, found)
            return found


_CAPITALS = "".join(
    chr(code) for code in (*range(0xC0, 0x180), *range(0x218, 0x21C)) if chr(code).isupper()
)
"""Of the languages that write with Latin letters: names begin with them, too (“Émile”, “Ömer”, “Şırnak”)."""

_LETTERS = f"A-Z{_CAPITALS}"


def with_accents(pattern: str) -> str:
    """An expression whose `A-Z` are all capitals, not those of English only."""
    return pattern.replace(_LETTERS, "A-Z").replace("A-Z", _LETTERS)


def words(text: str) -> tuple[str, ...]:
    """The words of a text, in its order."""
    return tuple(text.split())
