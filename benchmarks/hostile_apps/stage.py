"""The stage: a page of another site that embeds an app, a second embed beside it, and the real host of embeds."""

from __future__ import annotations

import hashlib
import html
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

from starlette.types import ASGIApp, Receive, Scope, Send

from benchmarks.hostile_apps.attacks import Attack, attacks
from praxeo.adapters.clock import RandomIds, SystemClock
from praxeo.adapters.memory import MemoryBlobs, MemoryRecords
from praxeo.domain.access import local_user
from praxeo.domain.records import CodeSnippet, Embed, Example, created
from praxeo.embeds.delivery import app_path
from praxeo.embeds.service import Embeds
from praxeo.embeds.snippets import snippets
from praxeo.entrypoints.embed_host import create_embed_host

WRAPPER = Path(__file__).resolve().parents[2] / "web" / "dist" / "embed" / "wrapper.html"
ALIVE_SECONDS = 5  # at most between two signs of life of the page around
LIVING_SECONDS = 2
VICTIM = "<!doctype html><html lang=en><title>Victim</title><p>A learner's work"
# Everything that the frame of the attack says to the page is kept, with the moment and whether it is but JSON.
_PAGE = """<!doctype html><html lang="en"><head><title>Host page</title><link rel="icon" href="data:,"></head>
<body><input id="field" style="position: fixed; top: 0; z-index: 1"><script>
window.told = []
const isJson = (it) => it === null || ['string', 'number', 'boolean'].includes(typeof it) ||
  (typeof it === 'object' && (Array.isArray(it) || Object.getPrototypeOf(it) === Object.prototype) &&
    Object.values(it).every(isJson))
setInterval(() => fetch('/alive', { cache: 'no-store' }), 250)
addEventListener('message', ({ source, data }) => {
  const frame = document.querySelector('#attack iframe')
  if (!frame || source !== frame.contentWindow) return
  const json = isJson(data) && JSON.stringify(data).length <= 2300
  if (told.length < 5000) told.push({ at: performance.now(), json, type: data?.type, name: data?.name, height: data?.height, embed: data?.embed })
})
</script><div id="attack">%ATTACK%</div><div id="victim">%VICTIM%</div><div style="height: 3000px"></div></body></html>"""


@dataclass(frozen=True, kw_only=True)
class Scene:
    """What a browser has to know of an attack on the stage: the page that has it, and which embeds are in that."""

    page: str
    embeds: str
    own: str
    victim: str


@dataclass
class Stage:
    """One ASGI application for all its hosts. `origins` has those of the `host`, of the `embeds` and of `plain` apps.

    `asked` holds what the host of the embeds was asked for, with its query; `alive` the moments at which the page
    around the attack said that it lives.
    """

    origins: Mapping[str, str]
    asked: list[str] = field(default_factory=list)
    alive: list[float] = field(default_factory=list)
    embeds: Embeds = field(init=False)
    embed_host: ASGIApp = field(init=False)
    victim: Embed = field(init=False)
    published: dict[str, Embed] = field(default_factory=dict)

    def __post_init__(self) -> None:
        clock = SystemClock()
        self.embeds = Embeds(
            records=MemoryRecords(), blobs=MemoryBlobs(), clock=clock, ids=RandomIds(clock)
        )
        self.embed_host = create_embed_host(self.embeds, WRAPPER, embed_url=self.origins["embeds"])
        self.victim = self.publish("victim", VICTIM)
        for attack in attacks():
            self.published[attack.id] = self.publish(attack.id, self.app(attack))

    def app(self, attack: Attack) -> str:
        """The attack's app, aimed at the victim."""
        paths = {"VICTIM_APP": f"/{app_path(self.victim)}", "VICTIM_EMBED": f"/e/{self.victim.id}"}
        return attack.html(paths)

    def scene(self, attack: Attack, *, guarded: bool = True) -> Scene:
        """The page that has the attack in its frame; without any policy if not `guarded`. What was seen is forgotten."""
        self.asked.clear()
        self.alive.clear()
        return Scene(
            page=f"{self.origins['host']}/{'embed' if guarded else 'plain'}/{attack.id}",
            embeds=self.origins["embeds"],
            own=self.published[attack.id].id,
            victim=self.victim.id,
        )

    def seen(self, attack: Attack) -> list[str]:
        """How the attack has escaped, as far as the stage can see.

        A busy machine is no attack: only those that aim at it are asked whether they held up the page around.
        """
        relayed = any("?" in asked or "emb_attacker" in asked for asked in self.asked)
        gaps = [later - sooner for sooner, later in pairwise(self.alive)]
        gap = max(gaps, default=0) if attack.oracle == "alive" else 0
        hung = f"host page hung for {gap:.1f} s"
        return ["relay"] * relayed + [hung] * (gap > ALIVE_SECONDS)

    @property
    def lives(self) -> bool:
        """Whether the page around the attack has just said that it lives."""
        return bool(self.alive) and time.monotonic() - self.alive[-1] < LIVING_SECONDS

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """All but the embeds, which have their own application: pages of the host, and apps without any policy."""
        if scope["type"] != "http":
            return
        if scope["path"] == "/alive":
            self.alive.append(time.monotonic())
            await _send(send, 200, "")
            return
        _, kind, name = (scope["path"] + "//").split("/")[:3]
        attack = next((one for one in attacks() if one.id == name), None)
        if attack is None or kind not in {"embed", "plain", "app"}:
            await _send(send, 404, "")
        elif kind == "app":
            await _send(send, 200, self.app(attack))
        else:
            await _send(send, 200, self._host_page(attack, kind))

    async def embeds_app(self, scope: Scope, receive: Receive, send: Send) -> None:
        """The real host of the embeds, which is listened to."""
        if scope["type"] == "http":
            query = scope["query_string"].decode("latin-1")
            self.asked.append(f"{scope['path']}{'?' if query else ''}{query}")
        await self.embed_host(scope, receive, send)

    def _host_page(self, attack: Attack, kind: str) -> str:
        address = html.escape(f"{self.origins['plain']}/app/{attack.id}")
        plain = f'<iframe src="{address}" style="width: 100%; height: 40rem; border: 0"></iframe>'
        fitted = snippets(self.published[attack.id], self.origins["embeds"]).fitted
        if attack.host == "sandboxed":
            fitted = fitted.replace("<iframe", '<iframe sandbox="allow-scripts"')
        victim = snippets(self.victim, self.origins["embeds"]).frame
        page = _PAGE.replace("%ATTACK%", fitted if kind == "embed" else plain)
        return page.replace(
            "%VICTIM%", victim.replace("<iframe", '<iframe name="victimframe"')
        ).replace('loading="lazy" ', "")

    def publish(self, title: str, app: str) -> Embed:
        """A published app with these bytes, whatever a check would say."""
        example_id, data = self.embeds.ids.new("exa"), app.encode()
        snippet = created(
            CodeSnippet,
            self.embeds.clock.now(),
            id=self.embeds.ids.new("cod"),
            owner="local",
            example_id=example_id,
            spec_id="spc_1",
            number=1,
            code_blob=self.embeds.blobs.put(f"examples/{example_id}", data).key,
            size=len(data),
            content_hash=hashlib.sha256(data).hexdigest(),
            check_status="passed",
        )
        example = created(
            Example,
            self.embeds.clock.now(),
            id=example_id,
            owner="local",
            project_id="prj_1",
            title=title,
            input_type="document_input",
            input_id="doc_1",
            code_snippet_id=snippet.id,
        )
        self.embeds.records.save(snippet, example)
        return self.embeds.publish(local_user(), example_id)


async def _send(send: Send, status: int, text: str) -> None:
    headers = [(b"content-type", b"text/html; charset=utf-8")]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": text.encode()})
