"""The guard before every app: neither the app nor a frame that it makes can open a line by WebRTC."""

from __future__ import annotations

import pytest

from praxeo.adapters.browser import ChromiumBrowser

pytestmark = pytest.mark.browser

SIZE = {"width": 800, "height": 600}
SETTLED = "() => new Promise((done) => setTimeout(() => done(reached), 500))"
PLANTED = """<!doctype html><html lang="en"><head><title>Planted</title></head><body><div id="box"></div><script>
const name = ['RTC', 'Peer', 'Connection'].join('')
window.reached = []
const tell = (how, scope) => { if (scope[name] || scope['webkit' + name]) reached.push(how) }
addEventListener('message', ({ data }) => reached.push(data))
const inner = (how) => '<script>if (self["RTC" + "PeerConnection"]) parent.postMessage("' + how + '", "*")<\\/script>'
const box = document.getElementById('box')
const framed = (how, where, set) => {
  const frame = document.createElement('iframe')
  set(frame)
  where.append(frame)
  try { tell(how, frame.contentWindow) } catch {}
}
const shadow = (mode) => {
  const host = document.createElement('div')
  box.append(host)
  return host.attachShadow({ mode })
}
tell('own', self)
delete self[name]
tell('deleted', self)
try { Object.defineProperty(self, name, { value: 1 }); reached.push('defined anew') } catch {}
Document.prototype.querySelector = () => null
Element.prototype.remove = () => {}
Object.prototype.attributes = false
framed('blank', box, () => {})
framed('srcdoc', box, (frame) => { frame.srcdoc = inner('srcdoc') })
framed('javascript', box, (frame) => {
  frame.src = 'javascript:' + encodeURIComponent('self["RTC" + "PeerConnection"] && parent.postMessage("javascript", "*")')
})
framed('closed', shadow('closed'), (frame) => { frame.srcdoc = inner('closed') })
framed('open', shadow('open'), (frame) => { frame.srcdoc = inner('open') })
box.insertAdjacentHTML('beforeend', '<object data="about:srcdoc"></object><iframe srcdoc="&lt;p>"></iframe>')
</script><iframe srcdoc="<script>parent.postMessage(self['RTC' + 'PeerConnection'] ? 'parsed' : '', '*')</script>"></iframe>
</body></html>"""


def test_a_planted_app_finds_no_webrtc_anywhere(browser: ChromiumBrowser) -> None:
    with browser.open(PLANTED, **SIZE) as planted:
        assert planted.run(SETTLED) == []
        assert planted.run("() => document.querySelectorAll('iframe, object').length") == 0
        assert planted.run("() => [document.compatMode, document.documentElement.lang]") == [
            "CSS1Compat",
            "en",
        ]


def test_without_the_guard_the_same_app_finds_it_in_every_way(
    browser: ChromiumBrowser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("praxeo.adapters.chromium_page.guarded", lambda app: app)
    with browser.open(PLANTED, **SIZE) as planted:
        ways = {"own", "srcdoc", "javascript", "closed", "open", "parsed"}
        assert ways <= set(planted.run(SETTLED))
