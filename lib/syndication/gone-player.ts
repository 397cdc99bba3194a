const TEXT = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="robots" content="noindex"><title>No longer public</title>
<style>:root{color-scheme:dark light}body{font:16px/1.5 system-ui,sans-serif;margin:1.5rem;text-align:center}</style></head>
<body><p>This sound is no longer public.</p></body></html>
`;

/** What a frame in another site shows of an item that is gone: a page without scripts, with the status that says so. */
export const GONE_PLAYER = {
  text: TEXT,
  headers: { "Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-store", "X-Robots-Tag": "noindex" },
};
