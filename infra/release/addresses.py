"""What an environment writes into the studio's one page: where its API and its store are.

So one build, proven once, serves them all. A page that nothing is written into speaks to its own origin.
"""

from __future__ import annotations

import html
import re
from urllib.parse import urlsplit

# As web/studio/delivery.ts writes it: what a page may load.
_POLICY = re.compile(
    r'(<meta http-equiv="Content-Security-Policy" content=")([^"]*)(">)', re.IGNORECASE
)
API = "praxeo-api"  # the name that web/studio/src/api/client.ts looks for


def with_addresses(page: str, *, api: str, stores: tuple[str, ...] = ()) -> str:
    """The page for an API at this address, whose documents are in these stores.

    Raises ValueError for a page without a policy, which is none of the studio's.
    """
    origin = "{0.scheme}://{0.netloc}".format(urlsplit(api))
    more = {
        "img-src": (origin,),
        "media-src": (origin, *stores),  # whoever plays a recording is sent on to where it is
        "connect-src": (origin, *stores),
        "form-action": (origin,),
    }
    found = _POLICY.search(page)
    if not found:
        raise ValueError("The page says nothing of what it may load; build the studio first.")
    directives = [each.strip() for each in html.unescape(found[2]).split(";")]
    policy = "; ".join(
        " ".join((each, *dict.fromkeys(more.get(each.partition(" ")[0], ()))))
        for each in directives
    )
    told = f'<meta name="{API}" content="{html.escape(api)}">'
    return f"{page[: found.start()]}{found[1]}{policy}{found[3]}{told}{page[found.end() :]}"
