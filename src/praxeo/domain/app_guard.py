"""The script that stands before every app: it takes away what no policy of a browser takes away everywhere.

WebRTC is governed by no Content-Security-Policy, and only some browsers know `Connection-Allowlist`. So its constructors
go before any script of the app can hold them. A frame within the app would have constructors of its own; an app may
not have frames, and they are taken out before they load. Entries that it pushes onto the history, which it shares with the
page around it, are kept few as long as no person acts. What the guard needs it keeps before the app can change it.
"""

from __future__ import annotations

import hashlib

_SCRIPT = """(() => {
const { apply, defineProperty } = Reflect;
for (const name of ['RTCPeerConnection', 'webkitRTCPeerConnection', 'mozRTCPeerConnection']) {
  defineProperty(self, name, { value: undefined, writable: false, configurable: false });
}
const frames = ['iframe, frame, object, embed, portal, fencedframe'];
const Watching = MutationObserver, observe = Watching.prototype.observe;
const { remove, attachShadow } = Element.prototype;
const all = { __proto__: null, childList: true, subtree: true };
const count = Object.getOwnPropertyDescriptor(self, 'length').get;
const watch = (root, find) => apply(observe, new Watching(() => {
  let frame;
  if (root === document && !apply(count, self, [])) return;
  while ((frame = apply(find, root, frames))) apply(remove, frame, []);
}), [root, all]);
watch(document, Document.prototype.querySelector);
const findInside = DocumentFragment.prototype.querySelector;
defineProperty(Element.prototype, 'attachShadow', {
  value: { attachShadow(options) {
    const root = apply(attachShadow, this, [options]);
    watch(root, findInside);
    return root;
  } }.attachShadow,
  writable: false,
  configurable: false,
});
const { pushState } = History.prototype;
const acting = self.UserActivation && Object.getOwnPropertyDescriptor(UserActivation.prototype, 'isActive').get;
const { userActivation } = navigator;
let pushed = 0;
if (acting) defineProperty(History.prototype, 'pushState', {
  value: { pushState(...given) {
    pushed = apply(acting, userActivation, []) ? 0 : pushed + 1;
    if (pushed <= 5) apply(pushState, this, given);
  } }.pushState,
  writable: false,
  configurable: false,
});
document.currentScript.remove();
})()"""

# On one line, so that those of the app keep their numbers.
_LINE = " ".join(_SCRIPT.splitlines())
GUARD = f"<!doctype html><script>{_LINE}</script>".encode()
GUARD_HASH = hashlib.sha256(GUARD).hexdigest()[:16]
"""Tells which guard stands in stored bytes."""
