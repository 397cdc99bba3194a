import { SeededRandom } from "@/bench/statistics/seeded-random";
import { ASPECT_DIMENSIONS, ASPECTS, type Aspect, VECTOR_DIMENSIONS } from "@/lib/similarity/schema";
import { ZipfRanks } from "./distributions";
import { SOUND_CLASSES } from "./sound-classes";

/**
 * How generated embeddings lie. `alike`: as those of real files do. `independent`: each aspect has clusters of its own
 * that say nothing about the other two, which is hard for every index that groups whole vectors.
 */
export type SoundSpread = "alike" | "independent";

interface AspectShape {
  /** Length of the mean of real vectors. */
  meanLength: number;
  /** Shares of the variance along the first principal axes of real vectors. */
  spectrum: readonly number[];
  /** Weights of what places a sound: its kind, class, pack, series, and itself. Their squares sum to 1. */
  parts: { kind: number; class: number; pack: number; series: number; own: number };
}

// Means and spectra were measured on the 200 files of a labelled folder (48 pieces, 27 loops, 125 one-shots) with
// analyser 1.6. The parts were chosen so that the cosines of pairs, nearest and tenth neighbours lie where those of the
// real files do; `npm run bench:data -- --spread` prints both.
const SHAPES: Record<Aspect, AspectShape> = {
  timbre: {
    meanLength: 0.325,
    spectrum: [
      0.3304, 0.1471, 0.1102, 0.0628, 0.0494, 0.0338, 0.0279, 0.022, 0.0204, 0.0193, 0.0153, 0.0144, 0.014, 0.0132,
      0.0106, 0.0102, 0.009, 0.0082, 0.0079, 0.0077,
    ],
    parts: { kind: 0.4, class: 0.4, pack: 0.2, series: 0.5, own: 0.62 },
  },
  rhythm: {
    meanLength: 0.362,
    spectrum: [
      0.455, 0.1348, 0.0883, 0.0584, 0.0476, 0.0394, 0.03, 0.0242, 0.0208, 0.0163, 0.0125, 0.0117, 0.0079, 0.0078,
      0.0067, 0.0054,
    ],
    parts: { kind: 0.4, class: 0.3, pack: 0.2, series: 0.75, own: 0.4 },
  },
  harmony: {
    meanLength: 0.767,
    spectrum: [
      0.2946, 0.1254, 0.1051, 0.0744, 0.071, 0.061, 0.0545, 0.0427, 0.037, 0.0354, 0.0264, 0.0164, 0.0149, 0.0124,
    ],
    parts: { kind: 0.1, class: 0.25, pack: 0.2, series: 0.7, own: 0.63 },
  },
};

/** How far from the mean the harmony of a sound without and with clear pitches is, beside the average. */
const UNCLEAR = 0.15;
const CLEAR = 1.9;

const CLUSTERS = 1000;
/** Cosine between a sound and the middle of its cluster, in the mode `independent`. */
const CLUSTER_COSINE = 0.8;

/** A place on the principal axes of each aspect. */
export type Place = Record<Aspect, readonly number[]>;

/** Where a sample stands among others: what it shares with its pack and with the series of similar sounds in it. */
export interface SoundContext {
  classIndex: number;
  /** 0 … 1, of the series: how clear its pitches are. The harmony of drums is much the same everywhere. */
  clarity: number;
  pack: Place;
  series: Place;
}

/** Drawing from a table is twelve times faster than drawing a bell-shaped number, and there are fifty in each vector. */
const BELLS = bells(new SeededRandom(2), 4096);

const KIND_NAMES = ["one-shot", "loop", "track"] as const;
const clusterRanks = new ZipfRanks(CLUSTERS, 0.6, 5);

/** Draws the embeddings of one library. */
export class SoundSpace {
  private readonly axes: Record<Aspect, Float64Array[]>;
  private readonly kinds: Place[];
  private readonly classes: Place[];
  private readonly clusters: Record<Aspect, Float64Array[]>;

  constructor(
    seed: number,
    private readonly spread: SoundSpread,
  ) {
    const random = new SeededRandom(seed ^ 0x5eed);
    this.axes = perAspect((aspect) => orthonormalAxes(random, ASPECT_DIMENSIONS[aspect]));
    this.kinds = KIND_NAMES.map(() => this.drawPlace(random));
    this.classes = SOUND_CLASSES.map(() => this.drawPlace(random));
    this.clusters = perAspect((aspect) =>
      spread === "alike" ? [] : Array.from({ length: CLUSTERS }, () => bells(random, ASPECT_DIMENSIONS[aspect])),
    );
  }

  /** A place for a pack or a series. */
  drawPlace(random: SeededRandom): Place {
    return perAspect((aspect) => {
      if (this.spread === "alike") return SHAPES[aspect].spectrum.map(() => tableBell(random));
      return [clusterRanks.draw(random)];
    });
  }

  /** 96 numbers, each aspect of length 1. */
  drawVector(random: SeededRandom, context: SoundContext): Float32Array {
    const vector = new Float32Array(VECTOR_DIMENSIONS);
    let offset = 0;
    for (const aspect of ASPECTS) {
      const part =
        this.spread === "alike" ? this.alike(random, aspect, context) : this.clustered(random, aspect, context);
      const scale = 1 / lengthOf(part);
      for (let i = 0; i < part.length; i++) vector[offset + i] = (part[i] as number) * scale;
      offset += part.length;
    }
    return vector;
  }

  private alike(random: SeededRandom, aspect: Aspect, context: SoundContext): Float64Array {
    const { meanLength, spectrum, parts } = SHAPES[aspect];
    const soundClass = SOUND_CLASSES[context.classIndex] as (typeof SOUND_CLASSES)[number];
    const kind = (this.kinds[KIND_NAMES.indexOf(soundClass.kind)] as Place)[aspect];
    const ofClass = (this.classes[context.classIndex] as Place)[aspect];
    const { pack, series } = context;
    const axes = this.axes[aspect];
    const result = new Float64Array(ASPECT_DIMENSIONS[aspect]);
    const clarity = aspect === "harmony" ? UNCLEAR + (CLEAR - UNCLEAR) * context.clarity : 1;
    const variance = (1 - meanLength * meanLength) * clarity * clarity;
    addScaled(result, axes[axes.length - 1] as Float64Array, meanLength);
    for (let axis = 0; axis < spectrum.length; axis++) {
      const place =
        parts.kind * (kind[axis] as number) +
        parts.class * (ofClass[axis] as number) +
        parts.pack * (pack[aspect][axis] as number) +
        parts.series * (series[aspect][axis] as number) +
        parts.own * tableBell(random);
      addScaled(result, axes[axis] as Float64Array, place * Math.sqrt(variance * (spectrum[axis] as number)));
    }
    return result;
  }

  private clustered(random: SeededRandom, aspect: Aspect, { series }: SoundContext): Float64Array {
    const centre = this.clusters[aspect][series[aspect][0] as number] as Float64Array;
    const own = Math.sqrt(1 - CLUSTER_COSINE ** 2);
    return centre.map((value) => CLUSTER_COSINE * value + own * tableBell(random));
  }
}

function perAspect<T>(make: (aspect: Aspect) => T): Record<Aspect, T> {
  return { timbre: make("timbre"), rhythm: make("rhythm"), harmony: make("harmony") };
}

function bells(random: SeededRandom, count: number): Float64Array {
  return Float64Array.from({ length: count }, () => random.bell());
}

function tableBell(random: SeededRandom): number {
  return BELLS[Math.floor(random.next() * BELLS.length)] as number;
}

function lengthOf(values: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += (values[i] as number) ** 2;
  return Math.sqrt(sum);
}

function addScaled(target: Float64Array, values: Float64Array, scale: number): void {
  for (let i = 0; i < target.length; i++) target[i] = (target[i] as number) + (values[i] as number) * scale;
}

/** As many vectors of length 1 as there are dimensions, at right angles to each other. Gram & Schmidt. */
function orthonormalAxes(random: SeededRandom, dimensions: number): Float64Array[] {
  const axes: Float64Array[] = [];
  while (axes.length < dimensions) {
    const axis = bells(random, dimensions);
    for (const other of axes)
      addScaled(axis, other, -axis.reduce((sum, value, i) => sum + value * (other[i] as number), 0));
    const length = lengthOf(axis);
    axes.push(axis.map((value) => value / length));
  }
  return axes;
}
