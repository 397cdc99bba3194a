import { callApi } from "@/lib/api/client";
import { decodeGalaxy, type GalaxyPoints, galaxyBytes, HEADER_BYTES } from "@/lib/galaxy/schema";
import { GALAXY_ADDRESS, takeFirstAnswer } from "./first-picture/first-answer";

const BYTES_OF_PLACE = 12;
const BASE = "/api/v1";

export interface ArrivingGalaxy {
  /** Its columns are filled while it arrives; places come first. */
  points: GalaxyPoints;
  /** Points whose places are there. */
  arrived: number;
  isWhole: boolean;
}

/**
 * Reads the points, and tells of them as they arrive: first when it is known how many there are. Resolves when all are
 * there. Throws if the server cannot answer or the answer is cut off.
 */
export async function fetchGalaxy(signal: AbortSignal, onPart: (galaxy: ArrivingGalaxy) => void): Promise<void> {
  const response = await (takeFirstAnswer() ?? fetch(GALAXY_ADDRESS, { signal }));
  if (!response.ok || !response.body) throw new Error(`galaxy answered ${response.status}`);
  const reader = response.body.getReader();
  let buffer = new Uint8Array(HEADER_BYTES);
  let points: GalaxyPoints | null = null;
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    let rest = value;
    if (!points) {
      const head = Math.min(HEADER_BYTES - length, rest.length);
      buffer.set(rest.subarray(0, head), length);
      length += head;
      rest = rest.subarray(head);
      if (length < HEADER_BYTES) continue;
      const whole = new Uint8Array(galaxyBytes(new DataView(buffer.buffer).getUint32(4, true)));
      whole.set(buffer);
      buffer = whole;
      points = decodeGalaxy(buffer.buffer);
    }
    if (length + rest.length > buffer.length) throw new RangeError("a galaxy is longer than it says");
    buffer.set(rest, length);
    length += rest.length;
    const arrived = Math.min(points.count, Math.floor((length - HEADER_BYTES) / BYTES_OF_PLACE));
    onPart({ points, arrived, isWhole: length === buffer.length });
  }
  if (!points || length !== buffer.length) throw new RangeError("a galaxy is cut off");
}

export interface GalaxyRegion {
  x: number;
  y: number;
  z: number;
  /** What is common there. */
  text: string;
  count: number;
}

export interface GalaxyLabels {
  tags: string[];
  regions: GalaxyRegion[];
  /** Samples that have no place yet. */
  missing: number;
  layout: number;
  isLayingOut: boolean;
}

/** Throws if the server cannot answer. */
export async function fetchLabels(signal: AbortSignal): Promise<GalaxyLabels> {
  const answer = await callApi("GET /galaxy/labels", { signal });
  if (!answer.ok) throw new Error(`labels answered ${answer.status}`);
  return answer.body.data;
}

/** Samples on the way from one to another, both among them. Throws if the server cannot answer. */
export async function fetchPath(from: string, to: string, most: number, signal: AbortSignal): Promise<string[]> {
  const answer = await callApi("GET /galaxy/path", { query: { from, to, most }, signal });
  if (!answer.ok) throw new Error(`path answered ${answer.status}`);
  return answer.body.data.ids;
}

/** Tells of everything that a query finds, in portions. Throws if the server cannot answer. */
export async function fetchMatches(
  query: string,
  signal: AbortSignal,
  onIds: (ids: readonly string[]) => void,
): Promise<void> {
  const response = await fetch(`${BASE}/library/ids?${new URLSearchParams({ query })}`, { signal, cache: "no-store" });
  if (!response.ok || !response.body) throw new Error(`ids answered ${response.status}`);
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (;;) {
    const { done, value } = await reader.read();
    const lines = (rest + (value ?? "")).split("\n");
    rest = lines.pop() ?? "";
    if (lines.length > 0) onIds(lines);
    if (done) break;
  }
  if (rest !== "") onIds([rest]);
}

/** The best match of a query with words; null for a query of filters alone, which has no best one, and where nothing matches. */
export async function fetchBestMatch(query: string, signal: AbortSignal): Promise<string | null> {
  const answer = await callApi("POST /search", { body: { query, limit: 1 }, signal });
  if (!answer.ok) throw new Error(`search answered ${answer.status}`);
  const [hit] = answer.body.data.hits;
  return hit && hit.score !== null ? hit.sample.id : null;
}
