// The tone network on a torus. Stepping by a major third three times, by a minor third four times or by a fifth twelve
// times leads back to the same note, so the plane of these steps closes in two directions: around the tube and around
// the ring. Euler 1739; the triangles between neighbours are the 24 major and minor chords.

/** A place on the torus, in radians: around the tube from its outermost line, and around the ring. */
export interface TorusPlace {
  tube: number;
  ring: number;
}

export interface Triad {
  root: number;
  quality: "major" | "minor";
  /** Root, third and fifth. */
  notes: readonly [number, number, number];
  /** Where they are, without a jump between them: angles may leave the circle. */
  corners: readonly [TorusPlace, TorusPlace, TorusPlace];
  centre: TorusPlace;
}

export const PITCH_CLASSES = 12;
export const TRIADS_COUNT = 24;
const DEGREE = Math.PI / 180;
/**
 * What a semitone moves. Multiples of these are the steps below: twelve semitones go around the tube seven times and
 * around the ring three times, so they lead back. Among the maps that do, this one has the most regular triangles.
 */
export const TUBE_PER_SEMITONE = 210 * DEGREE;
export const RING_PER_SEMITONE = 90 * DEGREE;

/** The shortest ways to the neighbours of a note: each is its number of semitones, less whole turns. */
export const STEPS = {
  fifth: { semitones: 7, tube: 30 * DEGREE, ring: -90 * DEGREE },
  majorThird: { semitones: 4, tube: 120 * DEGREE, ring: 0 },
  minorThird: { semitones: 3, tube: -90 * DEGREE, ring: -90 * DEGREE },
} as const;

export function placeOf(pitchClass: number): TorusPlace {
  return { tube: pitchClass * TUBE_PER_SEMITONE, ring: pitchClass * RING_PER_SEMITONE };
}

/** Chords are numbered as in the analysis: major ones from C, then minor ones. */
export function triadIndex({ root, quality }: { root: number; quality: "major" | "minor" }): number {
  return quality === "major" ? root : root + PITCH_CLASSES;
}

export const TRIADS: readonly Triad[] = Array.from({ length: TRIADS_COUNT }, (_, index) => {
  const root = index % PITCH_CLASSES;
  const quality = index < PITCH_CLASSES ? "major" : "minor";
  const third = quality === "major" ? STEPS.majorThird : STEPS.minorThird;
  const home = placeOf(root);
  const after = (step: { tube: number; ring: number }) => ({
    tube: home.tube + step.tube,
    ring: home.ring + step.ring,
  });
  const corners = [home, after(third), after(STEPS.fifth)] as const;
  return {
    root,
    quality,
    notes: [root, (root + third.semitones) % PITCH_CLASSES, (root + STEPS.fifth.semitones) % PITCH_CLASSES],
    corners,
    centre: {
      tube: (corners[0].tube + corners[1].tube + corners[2].tube) / 3,
      ring: (corners[0].ring + corners[1].ring + corners[2].ring) / 3,
    },
  };
});

/** Semitones above a major tonic of the roots of its triads; the minor key has those of its relative major. */
const MAJOR_ROOTS = [0, 5, 7];
const MINOR_ROOTS = [2, 4, 9];

/** For each triad 1 if all its notes are of the key, else 0. They are six neighbours. */
export function regionOfKey(key: { tonic: number; mode: "major" | "minor" } | null): Float32Array {
  const region = new Float32Array(TRIADS_COUNT);
  if (!key) return region;
  const tonic = key.mode === "major" ? key.tonic : key.tonic + 3;
  for (const above of MAJOR_ROOTS) region[(tonic + above) % PITCH_CLASSES] = 1;
  for (const above of MINOR_ROOTS) region[PITCH_CLASSES + ((tonic + above) % PITCH_CLASSES)] = 1;
  return region;
}

export interface Patches {
  /** For each vertex: tube and ring. */
  places: Float32Array;
  /** For each vertex: how near it is to root, third and fifth; they sum to 1. */
  shares: Float32Array;
  /** For each vertex: its triad. */
  triads: Float32Array;
  indices: Uint16Array;
}

/** All triads as curved patches, each side cut into `steps`. */
export function tonnetzPatches(steps: number): Patches {
  const perPatch = ((steps + 1) * (steps + 2)) / 2;
  const places = new Float32Array(TRIADS_COUNT * perPatch * 2);
  const shares = new Float32Array(TRIADS_COUNT * perPatch * 3);
  const triads = new Float32Array(TRIADS_COUNT * perPatch);
  const indices: number[] = [];
  let vertex = 0;
  TRIADS.forEach(({ corners: [root, third, fifth] }, triad) => {
    for (let row = 0; row <= steps; row++) {
      for (let column = 0; column <= steps - row; column++) {
        const b = row / steps;
        const c = column / steps;
        const a = 1 - b - c;
        places[vertex * 2] = a * root.tube + b * third.tube + c * fifth.tube;
        places[vertex * 2 + 1] = a * root.ring + b * third.ring + c * fifth.ring;
        shares.set([a, b, c], vertex * 3);
        triads[vertex] = triad;
        // The row above is one shorter, so it begins `width` later.
        const width = steps - row + 1;
        if (column < steps - row) indices.push(vertex, vertex + 1, vertex + width);
        if (column < steps - row - 1) indices.push(vertex + 1, vertex + width + 1, vertex + width);
        vertex++;
      }
    }
  });
  return { places, shares, triads, indices: Uint16Array.from(indices) };
}
