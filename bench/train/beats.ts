import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { BAR_READINGS, barFeatures, beatSeries } from "@/lib/dsp/bar-phase";
import { PHASE_SLOTS, phaseFeatures } from "@/lib/dsp/beat-phase";
import { compoundFeatures } from "@/lib/dsp/beat-subdivision";
import { type BeatInput, gridFrom, ONSET_LEAD_SECONDS, probabilities, trackedBeats } from "@/lib/dsp/beats";
import type { TempoNetwork } from "@/lib/dsp/tempo-network";
import type { TrainingPiece } from "./composition";
import { FRAMES_PER_SECOND, measureSeeds } from "./measurement";
import { type Choice, trainNetwork } from "./network-training";
import { CHROMA_PER_SECOND, noteChroma } from "./note-chroma";
import { composePiece } from "./piece";
import { TERNARY_SEED } from "./ternary-styles";

// Learns beat level, bar length and downbeat from generated music:
// node scripts/run.mjs bench/train/beats.ts [pieces] [pieces in three]

const PIECES = Number(process.argv[2] ?? 1440);
const TERNARY_PIECES = Number(process.argv[3] ?? 96);
const NETWORKS = 2;
const OPTIONS = { hidden: 8, epochs: 30, decay: 0.02 };
/** Every fifth piece only tells how good the fit is. */
const HELD_OUT = 5;
/** Pieces in three are rare; each is learned from this often. */
const TERNARY_WEIGHT = 3;
const COMPOUND_WEIGHT = 3;
const COMPOUND_STYLES = ["jig", "slow six-eight"];
const HIT_SECONDS = 0.06;
/** Share of tracked beats that must agree on what is right for a piece to be learned from. */
const AGREEMENT = 0.7;

type Lesson = { seed: number; phase: Choice; bars: Choice | null; compound: Choice };

function lessonOf(seed: number, strengths: Float64Array[], durationSeconds: number): Lesson | null {
  const piece = composePiece(seed);
  const input: BeatInput = {
    strengths,
    framesPerSecond: FRAMES_PER_SECOND,
    durationSeconds,
    bpm: piece.bpm,
    chroma: noteChroma(piece),
    chromaPerSecond: CHROMA_PER_SECOND,
  };
  const tracked = trackedBeats(input);
  if (!tracked) return null;
  const right = rightPhase(tracked.evidence.beats, piece);
  if (right < 0) return null;
  const slot = PHASE_SLOTS[right] ?? 0;
  const { beats } = gridFrom(tracked, slot, input);
  const series = beatSeries({ ...tracked.evidence, beats }, durationSeconds);
  const rightBars = rightReading(beats, piece);
  const compound = compoundFeatures(tracked.profile, slot);
  return {
    seed,
    phase: { features: PHASE_SLOTS.map((candidate) => phaseFeatures(tracked.profile, candidate)), right },
    bars:
      rightBars < 0
        ? null
        : { features: BAR_READINGS.map((reading) => barFeatures(series, reading)), right: rightBars },
    compound: {
      features: [compound, compound.map((value) => -value)],
      right: COMPOUND_STYLES.includes(piece.style) ? 0 : 1,
    },
  };
}

const secondsOf = (frame: number) => frame / FRAMES_PER_SECOND + ONSET_LEAD_SECONDS;

/** Index of the phase slot at which the true beats lie between the tracked ones; −1 if they agree on none. */
function rightPhase(frames: Float64Array, { beatSeconds }: TrainingPiece): number {
  const phases = Array.from(frames).flatMap((frame, i) => {
    const from = secondsOf(frame);
    const interval = secondsOf(frames[i + 1] ?? Number.NaN) - from;
    const beat = beatSeconds.find((seconds) => seconds >= from - 0.06 * interval && seconds < from + 0.94 * interval);
    return beat === undefined ? [] : [(beat - from) / interval];
  });
  const votes = PHASE_SLOTS.map((slot) => phases.filter((phase) => Math.abs(phase - slot / 12) < 0.08).length);
  const best = Math.max(...votes);
  return best < AGREEMENT * phases.length || best === 0 ? -1 : votes.indexOf(best);
}

function rightReading(frames: Float64Array, { beatSeconds, beatsPerBar }: TrainingPiece): number {
  const votes = new Array<number>(beatsPerBar).fill(0);
  for (const [i, frame] of frames.entries()) {
    const beat = beatSeconds.findIndex((seconds) => Math.abs(seconds - secondsOf(frame)) < HIT_SECONDS);
    const slot = (((i - beat) % beatsPerBar) + beatsPerBar) % beatsPerBar;
    if (beat >= 0) votes[slot] = (votes[slot] ?? 0) + 1;
  }
  const best = Math.max(...votes);
  if (best < AGREEMENT * frames.length) return -1;
  const downbeat = votes.indexOf(best);
  return BAR_READINGS.findIndex((reading) => reading.beatsPerBar === beatsPerBar && reading.downbeat === downbeat);
}

const learn = (choices: Choice[]) =>
  Array.from({ length: NETWORKS }, (_, index) => trainNetwork(choices, { ...OPTIONS, seed: index + 1 }));

function networksOf(lessons: Lesson[]) {
  const bars = lessons.flatMap(({ bars }) => {
    if (!bars) return [];
    const times = BAR_READINGS[bars.right]?.beatsPerBar === 3 ? TERNARY_WEIGHT : 1;
    return new Array<Choice>(times).fill(bars);
  });
  const compound = lessons.flatMap(({ compound }) =>
    new Array<Choice>(compound.right === 0 ? COMPOUND_WEIGHT : 1).fill(compound),
  );
  return { phase: learn(lessons.map(({ phase }) => phase)), bars: learn(bars), compound: learn(compound) };
}

function rightShare(networks: TempoNetwork[], choices: Choice[], same: (a: number, b: number) => boolean): string {
  const hits = choices.filter(({ features, right }) => {
    const shares = probabilities(networks, features);
    return same(shares.indexOf(Math.max(...shares)), right);
  });
  return `${((100 * hits.length) / choices.length).toFixed(1)} % of ${choices.length}`;
}

function report(lessons: Lesson[]): void {
  const trial = networksOf(lessons.filter(({ seed }) => seed % HELD_OUT !== 0));
  const held = lessons.filter(({ seed }) => seed % HELD_OUT === 0);
  const bars = held.flatMap(({ bars }) => (bars ? [bars] : []));
  const lengthOf = (reading: number) => BAR_READINGS[reading]?.beatsPerBar;
  const exact = (a: number, b: number) => a === b;
  const sameLength = (a: number, b: number) => lengthOf(a) === lengthOf(b);
  const lines = [
    `beat phase as tracked: ${held.filter(({ phase }) => phase.right === 0).length} of ${held.length}`,
    `beat phase: ${rightShare(
      trial.phase,
      held.map(({ phase }) => phase),
      exact,
    )}`,
    `three: ${rightShare(
      trial.bars,
      bars.filter(({ right }) => lengthOf(right) === 3),
      sameLength,
    )}`,
    `four: ${rightShare(
      trial.bars,
      bars.filter(({ right }) => lengthOf(right) === 4),
      sameLength,
    )}`,
    `downbeat: ${rightShare(trial.bars, bars, exact)}`,
    `compound: ${rightShare(
      trial.compound,
      held.flatMap((l) => (l.compound.right === 0 ? [l.compound] : [])),
      exact,
    )}`,
    `simple: ${rightShare(
      trial.compound,
      held.flatMap((l) => (l.compound.right === 1 ? [l.compound] : [])),
      exact,
    )}`,
  ];
  process.stdout.write(`held-out pieces\n${lines.join("\n")}\n`);
}

function write({ phase, bars, compound }: ReturnType<typeof networksOf>): void {
  const plain = (networks: TempoNetwork[]) =>
    JSON.stringify(networks, (_, value) => (typeof value === "number" ? Number(value.toPrecision(4)) : value));
  const source = `import type { TempoNetwork } from "./tempo-network";

/** Written by \`bench/train/beats.ts\`; the scores of each list are averaged. */
export const PHASE_NETWORKS: readonly TempoNetwork[] = ${plain(phase)};
export const BAR_NETWORKS: readonly TempoNetwork[] = ${plain(bars)};
export const COMPOUND_NETWORKS: readonly TempoNetwork[] = ${plain(compound)};
`;
  writeFileSync(join(process.cwd(), "lib/dsp/beat-weights.ts"), source);
}

async function main(): Promise<void> {
  const seeds = [...Array(PIECES).keys(), ...Array.from({ length: TERNARY_PIECES }, (_, i) => TERNARY_SEED + i)];
  const pieces = await measureSeeds(seeds, (done) => {
    if (done % 100 === 0) process.stderr.write(`${done} of ${seeds.length} pieces\n`);
  });
  const lessons = pieces.flatMap(
    ({ piece, strengths, durationSeconds }) => lessonOf(piece.seed, strengths, durationSeconds) ?? [],
  );
  process.stdout.write(`${lessons.length} of ${pieces.length} pieces can be learned from\n`);
  report(lessons);
  write(networksOf(lessons));
}

await main();
