"""`data/datapackage.json`: what the tables are and how they hang together.

A Tabular Data Package, version 1: https://specs.frictionlessdata.io/tabular-data-package/
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from site_gen.exports.layout import laid_out
from site_gen.pages.digests import digest_of
from site_gen.slug import slugify
from site_gen.web.artifact import Artifact

if TYPE_CHECKING:
    from collections.abc import Sequence

    from site_gen.chronology.site import Site
    from site_gen.exports.table import Column, Table

PATH = "data/datapackage.json"


def datapackage(site: Site, tables: Sequence[Table]) -> Artifact:
    """The description of the tables; it holds no data of its own, and no date."""
    described = describe(site, tables)
    content = laid_out(described)
    return Artifact(path=PATH, inputs=(("tables", digest_of(described)),), make=lambda: content)


def describe(site: Site, tables: Sequence[Table]) -> dict[str, Any]:
    """The package as plain data."""
    config = site.config
    package: dict[str, Any] = {
        "profile": "data-package",
        "name": slugify(config.title) or "chronology",
        "title": config.title,
        "description": config.description,
        "homepage": f"{config.origin}/",
    }
    if config.license:
        package["licenses"] = [{"name": config.license}]
    if config.editors:
        package["contributors"] = [{"title": name, "role": "author"} for name in config.editors]
    package["resources"] = [_resource(table) for table in tables]
    return package


def _resource(table: Table) -> dict[str, Any]:
    form = table.path.rpartition(".")[2]
    schema: dict[str, Any] = {"fields": [_field(column) for column in table.columns]}
    if table.key:
        schema["primaryKey"] = table.key
    if table.refers:
        schema["foreignKeys"] = [
            {"fields": column, "reference": {"resource": other, "fields": there}}
            for column, other, there in table.refers
        ]
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": table.path.removeprefix("data/"),
        "title": table.title,
        "description": table.about,
        "format": form,
        "mediatype": "text/csv" if form == "csv" else "application/json",
        "encoding": "utf-8",
        "schema": schema,
    }


def _field(column: Column) -> dict[str, Any]:
    field: dict[str, Any] = {
        "name": column.name,
        "type": column.kind,
        "description": column.about,
    }
    constraints: dict[str, Any] = {}
    if column.required:
        constraints["required"] = True
    if column.choices:
        constraints["enum"] = list(column.choices)
    if constraints:
        field["constraints"] = constraints
    return field
