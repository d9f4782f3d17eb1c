"""Regular expressions that are compiled when they are first asked for.

The importer has some 470 of them, and compiling them all is a third of what a short import takes. A third of
them looks at nothing in most articles.
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
            self.pattern = pattern
            self._asked = flags

        def __getattr__(self, name: str) -> Any:
            """A method of the compiled expression, kept for the next time."""
            if "_compiled" not in self.__dict__:
                self._compiled = re.compile(self.pattern, self._asked)
            found = getattr(self._compiled, name)
            setattr(self, name, found)
            return found
