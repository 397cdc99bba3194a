import { ENGLISH, type Text } from "@/lib/language/text";
/** A slice as the page holds it; the key is the page's own and stays while it is edited. */
export interface Part {
  key: string;
  name: string;
  startSeconds: number;
  endSeconds: number;
  /** As stored, until it is changed. */
  id: string | null;
  madeSampleId: string | null;
}

export const SHORTEST_SECONDS = 0.01;

/** Which key plays which slice: 1 to 9, then the letters. */
export const PLAY_KEYS = "123456789abcdefghijklmnopqrstuvwxyz";
export const keyOf = (index: number): string | null => PLAY_KEYS[index] ?? null;

/** Rounded to a tenth of a millisecond: finer than anybody moves, and the same wherever it is compared. */
const rounded = (seconds: number) => Math.round(seconds * 10_000) / 10_000;

export const inOrder = (parts: readonly Part[]): Part[] =>
  parts.toSorted((a, b) => a.startSeconds - b.startSeconds || a.key.localeCompare(b.key));

export type Edge = "start" | "end";

/** The part with one edge moved; never beyond the other edge or the recording. */
export function withEdge(part: Part, edge: Edge, seconds: number, durationSeconds: number): Part {
  const { startSeconds, endSeconds } = part;
  const moved =
    edge === "start"
      ? { startSeconds: rounded(Math.min(Math.max(0, seconds), endSeconds - SHORTEST_SECONDS)) }
      : { endSeconds: rounded(Math.max(Math.min(durationSeconds, seconds), startSeconds + SHORTEST_SECONDS)) };
  return { ...part, ...moved, id: null, madeSampleId: null };
}

/** What a slice is called until somebody names it. */
export const sliceName = (index: number, t: Text): string => t("Slice {number}", { number: index + 1 });

let made = 0;
export function newPart(name: string, startSeconds: number, endSeconds: number): Part {
  made += 1;
  const range = { startSeconds: rounded(startSeconds), endSeconds: rounded(endSeconds) };
  return { key: `new-${made}`, name, ...range, id: null, madeSampleId: null };
}

const ADDED_SECONDS = 0.5;

/** One more part: at the playhead if it is free there, up to the next. Null where there is no room. */
export function addedAt(
  parts: readonly Part[],
  seconds: number,
  durationSeconds: number,
  t: Text = ENGLISH,
): Part | null {
  const start = Math.min(seconds, durationSeconds - SHORTEST_SECONDS);
  const next = parts.filter(({ startSeconds }) => startSeconds > start).map(({ startSeconds }) => startSeconds);
  const end = Math.min(durationSeconds, start + ADDED_SECONDS, ...next);
  return end - start >= SHORTEST_SECONDS ? newPart(sliceName(parts.length, t), start, end) : null;
}

/** `0:01.250`. */
export function positionText(seconds: number): string {
  const whole = Math.round(seconds * 1000);
  return `${Math.floor(whole / 60_000)}:${((whole % 60_000) / 1000).toFixed(3).padStart(6, "0")}`;
}
