/** Where the service worker puts files that another program shared: see `public/service-worker.js`. */
const SHARED = "samplemind-shared";
const KEPT_MS = 24 * 60 * 60 * 1000;

/** The files that wait, in the order in which they came. What nobody wanted for a day is dropped. */
export async function readShared(now = Date.now()): Promise<File[]> {
  if (!globalThis.caches || !(await caches.has(SHARED))) return [];
  const cache = await caches.open(SHARED);
  const files: File[] = [];
  for (const request of await cache.keys()) {
    const sharedAt = Number(/\/shared-file\/(\d+)-/.exec(request.url)?.[1]);
    const answer = await cache.match(request);
    if (!answer || !(now - sharedAt < KEPT_MS)) {
      await cache.delete(request);
      continue;
    }
    const name = decodeURIComponent(answer.headers.get("x-kept-name") ?? "") || "shared file";
    files.push(new File([await answer.blob()], name, { type: answer.headers.get("content-type") ?? "" }));
  }
  return files;
}

/** They were taken, or nobody wants them. */
export async function dropShared(): Promise<void> {
  await globalThis.caches?.delete(SHARED);
}
