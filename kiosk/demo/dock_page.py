"""The dock's page: plain HTML in the colours of the kiosk, one column of buttons for each thing in the world."""

from __future__ import annotations

from html import escape
from itertools import groupby

from kiosk.ports.world import ACTIONS

_STYLE = """
:root { --paper:#F6F1E6; --surface:#FFFDF8; --ink:#1B2629; --ink2:#435055; --deep:#0B3F45; --edge:#A89C84; }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink);
  font: 16px/1.45 "Be Vietnam Pro", "Noto Sans", sans-serif; }
header { background: var(--deep); color: #fff; padding: 18px 28px; }
header h1 { margin: 0; font-size: 22px; } header p { margin: 4px 0 0; color: #CFE3E0; }
main { display: grid; grid-template-columns: repeat(auto-fit, minmax(260px, 1fr)); gap: 24px; padding: 24px 28px; }
section { background: var(--surface); border: 1px solid #DDD4C1; border-radius: 14px; padding: 18px 20px; }
h2 { margin: 0 0 4px; font-size: 18px; } .now { margin: 0 0 14px; color: var(--ink2); min-height: 24px; }
button { display: block; width: 100%; margin: 0 0 12px; padding: 12px 14px; text-align: left;
  font: inherit; font-weight: 600; color: var(--ink); background: var(--surface);
  border: 2px solid #66726F; border-radius: 12px; box-shadow: 0 5px 0 var(--edge); }
button:active { transform: translateY(5px); box-shadow: none; }
ul { margin: 0; padding-left: 18px; } li { overflow-wrap: anywhere; } img { width: 100%; border: 1px solid #DDD4C1; }
"""

_SCRIPT = """
const text = (id, value) => { document.getElementById(id).textContent = value; };
const list = (id, names) => { document.getElementById(id).replaceChildren(...names.map(name => {
  const item = document.createElement('li'); item.textContent = name; return item; })); };
async function refresh() {
  const now = await (await fetch('/state')).json();
  text('now-Scanner', `${now.scanner}, ${now.sheets} sheet(s) in the feeder`);
  text('now-Receipt printer', now.printer_cover_open ? 'cover open' : now.paper ? 'ready' : 'no paper');
  text('now-Network', now.online ? 'the portal can be reached' : 'cut');
  list('dossiers', now.dossiers);
  const last = now.slips.at(-1), picture = document.getElementById('slip');
  if (last && picture.dataset.name !== last) {
    picture.dataset.name = last; picture.hidden = false; picture.src = '/slip/' + last.split('/').at(-1); }
}
document.querySelectorAll('button').forEach(button => button.addEventListener('click', async () => {
  await fetch('/do/' + button.dataset.action, {method: 'POST'}); refresh(); }));
refresh(); setInterval(refresh, 1000);
"""


def _section(title: str, actions: list[str]) -> str:
    buttons = "".join(f'<button data-action="{action}">{escape(ACTIONS[action][1])}</button>' for action in actions)
    return f'<section><h2>{title}</h2><p class="now" id="now-{title}"></p>{buttons}</section>'


def render_page() -> str:
    """Return the whole page; it asks ``/state`` every second."""
    groups = groupby(ACTIONS, key=lambda action: ACTIONS[action][0])
    sections = "".join(_section(title, list(actions)) for title, actions in groups)
    return f"""<!doctype html>
<html lang="en"><meta charset="utf-8"><title>APS Kiosk · dev dock</title>
<meta name="viewport" content="width=device-width"><style>{_STYLE}</style>
<header><h1>Dev dock</h1><p>The world around the kiosk. Nothing here is part of the product.</p></header>
<main>{sections}
<section><h2>The portal's folder</h2><ul id="dossiers"></ul></section>
<section><h2>The last slip</h2><img id="slip" alt="The last slip as it was printed" hidden></section></main>
<script>{_SCRIPT}</script></html>
"""
