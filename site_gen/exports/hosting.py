"""What GitHub Pages wants to be told when a site lies in a branch.

https://docs.github.com/en/pages/configuring-a-custom-domain-for-your-github-pages-site
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from site_gen.web.artifact import Artifact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from site_gen.pages.cards import CardMaker


def hosting(maker: CardMaker) -> Iterator[Artifact]:
    """`.nojekyll`, and `CNAME` when the site is built for the domain that it names as its own."""
    yield Artifact(path=".nojekyll", inputs=(), make=lambda: b"")
    config = maker.site.config
    if config.cname and config.cname == urlsplit(config.base_url).hostname:
        name = f"{config.cname}\n".encode()
        yield Artifact(path="CNAME", inputs=(), make=lambda: name)
