const STYLE = `
:root{color-scheme:dark light}
body{margin:0;min-height:100dvh;display:grid;place-items:center;background:#080c12;color:#eef3f6;font:16px/1.5 Inter,system-ui,sans-serif}
main{max-width:28rem;padding:2rem;text-align:center}
h1{font-size:1.5rem;font-weight:500;margin:0 0 .5rem}
p{margin:0 0 1.5rem;color:#a3adb8}
a{color:#10e6f5}
@media(prefers-color-scheme:light){body{background:#eff3f6;color:#0f1729}p{color:#4b5766}a{color:#036b7d}}
`.replaceAll("\n", "");

/**
 * What an address says that was public and no longer is. A page of its own, without scripts: a page of the application has
 * begun to be sent by the time that it knows, with a status that says that all is well.
 */
export const GONE_PAGE = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex"><title>No longer public · SampleMind</title><style>${STYLE}</style></head>
<body><main><h1>This is no longer public</h1><p>It was here, and its artist has taken it back, or it had to go.</p>
<p><a href="/gallery">See what else is in the gallery</a></p>
<p><a href="/docs/publishing#taking-it-back">What happens when something is taken back</a></p></main></body></html>
`;
