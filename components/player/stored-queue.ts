import type { PlayList } from "./play-queue";
import type { Track } from "./track";

/** What plays, from where, and where it is: kept with the window over a reload. */
export interface StoredQueue {
  track: Track;
  positionSeconds: number;
  list: PlayList | null;
  goesOn: boolean;
}

const KEY = "player-queue";
/** Of a long list, so many around what plays. */
const TRACKS_MAX = 400;

export function storeQueue(queue: StoredQueue | null): void {
  try {
    if (queue)
      sessionStorage.setItem(
        KEY,
        JSON.stringify({ ...queue, list: queue.list && shortened(queue.list, queue.track.id) }),
      );
    else sessionStorage.removeItem(KEY);
  } catch {
    // Then it begins anew after a reload.
  }
}

function shortened(list: PlayList, id: string): PlayList {
  const at = list.tracks.findIndex((track) => track.id === id);
  const from = Math.max(0, at - TRACKS_MAX / 2);
  return { ...list, tracks: list.tracks.slice(from, from + TRACKS_MAX) };
}

export function readQueue(): StoredQueue | null {
  try {
    return parseQueue(sessionStorage.getItem(KEY));
  } catch {
    return null;
  }
}

/** Null if it is not what was stored. */
export function parseQueue(stored: string | null): StoredQueue | null {
  try {
    const { track, positionSeconds, list, goesOn } = JSON.parse(stored ?? "null") as Partial<StoredQueue>;
    if (!isTrack(track) || typeof positionSeconds !== "number" || !(positionSeconds >= 0)) return null;
    const isList = typeof list?.id === "string" && Array.isArray(list.tracks) && list.tracks.every(isTrack);
    return { track, positionSeconds, list: isList ? list : null, goesOn: goesOn === true };
  } catch {
    return null;
  }
}

/** Its sound comes from this origin, as all of ours do. */
function isTrack(value: unknown): value is Track {
  if (typeof value !== "object" || value === null) return false;
  const { id, title, src } = value as Record<keyof Track, unknown>;
  return typeof id === "string" && typeof title === "string" && typeof src === "string" && /^\/[^/]/.test(src);
}

/** Whether a sound is not there any more. What cannot be asked for now may be there. */
export async function isGone({ src }: Track): Promise<boolean> {
  try {
    const answer = await fetch(src, { headers: { Range: "bytes=0-0" } });
    await answer.body?.cancel();
    return answer.status === 404 || answer.status === 410;
  } catch {
    return false;
  }
}
