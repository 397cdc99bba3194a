import { INSTRUMENTS, type Instrument } from "@/lib/analysis/record/values/instruments";
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
import { fitLogistic, fitTemperature, type Scaling, scaledShare } from "@/training/learn/scaling";
import { defineModel } from "@/training/learn/trainer";
import type { WeightFile } from "@/training/learn/weight-file";
import { HELD_OUT_KITS, heldOutPrograms } from "@/training/sounds/general-midi";

/** What a mixing desk and a trimmed tail do to a sound is added to the shapes that do not vary in time or frequency. */
const COLOUR = 1.4;
const LENGTH = 1;
const NOISE = 0.5;

const SINGLE: Omit<DenseOptions, "seed"> = {
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
/** The part of the wanted answer that is spread evenly over all labels: no sound is certain. */
const SMOOTHING = 0.05;
const SYNTHESIS_SEEDS = [1, 2, 3, 4, 5, 6, 7, 8];
const HELD_OUT_SEED = 9;
const PER_SHARE = 75;
/** Seeds of mixes: the first, and how many. */
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

type Examples = {
  sounds: MeasuredSound[];
  /** Single sounds that no network learns from: of other seeds, and of another sound font. */
  otherSeeds: MeasuredSound[];
  otherFont: MeasuredSound[];
  mixes: MeasuredMix[];
  /** Mixes of sounds that no network learns from. */
  otherMixes: MeasuredMix[];
};
type Weights = {
  single: { labels: readonly string[]; temperature: number; networks: readonly PackedNetwork[] };
  mix: { labels: readonly string[]; scaling: readonly Scaling[]; networks: readonly PackedNetwork[] };
};
/** Confusion tables of a network that did not learn from the sounds, and how often mixes were named rightly. */
type Findings = { held: Judged; otherFont: Judged; mixLines: string };
type Judged = { temperature: number; table: string };

/** The names of single sounds, and the instruments of a mix. */
export const instruments = defineModel<Examples, Weights, Findings>({
  name: "instruments",
  examples: async () => ({
    sounds: await singleSounds(),
    otherSeeds: await synthesisedLessons(PER_SHARE / 3, HELD_OUT_SEED),
    otherFont: await sampledLessons(soundFontPath("trial"), 0, 3),
    mixes: await learnedMixes(),
    otherMixes: await mixLessons("held-out", ...HELD_OUT_MIXES, () =>
      poolOf(soundFontPath("fluid"), HELD_OUT_SEED, isHeldOut),
    ),
  }),
  train: (examples) => {
    const { held, otherFont } = trySingle(examples);
    const single = networksOf(singleLessons(examples.sounds), SINGLE, NETWORKS);
    const mix = networksOf(mixesToLessons(examples.mixes), MIX, NETWORKS);
    const { scaling, lines } = scalingOf(examples.otherMixes, mix);
    return {
      weights: {
        single: { labels: INSTRUMENTS, temperature: held.temperature, networks: single },
        mix: { labels: INSTRUMENTS, scaling, networks: mix },
      },
      findings: { held, otherFont, mixLines: lines },
    };
  },
  report: ({ findings: { held, otherFont, mixLines } }) =>
    [
      `other seeds, programs and kits, temperature ${held.temperature}\n${held.table}\n`,
      `another sound font, temperature ${otherFont.temperature}\n${otherFont.table}\n`,
      mixLines,
    ].join(""),
  weightFiles,
});

async function singleSounds(): Promise<MeasuredSound[]> {
  const sounds: MeasuredSound[] = [];
  for (const seed of SYNTHESIS_SEEDS) sounds.push(...(await synthesisedLessons(PER_SHARE, seed)));
  sounds.push(...(await sampledLessons(soundFontPath("fluid"), 2, 1)));
  return [...sounds, ...(await sampledLessons(soundFontPath("musescore"), 1, 2))];
}

async function learnedMixes(): Promise<MeasuredMix[]> {
  const mixes: MeasuredMix[] = [];
  const pool = () => poolOf(soundFontPath("fluid"), 1, (group) => !isHeldOut(group));
  for (const [from, count] of MIXES) mixes.push(...(await mixLessons("learned", from, count, pool)));
  return mixes;
}

/** Programs and kits that are kept apart, to see how well what is learned carries over. */
function isHeldOut(group: string): boolean {
  return HELD_OUT_KITS.has(group) || heldOutPrograms().has(group);
}

/**
 * How one network does on sounds it never learned from. The temperature that makes it honest on other seeds, programs
 * and kits is the one that is written.
 */
function trySingle({ sounds, otherSeeds, otherFont }: Examples): Pick<Findings, "held" | "otherFont"> {
  const learned = sounds.filter(({ group }) => !isHeldOut(group));
  const networks = networksOf(singleLessons(learned), SINGLE, 1).map((packed) => new DenseNetwork(packed));
  const held = [...otherSeeds, ...sounds.filter(({ group }) => isHeldOut(group))];
  return { held: judged(held, networks), otherFont: judged(otherFont, networks) };
}

function judged(sounds: readonly MeasuredSound[], networks: readonly DenseNetwork[]): Judged {
  const scores = sounds.map(({ features }) => meanScores(networks, essence(features)));
  const wanted = sounds.map(({ label }) => INSTRUMENTS.indexOf(label));
  const answered = scores.map((row) => row.indexOf(row.reduce((best, score) => Math.max(best, score))));
  return { temperature: fitTemperature(scores, wanted), table: confusionTable(INSTRUMENTS, wanted, answered) };
}

function singleLessons(sounds: readonly MeasuredSound[]): Lesson[] {
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

function mixesToLessons(mixes: readonly MeasuredMix[]): Lesson[] {
  return mixes.flat().map(({ features, heard }) => ({
    features,
    wanted: Float32Array.from(INSTRUMENTS, (label) => (heard.includes(label) ? 1 - SMOOTHING / 2 : SMOOTHING / 2)),
    weight: 1,
  }));
}

function networksOf(lessons: Lesson[], options: Omit<DenseOptions, "seed">, count: number): PackedNetwork[] {
  return Array.from({ length: count }, (_, seed) => trainDense(lessons, { ...options, seed: seed + 1 }));
}

/** The lines are of a scaling that is fitted on one half of the mixes and tried on the other. */
function scalingOf(mixes: readonly MeasuredMix[], packed: readonly PackedNetwork[]) {
  const networks = packed.map((each) => new DenseNetwork(each));
  const answers = mixes
    .filter((seconds) => seconds.length > 0)
    .map((seconds) => {
      const scores = seconds.map(({ features }) => meanScores(networks, Float64Array.from(features)));
      return {
        scores: INSTRUMENTS.map((_, i) => surestMean(scores.map((row) => row[i] ?? 0))),
        heard: new Set(seconds.flatMap(({ heard }) => heard)),
      };
    });
  const byLabel = INSTRUMENTS.map((label, i) => {
    const pairs = answers.map(({ scores, heard }) => ({ score: scores[i] ?? 0, right: heard.has(label) }));
    const fitted = fitLogistic(pairs.filter((_, index) => index % 2 === 0));
    const tried = pairs.filter((_, index) => index % 2 === 1);
    const named = tried.filter(({ score }) => scaledShare(score, fitted) >= fitted.threshold);
    const right = named.filter((pair) => pair.right).length;
    const present = tried.filter((pair) => pair.right).length;
    const line = `${label}: in ${present} of ${tried.length} mixes, named in ${named.length}, rightly in ${right}\n`;
    return { scaling: fitLogistic(pairs), line };
  });
  return { scaling: byLabel.map(({ scaling }) => scaling), lines: byLabel.map(({ line }) => line).join("") };
}

function weightFiles({ single, mix }: Weights): WeightFile[] {
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
