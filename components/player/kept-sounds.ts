/** Where the service worker keeps what was played, and files that were shared: see `public/service-worker.js`. */
const KEPT = ["samplemind-sounds", "samplemind-shared"];

export interface PlayedSound {
  /** Its address on this server. */
  path: string;
  title: string;
  artist: string;
}

/** Asks the service worker to keep a public sound that is being played, so that it can be heard without a network. */
export function keepSound(sound: PlayedSound): void {
  // Without a secure connection there is none, and whoever saves data does not want a second copy.
  if (typeof navigator === "undefined" || !("serviceWorker" in navigator)) return;
  if ((navigator as { connection?: { saveData?: boolean } }).connection?.saveData) return;
  navigator.serviceWorker.controller?.postMessage({ type: "keep-sound", ...sound });
}

/** Forgets what was played and shared: nobody who comes after sees it. */
export async function forgetKept(): Promise<void> {
  try {
    for (const name of KEPT) await globalThis.caches?.delete(name);
  } catch {
    // The browser keeps nothing, then.
  }
}
