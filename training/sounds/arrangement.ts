import type { SeededRandom } from "@/bench/statistics/seeded-random";
import type { Instrument } from "@/lib/analysis/record/values/instruments";
import type { TimedNote } from "@/training/compose/composition";

export type ArrangedNote = Omit<TimedNote, "channel">;
/** What one instrument plays; a struck one rings out and keeps its pitch. */
export type ArrangedPart = { label: Instrument; notes: ArrangedNote[]; struck: boolean };

const LEADS: Instrument[] = [
  ...(["piano", "piano", "guitar", "guitar", "strings", "strings", "synth", "synth", "brass", "woodwind"] as const),
  ...(["organ", "voice", "mallet", "bell"] as const),
];
const STEPS = 16;
const CHORDS = [
  [0, 4, 7],
  [0, 3, 7],
  [0, 5, 9],
  [0, 4, 7, 10],
];
type Beat = { stepSeconds: number; swing: number; seconds: number };

/** The parts of a few seconds of music in no particular style: only which instruments sound matters here. */
export function arrangement(random: SeededRandom, seconds: number): ArrangedPart[] {
  const beat: Beat = {
    stepSeconds: 15 / random.between(70, 175),
    swing: random.chance(0.3) ? random.between(0, 0.3) : 0,
    seconds,
  };
  const root = random.whole(40, 52);
  const drums = random.chance(0.7) ? drumParts(random, beat) : [];
  const parts: ArrangedPart[] = [...drums];
  if (random.chance(0.6)) parts.push({ label: "bass", struck: false, notes: line(random, beat, root - 12, [1, 2, 4]) });
  for (let layer = random.whole(drums.length > 0 ? 0 : 1, 3); layer > 0; layer--) {
    const notes = random.chance(0.5)
      ? chords(random, beat, root + 12)
      : line(random, beat, root + random.pick([12, 24]), [1, 2, 3, 4, 8]);
    parts.push({ label: random.pick(LEADS), struck: false, notes });
  }
  return parts;
}

/** Each drum has a chance of being there, and hits on some of the sixteen steps. */
function drumParts(random: SeededRandom, beat: Beat): ArrangedPart[] {
  const on = (steps: readonly number[], likely: number, else_: number) =>
    Array.from({ length: STEPS }, (_, step) => random.chance(steps.includes(step) ? likely : else_));
  const kicks = random.pick([
    [0, 4, 8, 12],
    [0, 8],
    [0, 6, 10],
    [0, 10],
  ]);
  const backs = random.pick([[4, 12], [4, 12], [8], [4, 10, 12]]);
  const every = random.pick([1, 2, 2, 4]);
  const hats = Array.from({ length: STEPS }, (_, step) => step).filter((step) => step % every === 0);
  const drawn: [Instrument, number, boolean[]][] = [
    ["kick", 0.85, on(kicks, 0.95, 0.06)],
    ["snare", 0.65, on(backs, 0.95, 0.05)],
    ["clap", 0.2, on(backs, 0.9, 0.02)],
    ["rim", 0.12, on(backs, 0.7, 0.15)],
    ["hi-hat", 0.75, on(hats, 0.92, 0.05)],
    ["cymbal", 0.25, on(random.chance(0.5) ? [0] : hats, 0.8, 0.01)],
    ["tom", 0.12, on([10, 12, 13, 14, 15], 0.5, 0.02)],
    ["cowbell", 0.06, on([0, 3, 6, 10, 12], 0.7, 0.03)],
    ["percussion", 0.3, on([2, 3, 6, 7, 10, 11, 14, 15], 0.5, 0.15)],
  ];
  return drawn.flatMap(([label, there, hits]) => {
    const notes = struck(random, beat, hits);
    return random.chance(there) && notes.length > 0 ? [{ label, struck: true, notes }] : [];
  });
}

function struck(random: SeededRandom, beat: Beat, hits: readonly boolean[]): ArrangedNote[] {
  const loud = random.whole(80, 120);
  return stepsOf(beat).flatMap((step) =>
    hits[step % STEPS]
      ? [{ pitch: 60, startSeconds: timeOf(beat, step), lengthSeconds: 1, velocity: loud * random.between(0.6, 1) }]
      : [],
  );
}

function line(random: SeededRandom, beat: Beat, root: number, lengths: readonly number[]): ArrangedNote[] {
  const notes: ArrangedNote[] = [];
  const usual = random.pick(lengths);
  for (let step = 0; timeOf(beat, step) < beat.seconds; ) {
    const steps = random.chance(0.7) ? usual : random.pick(lengths);
    const lengthSeconds = steps * beat.stepSeconds * random.between(0.5, 1);
    const pitch = root + random.pick([0, 0, 3, 5, 7, 10, 12]);
    if (random.chance(0.85))
      notes.push({ pitch, startSeconds: timeOf(beat, step), lengthSeconds, velocity: random.whole(60, 120) });
    step += steps;
  }
  return notes;
}

function chords(random: SeededRandom, beat: Beat, root: number): ArrangedNote[] {
  const steps = random.pick([1, 2, 4, 8, 16]);
  const notes: ArrangedNote[] = [];
  for (let step = 0; timeOf(beat, step) < beat.seconds; step += steps) {
    if (random.chance(0.15)) continue;
    const base = root + random.pick([0, 0, 5, 7]);
    const lengthSeconds = steps * beat.stepSeconds * random.between(0.4, 1);
    for (const interval of random.pick(CHORDS))
      notes.push({
        pitch: base + interval,
        startSeconds: timeOf(beat, step),
        lengthSeconds,
        velocity: random.whole(55, 110),
      });
  }
  return notes;
}

const stepsOf = (beat: Beat) => Array.from({ length: Math.ceil(beat.seconds / beat.stepSeconds) }, (_, step) => step);
const timeOf = ({ stepSeconds, swing }: Beat, step: number) => stepSeconds * (step + (step % 2) * swing);
