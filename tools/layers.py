"""Checks the contracts of .importlinter and says little when they hold."""

from __future__ import annotations

import contextlib
import io
import sys

from importlinter.cli import lint_imports

report = io.StringIO()
with contextlib.redirect_stdout(report):
    status = lint_imports(no_logo=True)
if status:
    sys.stderr.write(report.getvalue())
sys.exit(status)
