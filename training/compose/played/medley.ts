import { SeededRandom } from "@/bench/statistics/seeded-random";
import { CHORD_CHANNEL } from "@/training/compose/composition";
import { composePlayed, type PlayedKind, type PlayedPiece } from "./played-piece";

const KINDS: readonly PlayedKind[] = ["song", "tune with chords", "song"];
const PART_SECONDS = [13, 18] as const;
/** Tempi closer than this, up to octaves, are one that sways. */
const APART_OCTAVES = 0.12;

/** Two pieces one after the other, on the same instruments, at tempi that are no octaves of each other. */
export type Medley = PlayedPiece & { tempi: [number, number]; changeSeconds: number };

export function composeMedley(seed: number): Medley {
  const random = new SeededRandom(seed * 40503 + 7);
  const kind = random.pick(KINDS);
  const first = composePlayed(seed, kind, random.between(...PART_SECONDS));
  const second = anotherTempo(seed, kind, first.bpm, random.between(...PART_SECONDS));
  const changeSeconds = first.durationSeconds;
  const later = (seconds: number) => seconds + changeSeconds;
  return {
    ...first,
    kind: "medley",
    style: "medley",
    tempi: [first.bpm, second.bpm],
    changeSeconds,
    durationSeconds: later(second.durationSeconds),
    beatSeconds: [...first.beatSeconds, ...second.beatSeconds.map(later)],
    downbeatSeconds: [...first.downbeatSeconds, ...second.downbeatSeconds.map(later)],
    notes: [
      ...first.notes.map((note) => ({
        ...note,
        lengthSeconds: Math.min(note.lengthSeconds, Math.max(0.03, changeSeconds - note.startSeconds)),
      })),
      ...second.notes.map((note) => ({ ...note, startSeconds: later(note.startSeconds) })),
    ],
  };
}

function anotherTempo(seed: number, kind: PlayedKind, bpm: number, seconds: number): PlayedPiece {
  for (let attempt = 1; ; attempt++) {
    const piece = composePlayed(seed + attempt * 100_000, kind, seconds);
    const octaves = Math.log2(piece.bpm / bpm);
    if (Math.abs(octaves - Math.round(octaves)) > APART_OCTAVES) return piece;
  }
}

/** Organs, strings, choir, brass, reeds, flutes, a synthesizer and pads. */
const HELD_PROGRAMS = [16, 19, 20, 48, 49, 52, 56, 60, 68, 71, 73, 75, 80, 81, 89, 91, 95];

/** A tone or a chord that is held, with silence before and after it. It has no tempo, and so no beats. */
export function composeHeldTone(seed: number): PlayedPiece {
  const random = new SeededRandom(seed * 69069 + 3);
  const startSeconds = random.between(0.3, 3);
  const lengthSeconds = random.between(1.5, 12);
  const root = random.whole(40, 76);
  const pitches = random.chance(0.5) ? [root] : [0, random.pick([3, 4]), 7].map((above) => root + above);
  const velocity = random.whole(60, 110);
  return {
    seed,
    kind: "held tone",
    style: "held tone",
    meter: "",
    bpm: 0,
    tonic: root % 12,
    mode: "major",
    beatsPerBar: 4,
    beatSeconds: [],
    downbeatSeconds: [],
    durationSeconds: startSeconds + lengthSeconds + random.between(0.5, 3),
    loop: false,
    drumsOnly: false,
    programs: [{ channel: CHORD_CHANNEL, program: random.pick(HELD_PROGRAMS) }],
    notes: pitches.map((pitch) => ({ channel: CHORD_CHANNEL, pitch, startSeconds, lengthSeconds, velocity })),
  };
}
