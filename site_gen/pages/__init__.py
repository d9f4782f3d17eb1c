"""From the timeline to pages: address, template, view."""

from __future__ import annotations

from site_gen.pages.page import Page
from site_gen.pages.plan import EVENTS, find, plan

__all__ = ["EVENTS", "Page", "find", "plan"]
