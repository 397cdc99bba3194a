import type { Answer } from "@/bench/statistics/calibration";
import type { TempoNetwork } from "@/lib/dsp/learned/tempo-network";
import { BAR_READINGS, barFeatures, beatSeries } from "@/lib/dsp/rhythm/bar-phase";
import { PHASE_SLOTS, phaseFeatures } from "@/lib/dsp/rhythm/beat-phase";
import { compoundFeatures } from "@/lib/dsp/rhythm/beat-subdivision";
import {
  type BeatInput,
  type BeatModel,
  estimateBeats,
  GRID_BEATS_MIN,
  gridFrom,
  ONSET_LEAD_SECONDS,
  probabilities,
  trackedBeats,
} from "@/lib/dsp/rhythm/beats";
import { estimateTempo } from "@/lib/dsp/rhythm/tempo";
import type { TrainingPiece } from "@/training/compose/composition";
import { CORPUS, composeSeed, seedsOf } from "@/training/corpus/corpus";
import { FRAMES_PER_SECOND, type MeasuredPiece, measureSeeds } from "@/training/corpus/measurement";
import { CHROMA_PER_SECOND, noteChroma } from "@/training/corpus/note-chroma";
import { calibrationReport, fitCalibration } from "@/training/learn/confidence-fit";
import { type Choice, trainNetwork } from "@/training/learn/network-training";
import { asSource, type WeightFile } from "@/training/learn/weight-file";

const NETWORKS = 2;
const OPTIONS = { hidden: 8, epochs: 30, decay: 0.02 };
/** Every fifth piece only tells how good the fit is. */
const HELD_OUT = 5;
/** Pieces in three are rare; each is learned from this often. */
const TERNARY_WEIGHT = 3;
const COMPOUND_WEIGHT = 3;
const COMPOUND_STYLES = ["jig", "slow six-eight"];
/** Digits of the weights. */
const DIGITS = 4;
const LEARNED = [
  ...[CORPUS.styles, CORPUS.ternary, CORPUS.human, CORPUS.solos],
  ...[CORPUS.machineStyles, CORPUS.machineHuman],
];
const HIT_SECONDS = 0.06;
/** Share of tracked beats that must agree on what is right for a piece to be learned from. */
const AGREEMENT = 0.7;

type Lesson = { seed: number; phase: Choice; bars: Choice | null; compound: Choice };

const inputOf = ({ strengths, durationSeconds }: MeasuredPiece, piece: TrainingPiece, bpm: number): BeatInput => ({
  strengths,
  framesPerSecond: FRAMES_PER_SECOND,
  durationSeconds,
  bpm,
  chroma: noteChroma(piece),
  chromaPerSecond: CHROMA_PER_SECOND,
});

const isCompound = ({ style, compound }: TrainingPiece) => compound ?? COMPOUND_STYLES.includes(style);

function lessonOf(measured: MeasuredPiece): Lesson | null {
  const piece = composeSeed(measured.piece.seed);
  const { durationSeconds } = measured;
  const input = inputOf(measured, piece, piece.bpm);
  const tracked = trackedBeats(input);
  if (!tracked) return null;
  const right = rightPhase(tracked.evidence.beats, piece);
  if (right < 0) return null;
  const slot = PHASE_SLOTS[right] ?? 0;
  const { beats } = gridFrom(tracked, slot, input);
  if (beats.length < GRID_BEATS_MIN) return null;
  const series = beatSeries({ ...tracked.evidence, beats }, durationSeconds);
  const rightBars = rightReading(beats, piece);
  const compound = compoundFeatures(tracked.profile, slot);
  return {
    seed: piece.seed,
    phase: { features: PHASE_SLOTS.map((candidate) => phaseFeatures(tracked.profile, candidate)), right },
    bars:
      rightBars < 0
        ? null
        : { features: BAR_READINGS.map((reading) => barFeatures(series, reading)), right: rightBars },
    compound: {
      features: [compound, compound.map((value) => -value)],
      right: isCompound(piece) ? 0 : 1,
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

function report(trial: ReturnType<typeof networksOf>, lessons: Lesson[]): void {
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

/** Whether the metre of a piece is heard at the tempo that is heard, and with what confidence. */
function meterAnswer(measured: MeasuredPiece, model: BeatModel): Answer[] {
  const piece = composeSeed(measured.piece.seed);
  const { strengths, durationSeconds } = measured;
  const tempo = estimateTempo({ strengths, framesPerSecond: FRAMES_PER_SECOND, durationSeconds });
  const found = tempo.found && estimateBeats(inputOf(measured, piece, tempo.bpm), model);
  if (!found) return [];
  const right = isCompound(piece) ? found.meter.beatUnit === 8 : found.meter.beatsPerBar === piece.beatsPerBar;
  return [{ confidence: found.meter.confidence, right }];
}

const UNCALIBRATED = { slope: 1, offset: 0 };
const rounded = <T>(networks: T): T => JSON.parse(asSource(networks, DIGITS));

function weightsFile({ phase, bars, compound, meter }: BeatModel): WeightFile {
  const plain = (networks: readonly TempoNetwork[]) => asSource(networks, DIGITS);
  const source = `import type { Calibration } from "@/lib/dsp/learned/confidence";
import type { TempoNetwork } from "@/lib/dsp/learned/tempo-network";

/** Written by \`training/models/beats.ts\`; the scores of each list are averaged. */
export const PHASE_NETWORKS: readonly TempoNetwork[] = ${plain(phase)};
export const BAR_NETWORKS: readonly TempoNetwork[] = ${plain(bars)};
export const COMPOUND_NETWORKS: readonly TempoNetwork[] = ${plain(compound)};
export const METER_CALIBRATION: Calibration = ${asSource(meter, DIGITS)};
`;
  return { path: "lib/dsp/rhythm/beat-weights.ts", source };
}

/** Learns beat level, bar length and downbeat, and what the metre's confidence is worth, from generated music. */
export async function train(): Promise<WeightFile[]> {
  const parts = await Promise.all(LEARNED.map((part) => measureSeeds(seedsOf(part), "beats")));
  const pieces = parts.flat();
  const lessons = pieces.flatMap((piece) => lessonOf(piece) ?? []);
  process.stdout.write(`${lessons.length} of ${pieces.length} pieces can be learned from\n`);
  const trial = rounded(networksOf(lessons.filter(({ seed }) => seed % HELD_OUT !== 0)));
  report(trial, lessons);
  const held = pieces.filter(({ piece }) => piece.seed % HELD_OUT === 0);
  const rough = await measureSeeds(seedsOf(CORPUS.calibration), "calibration");
  const uncalibrated = { ...trial, meter: UNCALIBRATED };
  const [heldAnswers, roughAnswers] = [held, rough].map((set) =>
    set.flatMap((piece) => meterAnswer(piece, uncalibrated)),
  );
  const meter = fitCalibration([...(heldAnswers ?? []), ...(roughAnswers ?? [])]);
  const networks = rounded(networksOf(lessons));
  const third = (await measureSeeds(seedsOf(CORPUS.trial), "trial")).flatMap((piece) =>
    meterAnswer(piece, { ...networks, meter: UNCALIBRATED }),
  );
  process.stdout.write(calibrationReport("metre, held out", heldAnswers ?? [], meter));
  process.stdout.write(calibrationReport("metre, rough recordings", roughAnswers ?? [], meter));
  process.stdout.write(calibrationReport("metre, rough recordings through a third sound font", third, meter));
  return [weightsFile({ ...networks, meter })];
}
