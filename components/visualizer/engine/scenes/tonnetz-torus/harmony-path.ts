import { shorterTurn } from "@/components/visualizer/engine/easing";
import type { PieceChord } from "@/components/visualizer/engine/piece";
import { TRIADS, triadIndex } from "./tonnetz";

/** Chords that the path goes through, the present one among them. */
export const PATH_CHORDS = 9;
export const STEPS_PER_CHORD = 14;
export const PATH_POINTS = (PATH_CHORDS - 1) * STEPS_PER_CHORD + 1;

const stops = new Float32Array(PATH_CHORDS * 2);

/**
 * The way of the harmony to the chord `last`, over the torus and each time by the shorter way: `PATH_POINTS` places
 * (tube, ring) are written from the oldest to the newest. Fewer chords make a shorter path, which begins with points at
 * one place.
 *
 * @returns how many chords it goes through
 */
export function writeHarmonyPath(chords: readonly PieceChord[], last: number, places: Float32Array): number {
  let count = 0;
  for (let i = last; i >= 0 && count < PATH_CHORDS; i--) {
    const chord = chords[i];
    const centre = chord && TRIADS[triadIndex(chord)]?.centre;
    if (!centre) continue;
    const at = (PATH_CHORDS - 1 - count) * 2;
    const nextTube = stops[at + 2] ?? 0;
    const nextRing = stops[at + 3] ?? 0;
    stops[at] = count === 0 ? centre.tube : nextTube + shorterTurn(centre.tube - nextTube);
    stops[at + 1] = count === 0 ? centre.ring : nextRing + shorterTurn(centre.ring - nextRing);
    count++;
  }
  for (let at = (PATH_CHORDS - 1 - count) * 2; at >= 0 && count > 0; at -= 2) {
    stops[at] = stops[at + 2] ?? 0;
    stops[at + 1] = stops[at + 3] ?? 0;
  }
  for (let point = 0; point < PATH_POINTS; point++) {
    for (let axis = 0; axis < 2; axis++) places[point * 2 + axis] = count > 0 ? between(point, axis) : 0;
  }
  return count;
}

/** A point on the Catmull-Rom curve through the stops. */
function between(point: number, axis: number): number {
  const stop = Math.min(PATH_CHORDS - 2, Math.floor(point / STEPS_PER_CHORD));
  const t = point / STEPS_PER_CHORD - stop;
  const p1 = stops[stop * 2 + axis] ?? 0;
  const p2 = stops[(stop + 1) * 2 + axis] ?? 0;
  const p0 = stops[Math.max(0, stop - 1) * 2 + axis] ?? 0;
  const p3 = stops[Math.min(PATH_CHORDS - 1, stop + 2) * 2 + axis] ?? 0;
  return p1 + 0.5 * t * (p2 - p0 + t * (2 * p0 - 5 * p1 + 4 * p2 - p3 + t * (3 * (p1 - p2) + p3 - p0)));
}
