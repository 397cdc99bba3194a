import type { Text } from "@/lib/language/text";

const STYLE = `
:root{color-scheme:dark;--back:#080c12;--text:#eef3f6;--quiet:#a3adb8;--line:#2a3440;--mark:#10e6f5}
@media(prefers-color-scheme:light){:root:not([data-theme=dark]){color-scheme:light;--back:#eff3f6;--text:#0f1729;--quiet:#4b5766;--line:#c6d0da;--mark:#036b7d}}
:root[data-theme=light]{color-scheme:light;--back:#eff3f6;--text:#0f1729;--quiet:#4b5766;--line:#c6d0da;--mark:#036b7d}
*{box-sizing:border-box}
body{margin:0;min-height:100dvh;background:var(--back);color:var(--text);font:16px/1.5 Inter,system-ui,sans-serif}
main{max-width:40rem;margin:0 auto;padding:3rem 1.25rem}
h1{font-size:1.75rem;font-weight:500;margin:0 0 .5rem}
h2{font-size:1.1rem;font-weight:500;margin:2rem 0 .5rem}
p{margin:0 0 .75rem}
.quiet{color:var(--quiet)}
ul{margin:0;padding:0;list-style:none}
li{border-top:1px solid var(--line);padding:.9rem 0}
li p{margin:0 0 .4rem;overflow-wrap:anywhere}
audio{width:100%}
button{font:inherit;color:var(--mark);background:none;border:1px solid currentColor;border-radius:.5rem;padding:.5rem 1rem;cursor:pointer}
:focus-visible{outline:2px solid var(--mark);outline-offset:2px}
`.replaceAll("\n", "");

/**
 * What is shown when there is no network. It needs nothing but itself and one script, which finds
 * its words in it, so that it can be kept whole.
 */
export const offlinePage = (nonce: string | undefined, t: Text): string => `<!doctype html>
<html lang="${t.language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex"><title>${t("You are offline")} · SampleMind</title><link rel="icon" href="/favicon.svg">
<style>${STYLE}</style></head><body><main>
<h1>${t("You are offline")}</h1>
<p class="quiet">${t("SampleMind cannot be reached right now. Your library is safe on the server. Uploads that were interrupted go on where they stopped.")}</p>
<p><button type="button" id="again">${t("Try again")}</button></p>
<h2>${t("Sounds that you played last")}</h2>
<p class="quiet">${t("Public sounds that this browser kept. They play without a network.")}</p>
<ul id="kept" data-nameless="${t("A sound")}" data-by="${t.template("{title} by {artist}")}"></ul>
<p id="nothing" hidden>${t("None is kept yet. Play something in the gallery while you are online, and it is here next time.")}</p>
<noscript><p>${t("Turn on scripts to see them.")}</p></noscript>
</main><script src="/offline.js"${nonce ? ` nonce="${nonce}"` : ""} defer></script></body></html>
`;
