"""What is put into any page to have an app there: the only place that writes it."""

from __future__ import annotations

import html
from dataclasses import dataclass

from praxeo.domain.records import Embed
from praxeo.embeds.reach import Reach, reach_of

# The frame is on an origin of its own, so these rights are rights over that origin alone. The app in it has none of
# them but scripts; the page around it opens the page of a source when a person asks for it.
SANDBOX = "allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox"
HOST_SCRIPT = "embed.js"
HEIGHT = "40rem"  # until the app has told its own


@dataclass(frozen=True, kw_only=True)
class Snippets:
    """`address` is given out, `reach` says who can open it at all. `frame` is one frame; `fitted` has the script beside it that fits its height and keeps the page's focus;
    `element` is that script's element, for pages that are made of such, with a link where scripts are not let in."""

    address: str
    reach: Reach
    frame: str
    fitted: str
    element: str


def snippets(embed: Embed, embed_url: str) -> Snippets:
    """The code for an embed; `embed_url` is where embeds are served."""
    address = f"{embed_url}/e/{embed.id}"
    frame = (
        f'<iframe src="{html.escape(address)}" title="{html.escape(embed.title)}" loading="lazy" '
        f'sandbox="{SANDBOX}" allow="fullscreen" '
        f'style="width: 100%; height: {HEIGHT}; border: 0"></iframe>'
    )
    script = f'<script src="{html.escape(embed_url)}/{HOST_SCRIPT}" async></script>'
    title = html.escape(embed.title)
    element = (
        f'<praxeo-app src="{html.escape(address)}" title="{title}">'
        f'<a href="{html.escape(address)}">{title}</a></praxeo-app>'
    )
    return Snippets(
        address=address,
        reach=reach_of(embed_url),
        frame=frame,
        fitted=f"{frame}\n{script}",
        element=f"{element}\n{script}",
    )
