// Runs beside the pages of an installed or often used SampleMind. It keeps three things, and no page of anybody:
// a page for when there is no network, the public sounds that were played last, and files that were shared from elsewhere
// until the upload page takes them. What the API answers is never kept. Raise VERSION when the page for offline changes.
const VERSION = 2;
const SHELL = `samplemind-shell-${VERSION}`;
/** Their names are also known to the page for offline, to sign-out and to the upload page. */
const SOUNDS = "samplemind-sounds";
const SHARED = "samplemind-shared";

const OFFLINE_PAGE = "/offline";
const SHELL_FILES = [OFFLINE_PAGE, "/offline.js", "/favicon.svg"];
const SOUND_PATH = /^\/gallery\/[a-z0-9-]+\/audio$/;

const SOUNDS_MAX = 20;
const SOUND_BYTES_MAX = 32 * 1024 ** 2;
const ALL_SOUNDS_BYTES_MAX = 128 * 1024 ** 2;
/** A line that takes longer has no room for a second copy. */
const FETCH_MS = 120_000;
const SHARED_FILES_MAX = 50;

self.addEventListener("install", (event) => {
  event.waitUntil(
    caches
      .open(SHELL)
      .then((cache) => cache.addAll(SHELL_FILES.map((path) => new Request(path, { cache: "reload" }))))
      .then(() => self.skipWaiting()),
  );
});

self.addEventListener("activate", (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter((name) => isOldShell(name)).map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  );
});

const isOldShell = (name) => name.startsWith("samplemind-shell-") && name !== SHELL;

self.addEventListener("message", (event) => {
  if (event.data?.type === "keep-sound") event.waitUntil(keepSound(event.data));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (origin !== self.location.origin) return;
  if (request.method === "POST" && pathname === "/share-target") return event.respondWith(keepShared(request));
  if (request.method !== "GET") return;
  if (request.mode === "navigate") return event.respondWith(pageOrOffline(request));
  if (SOUND_PATH.test(pathname)) return event.respondWith(soundOrKept(request, pathname));
  if (SHELL_FILES.includes(pathname)) event.respondWith(fetch(request).catch(() => fromShell(pathname)));
});

const fromShell = async (path) => (await (await caches.open(SHELL)).match(path)) ?? Response.error();

/** A page always comes from the server, so that none is stale or another person's. */
async function pageOrOffline(request) {
  try {
    return await fetch(request);
  } catch {
    return fromShell(OFFLINE_PAGE);
  }
}

/** The server is asked first, so that what was taken back is gone here too. */
async function soundOrKept(request, path) {
  try {
    const answer = await fetch(request);
    if (answer.status === 404 || answer.status === 410) await (await caches.open(SOUNDS)).delete(path);
    return answer;
  } catch {
    const kept = await (await caches.open(SOUNDS)).match(path);
    return kept ? partOf(kept, request.headers.get("range")) : Response.error();
  }
}

/** A player asks for parts. */
async function partOf(kept, range) {
  const match = /^bytes=(\d+)-(\d*)$/.exec(range ?? "");
  if (!match) return kept;
  const blob = await kept.blob();
  const first = Number(match[1]);
  const last = match[2] === "" ? blob.size - 1 : Math.min(Number(match[2]), blob.size - 1);
  if (first > last) return new Response(null, { status: 416, headers: { "Content-Range": `bytes */${blob.size}` } });
  const headers = {
    "Content-Type": kept.headers.get("content-type") ?? "audio/flac",
    "Content-Length": String(last - first + 1),
    "Content-Range": `bytes ${first}-${last}/${blob.size}`,
    "Accept-Ranges": "bytes",
  };
  return new Response(blob.slice(first, last + 1), { status: 206, headers });
}

let keeping = Promise.resolve();

/** Keeps a public sound that somebody plays. One after the other, so that two tabs do not fill the room twice. */
function keepSound(sound) {
  keeping = keeping.then(() => keepOne(sound)).catch(() => {});
  return keeping;
}

async function keepOne({ path, title, artist }) {
  if (typeof path !== "string" || !SOUND_PATH.test(path)) return;
  const cache = await caches.open(SOUNDS);
  const known = await cache.match(path);
  // What is put anew is the last in the list.
  if (known) return void (await cache.put(path, known));
  const answer = await fetch(path, { credentials: "omit", signal: AbortSignal.timeout(FETCH_MS) });
  const announced = Number(answer.headers.get("content-length"));
  if (answer.status !== 200 || announced > SOUND_BYTES_MAX) return void (await answer.body?.cancel());
  // As a whole: a browser that finds no room half-way may never say so.
  const sound = await answer.blob();
  if (sound.size === 0 || sound.size > SOUND_BYTES_MAX) return;
  await makeRoom(cache, sound.size);
  const headers = {
    "Content-Type": answer.headers.get("content-type") ?? "audio/flac",
    "Content-Length": String(sound.size),
    "X-Kept-Title": encodeURIComponent(String(title).slice(0, 200)),
    "X-Kept-Artist": encodeURIComponent(String(artist).slice(0, 200)),
  };
  try {
    await cache.put(path, new Response(sound, { headers }));
  } catch {
    // The browser has no room: what is playing is worth more than what was played before.
    await caches.delete(SOUNDS);
  }
}

async function makeRoom(cache, wantedBytes) {
  const kept = [];
  for (const request of await cache.keys()) {
    const bytes = Number((await cache.match(request))?.headers.get("content-length"));
    kept.push({ request, bytes });
  }
  let all = kept.reduce((sum, { bytes }) => sum + bytes, 0);
  while (kept.length >= SOUNDS_MAX || (kept.length > 0 && all + wantedBytes > ALL_SOUNDS_BYTES_MAX)) {
    const { request, bytes } = kept.shift();
    all -= bytes;
    await cache.delete(request);
  }
}

/**
 * Files that another program shares wait here until the upload page asks what is to be done with them, also while
 * somebody signs in. No file is sent anywhere before they say so.
 */
async function keepShared(request) {
  const to = (outcome) => Response.redirect(new URL(`/upload?shared=${outcome}`, self.location.origin), 303);
  try {
    const form = await request.formData();
    const files = form.getAll("files").filter((file) => file instanceof File && file.size > 0);
    if (files.length === 0) return to("nothing");
    const cache = await caches.open(SHARED);
    for (const [at, file] of files.slice(0, SHARED_FILES_MAX).entries()) {
      const headers = {
        "Content-Type": file.type || "application/octet-stream",
        "X-Kept-Name": encodeURIComponent(file.name),
      };
      await cache.put(`/shared-file/${Date.now()}-${at}`, new Response(file, { headers }));
    }
    return to("here");
  } catch {
    return to("lost");
  }
}
