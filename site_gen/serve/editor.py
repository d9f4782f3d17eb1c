"""How a link opens a file in the editor."""

from __future__ import annotations

import re

from site_gen.diagnostics import SiteGenError

PRESETS = {
    "vscode": "vscode://file{path}:{line}:{col}",
    "vscodium": "vscodium://file{path}:{line}:{col}",
    "cursor": "cursor://file{path}:{line}:{col}",
    "zed": "zed://file{path}:{line}:{col}",
    "idea": "idea://open?file={path}&line={line}&column={col}",
    "sublime": "subl://open?url=file://{path}&line={line}&column={col}",
    "textmate": "txmt://open?url=file://{path}&line={line}&column={col}",
    "none": "",
}
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_RUNS_CODE = ("javascript:", "data:", "vbscript:", "blob:")


def template_of(editor: str) -> str:
    """The link's template for a preset's name, or a template of the editor's own, checked.

    Raises:
        SiteGenError: when it is neither.
    """
    if editor in PRESETS:
        return PRESETS[editor]
    if _SCHEME.match(editor) and "{path}" in editor and not editor.lower().startswith(_RUNS_CODE):
        return editor
    message = (
        f"--editor {editor}: give one of {', '.join(PRESETS)}, "
        "or an address with {path}, {line} and {col} in it"
    )
    raise SiteGenError(message)
