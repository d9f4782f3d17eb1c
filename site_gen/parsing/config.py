"""The site's settings, `content/site.yaml`, as values."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal
from urllib.parse import urlsplit

from msgspec import Struct

if TYPE_CHECKING:
    from site_gen.dates.edtf import EventDate


class Party(Struct, frozen=True, kw_only=True):
    """A side, or a kind of observer, that speakers belong to."""

    key: str
    label: str
    belligerent: bool = False
    """Whether it takes part in the fighting; its word about itself is then only a claim."""


class Series(Struct, frozen=True, kw_only=True):
    """A figure followed over time."""

    key: str
    title: str
    unit: str = ""
    about: str = ""


class Era(Struct, frozen=True, kw_only=True):
    """A stretch of time that the timeline shows as a band."""

    title: str
    date: EventDate


class Config(Struct, frozen=True, kw_only=True):
    """Everything that `content/site.yaml` says."""

    title: str
    description: str = ""
    base_url: str = "http://localhost/"
    """Where the site is published, with a slash at its end."""
    language: str = "en"
    time_zone: str = "UTC"
    theme: str = "default"
    gazetteer: str = "provinces.yaml"
    geometry: str = ""
    order: Literal["newest", "oldest"] = "newest"
    period: EventDate | None = None
    parties: tuple[Party, ...] = ()
    event_types: tuple[str, ...] = ()
    series: tuple[Series, ...] = ()
    eras: tuple[Era, ...] = ()
    license: str = ""
    editors: tuple[str, ...] = ()
    repository: str = ""
    relative_urls: bool = False
    cname: str = ""
    """The site's own domain, when GitHub Pages serves it from a branch."""
    ignore: tuple[str, ...] = ()
    """Codes of warnings that are not reported for this site."""
    max_entry_bytes: int = 1024 * 1024

    @property
    def base_path(self) -> str:
        """Path part of `base_url`, without a slash at its end: `/repo`, or empty."""
        return urlsplit(self.base_url).path.rstrip("/")

    @property
    def origin(self) -> str:
        """`base_url` without a slash at its end."""
        return self.base_url.rstrip("/")

    def party(self, key: str) -> Party | None:
        """The party of that key."""
        return next((party for party in self.parties if party.key == key), None)

    def series_of(self, key: str) -> Series | None:
        """The series of that key."""
        return next((series for series in self.series if series.key == key), None)
