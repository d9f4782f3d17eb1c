"""The events for TimelineJS.

Its dates may be years or months, so no day is made up. What they cannot say (“about”, “by”, a decade)
stands in `display_date`, which is what its readers see; an event of which only the last day is known
stands there. Two keys of our own, which TimelineJS passes over, keep `edtf` and `provinces` whole for
programs, `site-gen import --csv` among them.

https://timeline.knightlab.com/docs/json-format.html
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from site_gen.exports.layout import laid_out
from site_gen.exports.markup import html_text
from site_gen.pages.page import site_path
from site_gen.web import address
from site_gen.web.artifact import Artifact

if TYPE_CHECKING:
    from site_gen.chronology.rows import Row
    from site_gen.dates.edtf import EventDate
    from site_gen.dates.wording import DateLocale
    from site_gen.pages.cards import CardMaker


def timelinejs(maker: CardMaker, rows: tuple[Row, ...], events: tuple[str, str]) -> Artifact:
    """`data/timeline.json`.

    Args:
        maker: of the site's cards.
        rows: events to show, in time order.
        events: input that changes with what they show.
    """
    return Artifact(
        path="data/timeline.json",
        inputs=(events, ("strings", maker.strings_digest)),
        make=lambda: _timeline(maker, rows),
    )


def _timeline(maker: CardMaker, rows: tuple[Row, ...]) -> bytes:
    config = maker.site.config
    data = {
        "title": {
            "text": {
                "headline": html_text(config.title),
                "text": f"<p>{html_text(config.description)}</p>",
            }
        },
        "events": [_slide(maker, row) for row in rows],
        # An era needs both ends; one that goes on has none that could be given.
        "eras": [
            {**slots, "text": {"headline": html_text(era.title)}}
            for era in config.eras
            for slots in [dates(era.date, maker.catalogue.dates)]
            if "end_date" in slots and era.date.start and era.date.end
        ],
    }
    return laid_out(data)


def _slide(maker: CardMaker, row: Row) -> dict[str, Any]:
    event, config = row.event, maker.site.config
    url = config.origin + site_path(address.event(event.ref))
    claims = "".join(
        f"<li><b>{html_text(c.speaker)}</b>: {html_text(c.says or c.quote)}</li>"
        for c in event.claims
    )
    verdict = html_text(maker.say(f"status.{row.verdict.status}"))
    status = f'<p>{verdict} · <a href="{html_text(url)}">{html_text(row.entry.title)}</a></p>'
    provinces = [maker.site.gazetteer.by_code[code].name for code in event.provinces]
    return {
        **dates(event.date, maker.catalogue.dates),
        "unique_id": f"{event.entry}--{event.id}",
        "group": provinces[0] if provinces else "",
        "edtf": event.date.edtf,
        "provinces": provinces,
        "text": {
            "headline": html_text(event.title),
            "text": (f"<ul>{claims}</ul>" if claims else "") + status,
        },
    }


def dates(date: EventDate, locale: DateLocale) -> dict[str, Any]:
    """`start_date`, where there is one `end_date`, and for what they cannot say `display_date`."""
    first, _, last = date.edtf.partition("/")
    ends = [slots for slots in (_slots(first), _slots(last)) if slots]
    if not ends:  # a decade or a century
        assert date.start is not None
        assert date.end is not None
        ends = [_slots(date.start[:4]), _slots(date.end[:4])]
    found: dict[str, Any] = {"start_date": ends[0]}
    if len(ends) > 1:
        found["end_date"] = ends[1]
    plain = date.precision in ("day", "month", "year") or len(ends) > 1
    if not plain or date.approximate or date.uncertain or date.precision in ("decade", "century"):
        found["display_date"] = date.words(locale)
    return found


def _slots(text: str) -> dict[str, int]:
    """Year, month and day, as far as one end of a date gives them."""
    names = ("year", "month", "day")
    slots: dict[str, int] = {}
    for name, part in zip(names, text.rstrip("~?%").split("-")):
        if not part.isdigit():
            break
        slots[name] = int(part)
    return slots
