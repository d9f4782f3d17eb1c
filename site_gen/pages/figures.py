"""Figures followed over time, each series with its plot and its table."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from site_gen.pages.cards import figure_words
from site_gen.pages.page import Page
from site_gen.pages.plots import plot, tags
from site_gen.pages.views import FiguresView, PointView, SeriesView

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from site_gen.chronology.timeline import Point
    from site_gen.pages.cards import CardMaker
    from site_gen.parsing.config import Series


def figure_pages(maker: CardMaker) -> Iterator[Page]:
    """The page of figures."""
    yield Page(
        url="/figures/",
        template="figures.html",
        view=partial(_figures_view, maker),
        inputs=(
            (
                "figures",
                maker.digests.rows(
                    p.row for points in maker.timeline.series.values() for p in points
                ),
            ),
        ),
        title=maker.say("figures"),
        description=maker.say("about.figures"),
        kind="figures",
    )


def _figures_view(maker: CardMaker) -> FiguresView:
    return FiguresView(
        title=maker.say("figures"),
        series=tuple(
            _series(maker, series, maker.timeline.series[series.key])
            for series in maker.site.config.series
            if series.key in maker.timeline.series
        ),
    )


def _series(maker: CardMaker, series: Series, points: Sequence[Point]) -> SeriesView:
    voices = [
        p.claim.speaker if p.claim else maker.source(p.figure.source).publisher for p in points
    ]
    drawn = plot(points, voices, series.unit, maker.catalogue)
    return SeriesView(
        key=series.key,
        title=series.title,
        unit=series.unit,
        about=series.about,
        points=tuple(_point(maker, p, tag) for p, tag in zip(points, tags(points), strict=True)),
        # One number alone shows no course: the table says more of it, in less room.
        plot=drawn if drawn and len(drawn.marks) > 1 else None,
    )


def _point(maker: CardMaker, point: Point, tag: str) -> PointView:
    figure = point.figure
    return PointView(
        tag=tag,
        date=maker.date_view(figure.as_of),
        value=figure_words(figure, maker.catalogue.number),
        number=figure.value,
        high=figure.high,
        qualifier="" if figure.qualifier == "exactly" else figure.qualifier,
        of=maker.catalogue.number(figure.of) if figure.of is not None else "",
        scope=figure.scope,
        speaker=maker.actor(point.claim.speaker) if point.claim else None,
        role=point.claim.role if point.claim else "",
        source=maker.source(figure.source),
        event=maker.event_link(point.row.event.ref),
    )
