import type { Vector3 } from "three";
import { RING_RADIUS, TUBE_RADIUS } from "./shaders";
import { PITCH_CLASSES, placeOf } from "./tonnetz";

const PLACES = Array.from({ length: PITCH_CLASSES }, (_, pitch) => placeOf(pitch));
const distances = new Float32Array(PITCH_CLASSES);

/**
 * Sorts the notes so that those farther from the eye come first: nearer ones are drawn over them. `turn` has how far
 * the surface is turned around the tube (x) and around the ring (y).
 */
export function sortNodes(pitches: Float32Array, turn: Vector3, eye: Vector3): void {
  for (let pitch = 0; pitch < PITCH_CLASSES; pitch++) {
    const place = PLACES[pitch];
    const tube = (place?.tube ?? 0) + turn.x;
    const ring = (place?.ring ?? 0) + turn.y;
    const reach = RING_RADIUS + TUBE_RADIUS * Math.cos(tube);
    const x = reach * Math.cos(ring) - eye.x;
    const y = TUBE_RADIUS * Math.sin(tube) - eye.y;
    const z = reach * Math.sin(ring) - eye.z;
    distances[pitch] = x * x + y * y + z * z;
  }
  // Twelve numbers that are nearly in order: insertion beats any other way, and allocates nothing.
  for (let i = 1; i < PITCH_CLASSES; i++) {
    const pitch = pitches[i] ?? 0;
    let at = i;
    while (at > 0 && (distances[pitches[at - 1] ?? 0] ?? 0) < (distances[pitch] ?? 0)) {
      pitches[at] = pitches[at - 1] ?? 0;
      at--;
    }
    pitches[at] = pitch;
  }
}
