import type { Track } from "@/lib/playlists/order/cost";
import { CURVE_PRESETS, type CurvePoint } from "@/lib/playlists/order/curve";

/** Random numbers that are the same in every run. */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export interface GeneratedSet {
  name: string;
  tracks: Track[];
  curve: readonly CurvePoint[];
}

/** `wide`: all keys and tempos. `club`: 118–132 BPM. `patchy`: a fifth has no key, no tempo or no energy. */
const KINDS = ["wide", "club", "patchy"] as const;

/** A set of made-up tracks. Louder ones tend to be faster, as in a real library. */
export function generateSet(kind: (typeof KINDS)[number], count: number, seed: number): Track[] {
  const random = randomNumbers(seed * 7919 + count);
  return Array.from({ length: count }, (_, index) => {
    const energy = random();
    const bpm =
      kind === "club" ? 118 + 14 * (0.5 * energy + 0.5 * random()) : 70 + 110 * (0.3 * energy + 0.7 * random());
    const has = () => kind !== "patchy" || random() > 0.2;
    const key = { hour: 1 + Math.floor(random() * 12), isMinor: random() < 0.6 };
    return {
      id: `${kind} ${index}`,
      key: has() ? key : null,
      bpm: has() ? Math.round(bpm * 10) / 10 : null,
      energy: has() ? energy : null,
    };
  });
}

/** Each kind at each size, with the curves in turn. */
export function generatedSets(sizes: readonly number[], seeds: number): GeneratedSet[] {
  const curves = Object.entries(CURVE_PRESETS);
  return sizes.flatMap((size) =>
    KINDS.flatMap((kind, k) =>
      Array.from({ length: seeds }, (_, seed): GeneratedSet => {
        const [label, { points }] = curves[(seed + k) % curves.length] ?? ["level", CURVE_PRESETS.level];
        return { name: `${size} ${kind}, ${label}`, tracks: generateSet(kind, size, seed + 1), curve: points };
      }),
    ),
  );
}
