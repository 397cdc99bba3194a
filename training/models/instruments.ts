import { INSTRUMENTS, type Instrument } from "@/lib/analysis/record/labels";
import { DenseNetwork, type PackedNetwork } from "@/lib/dsp/learned/dense-network";
import { essence, shapeOf } from "@/lib/dsp/sound/instrument-features";
import { meanScores, surestMean } from "@/lib/dsp/sound/instruments";
import {
  type MeasuredMix,
  type MeasuredSound,
  mixLessons,
  poolOf,
  sampledLessons,
  synthesisedLessons,
} from "@/training/corpus/sound-lessons";
import { soundFontPath } from "@/training/host/tools";
import { confusionTable } from "@/training/learn/confusion-table";
import { type DenseOptions, type Lesson, trainDense } from "@/training/learn/dense-training";
import { fitLogistic, fitTemperature, type Scaling } from "@/training/learn/scaling";
import { type WeightFile, writeWeights } from "@/training/learn/weight-file";
import { HELD_OUT_KITS, heldOutPrograms } from "@/training/sounds/general-midi";
import { SECOND_FONT, TRAINING_FONT } from "@/training/sounds/single-sounds";

// Learns to name single sounds and the instruments of a mix: node scripts/run.mjs training/models/instruments.ts
// Needs espeak-ng besides what the others need.

/** What a mixing desk and a trimmed tail do to a sound is added to the shapes that do not vary in time or frequency. */
const COLOUR = 1.4;
const LENGTH = 1;
const NOISE = 0.5;

export const SINGLE: Omit<DenseOptions, "seed"> = {
  hidden: [256, 80],
  epochs: 30,
  dropout: 0.2,
  decay: 1e-5,
  outputs: "exclusive",
  noise: (input) => {
    const { time, band } = shapeOf(input);
    const colour = time === 0 ? COLOUR / (1 + band / 4) : 0;
    const length = band === 0 ? LENGTH / (1 + time / 3) : 0;
    return Math.hypot(NOISE, colour, length);
  },
};
const MIX: Omit<DenseOptions, "seed"> = {
  hidden: [128, 64],
  epochs: 30,
  dropout: 0.3,
  decay: 1e-5,
  outputs: "independent",
  noise: () => 0.3,
};
const NETWORKS = 2;
/** Part of what is wanted that is spread evenly over all labels: no sound is certain. */
const SMOOTHING = 0.05;
const SYNTHESIS_SEEDS = [1, 2, 3, 4, 5, 6, 7, 8];
const HELD_OUT_SEED = 9;
const PER_SHARE = 75;
/** Seeds of mixes: from and how many. */
const MIXES = [
  [0, 600],
  [600, 600],
] as const;
const HELD_OUT_MIXES = [5000, 240] as const;

/** How often a library of single sounds holds each; instruments of the orchestra are rare there. */
const PRIORS: Record<Instrument, number> = {
  ...{ kick: 10, snare: 10, rim: 3, clap: 5, "hi-hat": 10, cymbal: 6, tom: 6, cowbell: 2, percussion: 11 },
  ...{ bass: 8, guitar: 3, piano: 2.5, organ: 2, strings: 2.5, brass: 2, woodwind: 2, voice: 5, speech: 2.5 },
  ...{ synth: 11, bell: 4, mallet: 2, fx: 10, ambience: 4 },
};

export async function train(): Promise<WeightFile[]> {
  const single = await trainSingle();
  const mix = await trainMix();
  const source = `import type { PackedNetwork } from "@/lib/dsp/learned/dense-network";

/** Written by \`training/models/instruments.ts\`; the scores of the networks are averaged. */
export const SINGLE: { labels: readonly string[]; temperature: number; networks: readonly PackedNetwork[] } = ${JSON.stringify(single)};

/** Likewise, for mixes; a logistic scaling and a threshold a label. */
export const MIX: {
  labels: readonly string[];
  scaling: readonly { slope: number; offset: number; threshold: number }[];
  networks: readonly PackedNetwork[];
} = ${JSON.stringify(mix)};
`;
  return [{ path: "lib/dsp/sound/instrument-weights.ts", source }];
}

async function trainSingle() {
  const sounds = await singleSounds();
  const temperature = await trySingle(sounds);
  return { labels: INSTRUMENTS, temperature, networks: networksOf(singleLessons(sounds), SINGLE, NETWORKS) };
}

export async function singleSounds(): Promise<MeasuredSound[]> {
  const sounds: MeasuredSound[] = [];
  for (const seed of SYNTHESIS_SEEDS) sounds.push(...(await synthesisedLessons(PER_SHARE, seed)));
  return [...sounds, ...(await sampledLessons(TRAINING_FONT, 2, 1)), ...(await sampledLessons(SECOND_FONT, 1, 2))];
}

/**
 * Prints how a network does on sounds it never learned from: other seeds, other programs and kits, another sound font.
 * Returns the temperature that makes it honest on the first two.
 */
export async function trySingle(sounds: readonly MeasuredSound[]): Promise<number> {
  const [packed] = networksOf(singleLessons(sounds.filter((sound) => !isHeldOut(sound))), SINGLE, 1);
  const networks = packed ? [new DenseNetwork(packed)] : [];
  const held = [...(await synthesisedLessons(PER_SHARE / 3, HELD_OUT_SEED)), ...sounds.filter(isHeldOut)];
  const temperature = judged("other seeds, programs and kits", held, networks);
  judged("another sound font", await sampledLessons(soundFontPath("trial"), 0, 3), networks);
  return temperature;
}

function judged(name: string, sounds: readonly MeasuredSound[], networks: readonly DenseNetwork[]): number {
  const scores = sounds.map(({ features }) => meanScores(networks, essence(features)));
  const wanted = sounds.map(({ label }) => INSTRUMENTS.indexOf(label));
  const temperature = fitTemperature(scores, wanted);
  const answered = scores.map((row) => row.indexOf(row.reduce((best, score) => Math.max(best, score))));
  process.stdout.write(`${name}, temperature ${temperature}\n${confusionTable(INSTRUMENTS, wanted, answered)}\n`);
  return temperature;
}

/** Programs and kits kept apart to see how well what is learned carries over. */
const isHeldOut = ({ group }: MeasuredSound) => HELD_OUT_KITS.has(group) || heldOutPrograms().has(group);

export function singleLessons(sounds: readonly MeasuredSound[]): Lesson[] {
  const counts = new Map<Instrument, number>();
  for (const { label } of sounds) counts.set(label, (counts.get(label) ?? 0) + 1);
  const total = Object.values(PRIORS).reduce((sum, prior) => sum + prior, 0);
  return sounds.map(({ features, label }) => ({
    features: Float32Array.from(essence(features)),
    wanted: Float32Array.from(
      INSTRUMENTS,
      (name) => (name === label ? 1 - SMOOTHING : 0) + SMOOTHING / INSTRUMENTS.length,
    ),
    weight: ((PRIORS[label] / total) * sounds.length) / (counts.get(label) ?? 1),
  }));
}

function networksOf(lessons: Lesson[], options: Omit<DenseOptions, "seed">, count: number): PackedNetwork[] {
  return Array.from({ length: count }, (_, seed) => trainDense(lessons, { ...options, seed: seed + 1 }));
}

export async function trainMix() {
  const held = heldOutPrograms();
  const learned = (group: string) => !held.has(group) && !HELD_OUT_KITS.has(group);
  const training: MeasuredMix[] = [];
  for (const [from, count] of MIXES)
    training.push(...(await mixLessons("learned", from, count, () => poolOf(TRAINING_FONT, 1, learned))));
  const others = await mixLessons("held-out", ...HELD_OUT_MIXES, () =>
    poolOf(TRAINING_FONT, HELD_OUT_SEED, (group) => !learned(group)),
  );
  const networks = networksOf(mixesToLessons(training), MIX, NETWORKS);
  const unpacked = networks.map((packed) => new DenseNetwork(packed));
  const scaling = scalingOf(others, unpacked);
  return { labels: INSTRUMENTS, scaling, networks };
}

function mixesToLessons(mixes: readonly MeasuredMix[]): Lesson[] {
  return mixes.flat().map(({ features, heard }) => ({
    features,
    wanted: Float32Array.from(INSTRUMENTS, (label) => (heard.includes(label) ? 1 - SMOOTHING / 2 : SMOOTHING / 2)),
    weight: 1,
  }));
}

/** Fitted on one half of mixes of sounds nobody learned from, reported on the other. */
function scalingOf(mixes: readonly MeasuredMix[], networks: DenseNetwork[]): Scaling[] {
  const answers = mixes
    .filter((seconds) => seconds.length > 0)
    .map((seconds) => {
      const scores = seconds.map(({ features }) => meanScores(networks, Float64Array.from(features)));
      return {
        scores: INSTRUMENTS.map((_, i) => surestMean(scores.map((row) => row[i] ?? 0))),
        heard: new Set(seconds.flatMap(({ heard }) => heard)),
      };
    });
  return INSTRUMENTS.map((label, i) => {
    const pairs = answers.map(({ scores, heard }) => ({ score: scores[i] ?? 0, right: heard.has(label) }));
    const even = pairs.filter((_, index) => index % 2 === 0);
    const odd = pairs.filter((_, index) => index % 2 === 1);
    const fitted = fitLogistic(even);
    const said = odd.filter(
      ({ score }) => 1 / (1 + Math.exp(-(fitted.slope * score + fitted.offset))) >= fitted.threshold,
    );
    const right = said.filter((pair) => pair.right).length;
    const present = odd.filter((pair) => pair.right).length;
    process.stdout.write(`${label}: heard in ${present} of ${odd.length}, said ${said.length}, rightly ${right}\n`);
    return fitLogistic(pairs);
  });
}

if (process.argv[1]?.endsWith("training/models/instruments.ts")) for (const file of await train()) writeWeights(file);
