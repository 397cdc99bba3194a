import { SeededRandom } from "@/bench/statistics/seeded-random";
import { CHORD_CHANNEL, DRUM_CHANNEL, type TrainingPiece } from "./composition";

/** General MIDI's drums, and its last program before the sound effects. */
const DRUMS: [number, number] = [35, 81];
const LAST_PROGRAM = 119;
const ROLL_CHANCE = 0.08;

/** One note, chord or hit of any instrument, sometimes a flam; its tail rings, is silent or is cut. */
export function composeSingleSound(seed: number): TrainingPiece {
  const random = new SeededRandom(seed * 2654435761);
  const drum = random.chance(0.55);
  const channel = drum ? DRUM_CHANNEL : CHORD_CHANNEL;
  const lengthSeconds = drum ? 0.2 : random.between(0.08, 2.5);
  const pitch = drum ? random.whole(...DRUMS) : random.whole(33, 88);
  const pitches = !drum && random.chance(0.15) ? [pitch, pitch + 4, pitch + 7] : [pitch];
  const times = random.chance(ROLL_CHANCE) ? [0, random.between(0.02, 0.05)] : [0];
  const velocity = random.whole(60, 120);
  return {
    seed,
    style: drum ? "hit" : "note",
    bpm: 120,
    tonic: pitch % 12,
    mode: "major",
    beatsPerBar: 4,
    beatSeconds: [],
    durationSeconds: lengthSeconds + random.pick([0.05, 0.2, random.between(0.1, 2.5)]),
    loop: false,
    drumsOnly: drum,
    programs: [{ channel: CHORD_CHANNEL, program: random.whole(0, LAST_PROGRAM) }],
    notes: times.flatMap((startSeconds) =>
      pitches.map((each) => ({ channel, pitch: each, startSeconds, lengthSeconds, velocity })),
    ),
  };
}
