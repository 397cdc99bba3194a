import { standardise } from "./standardise";

/** One convolution over time as stored: rows of 16-bit numbers, each row with a scale of its own. */
export type PackedConvolution = {
  inputs: number;
  outputs: number;
  /** Frames a row looks at, an odd number: the middle one is the frame itself. */
  taps: number;
  /** Frames from one tap to the next. */
  dilation: number;
  /** Base64 of `outputs` rows of `inputs · taps` signed 16-bit numbers. */
  weights: string;
  /** Base64 of one 32-bit float a row: what a number of 1 stands for. */
  scales: string;
  /** Base64 of one 32-bit float a row. */
  biases: string;
};

/** A network over time as stored. The first convolution reads the inputs, the last one makes the outputs. */
export type PackedTemporalNetwork = {
  /** Base64 of one 32-bit float an input: its mean over what the network was fitted on. */
  mean: string;
  /** The same for its deviation, which is never 0. */
  deviation: string;
  layers: readonly PackedConvolution[];
};

/** A convolution with its weights at hand, row by row, input by input, tap by tap. */
export type Convolution = Pick<PackedConvolution, "inputs" | "outputs" | "taps" | "dilation"> & {
  weights: Float32Array;
  biases: Float32Array;
};

/** Inputs further from their mean than this, in deviations, count as this far. */
export const TEMPORAL_INPUT_LIMIT = 4;
/** What is left of a value below zero. */
export const LEAK = 0.1;
/** Zeros before and after every series, so that no convolution looks outside. */
export const PADDING = 512;
/** Some minutes of music. */
const PIECE_FRAMES = 16_384;

/**
 * A network of convolutions over time: standardised inputs, a first convolution, further ones that each add to what
 * they read (He et al., "Deep residual learning", 2016), and linear outputs. All but the last are rectified with a
 * leak. With dilations of 1, 2, 4 … a value depends on seconds around it. Davies & Böck, "Temporal convolutional
 * networks for musical audio beat tracking", EUSIPCO 2019.
 *
 * @example
 * const [beat, downbeat] = new TemporalNetwork(packed).scores(rows, frames); // logits, one a frame
 */
export class TemporalNetwork {
  private readonly mean: Float32Array;
  private readonly deviation: Float32Array;
  private readonly layers: Convolution[];

  constructor(packed: PackedTemporalNetwork) {
    this.mean = floats(packed.mean);
    this.deviation = floats(packed.deviation);
    this.layers = packed.layers.map(unpacked);
  }

  /**
   * @param rows `frames` rows of as many values as the network has inputs
   * @param pieceFrames goes through so many frames at a time, which changes nothing: hours are not held in every layer
   * @returns one series for each output, unbounded, one value a frame
   * @throws RangeError if the rows are too short
   */
  scores(rows: Float32Array, frames: number, pieceFrames = PIECE_FRAMES): Float32Array[] {
    const width = this.mean.length;
    if (rows.length < frames * width) throw new RangeError("fewer rows than frames");
    const outputs = Array.from({ length: this.layers.at(-1)?.outputs ?? 0 }, () => new Float32Array(frames));
    // So far, in frames, a value depends on what is around it.
    const reach = this.layers.reduce((sum, { taps, dilation }) => sum + ((taps - 1) / 2) * dilation, 0);
    for (let from = 0; from < frames; from += pieceFrames) {
      const to = Math.min(frames, from + pieceFrames);
      const [start, end] = [Math.max(0, from - reach), Math.min(frames, to + reach)];
      const piece = this.pieceScores(rows.subarray(start * width, end * width), end - start);
      outputs.forEach((output, i) => {
        output.set(piece[i].subarray(PADDING + from - start, PADDING + to - start), from);
      });
    }
    return outputs;
  }

  private pieceScores(rows: Float32Array, frames: number): Float32Array[] {
    let values = standardisedSeries(rows, frames, this.mean, this.deviation);
    this.layers.forEach((layer, index) => {
      const next = Array.from({ length: layer.outputs }, () => new Float32Array(frames + 2 * PADDING));
      convolve(layer, values, next, frames);
      const last = index === this.layers.length - 1;
      if (!last) for (const series of next) rectify(series, frames);
      if (!last && index > 0) add(next, values, frames);
      values = next;
    });
    return values;
  }
}

/** Rows of inputs as one padded series for each input, standardised. */
export function standardisedSeries(
  rows: Float32Array,
  frames: number,
  mean: ArrayLike<number>,
  deviation: ArrayLike<number>,
): Float32Array[] {
  const width = mean.length;
  return Array.from({ length: width }, (_, input) => {
    const series = new Float32Array(frames + 2 * PADDING);
    for (let t = 0; t < frames; t++) {
      series[PADDING + t] = standardise(rows[t * width + input], mean[input], deviation[input], TEMPORAL_INPUT_LIMIT);
    }
    return series;
  });
}

/** Writes the convolution of padded series into `into`. One tap, or three of an even number of inputs. */
export function convolve(
  { inputs, taps, dilation, weights, biases }: Convolution,
  from: readonly Float32Array[],
  into: readonly Float32Array[],
  frames: number,
): void {
  for (let o = 0; o < into.length; o++) {
    const out = into[o];
    out.fill(biases[o], PADDING, PADDING + frames);
    const at = o * inputs * taps;
    if (taps === 1) {
      for (let i = 0; i < inputs; i++) addScaled(out, from[i], weights[at + i], frames);
      continue;
    }
    // Two at a time, which takes half as long as one after the other.
    for (let i = 0; i < inputs; i += 2) {
      addPair(out, from[i], from[i + 1], weights, at + i * taps, at + (i + 1) * taps, dilation, frames);
    }
  }
}

/** Adds what two series, of three taps each, have to say. A negative dilation looks the other way. */
export function addPair(
  out: Float32Array,
  first: Float32Array,
  second: Float32Array,
  weights: Float32Array,
  firstAt: number,
  secondAt: number,
  dilation: number,
  frames: number,
): void {
  const [a, b, c] = [weights[firstAt], weights[firstAt + 1], weights[firstAt + 2]];
  const [d, e, f] = [weights[secondAt], weights[secondAt + 1], weights[secondAt + 2]];
  const end = PADDING + frames;
  for (let t = PADDING; t < end; t++) {
    out[t] +=
      a * first[t - dilation] +
      b * first[t] +
      c * first[t + dilation] +
      d * second[t - dilation] +
      e * second[t] +
      f * second[t + dilation];
  }
}

function addScaled(out: Float32Array, series: Float32Array, weight: number, frames: number): void {
  for (let t = PADDING; t < PADDING + frames; t++) out[t] += weight * series[t];
}

/** Leaves a tenth of what is below zero, in place. */
export function rectify(series: Float32Array, frames: number): void {
  for (let t = PADDING; t < PADDING + frames; t++) if (series[t] < 0) series[t] *= LEAK;
}

function add(into: readonly Float32Array[], from: readonly Float32Array[], frames: number): void {
  for (let c = 0; c < into.length; c++) {
    const [out, series] = [into[c], from[c]];
    for (let t = PADDING; t < PADDING + frames; t++) out[t] += series[t];
  }
}

function unpacked({ inputs, outputs, taps, dilation, weights, scales, biases }: PackedConvolution): Convolution {
  const rows = new Int16Array(bytes(weights));
  const scale = floats(scales);
  const width = inputs * taps;
  return {
    inputs,
    outputs,
    taps,
    dilation,
    weights: Float32Array.from(rows, (value, i) => value * scale[Math.floor(i / width)]),
    biases: floats(biases),
  };
}

function floats(base64: string): Float32Array {
  return new Float32Array(bytes(base64));
}

function bytes(base64: string): ArrayBuffer {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)).buffer;
}
