import { SparseBank } from "./filter-bank";

/** Bands of 22 Hz where a transform of 2048 points tells no finer ones apart, and a quarter of an octave above. */
const LINEAR_BANDS = 7;
const LOW_HZ = 30;
const LINEAR_HZ = 22;
const LOG_BANDS = 25;
const HIGH_HZ = 15_000;
export const PRINT_BANDS = LINEAR_BANDS + LOG_BANDS;
/** Bands from this one on are above 900 Hz. */
export const FIRST_HIGH_BAND = 16;
/** Frames of 10 ms: the first 2.56 s that sound. */
export const PRINT_FRAMES = 256;
/** Levels are counted in quarters of a decibel, that of a whole frame in halves. */
export const STEPS_PER_DB = 4;
const FRAME_STEPS = 2;
/** The loudest band of the frame, then each band below it. */
const FRAME_BYTES = 1 + PRINT_BANDS;
/** Frames with less power than this (about −75 dBFS), or 60 dB below the loudest, do not sound. */
const SILENCE_DB = -75;
const SOUNDING_DB = 60;
const POWER_FLOOR = 1e-12;
/** Flags and the number of frames, before the frames. */
const PRINT_HEAD_BYTES = 3;
const IS_WHOLE = 1;

/** How the beginning of a sound runs, in bands. */
export interface SoundPrint {
  /** The sound ends within it. */
  isWhole: boolean;
  frames: number;
  /** `frames` times 32 levels in quarters of a decibel. The loudest is 0, all others are below. */
  levels: Int16Array;
}

/**
 * Keeps the levels of 32 bands during the first 2.56 s that sound, from a stream of power spectra, 100 a second. Unlike
 * the words of a `Fingerprinter`, which look back over half a second, a frame knows only its own 46 ms. So a short
 * sound that lost its beginning still has the rest in common with the whole.
 */
export class SoundPrinter {
  private readonly bank: SparseBank;
  private readonly bands = new Float64Array(PRINT_BANDS);
  private readonly decibels = new Float32Array(PRINT_BANDS * PRINT_FRAMES);
  private readonly frameDb = new Float32Array(PRINT_FRAMES);
  private frames = 0;
  private loudestDb = SILENCE_DB;
  private goesOn = false;

  constructor(sampleRateHz: number, fftSize: number) {
    this.bank = printBank(sampleRateHz / fftSize);
  }

  /** One power spectrum of `fftSize / 2 + 1` bins. */
  push(power: Float64Array): void {
    if (this.goesOn) return;
    const { bands, frames } = this;
    this.bank.apply(power, bands);
    let total = 0;
    for (const band of bands) total += band;
    const level = 10 * Math.log10(total + POWER_FLOOR);
    if (frames === PRINT_FRAMES) {
      this.goesOn = level > Math.max(SILENCE_DB, this.loudestDb - SOUNDING_DB);
      return;
    }
    if (frames === 0 && level <= SILENCE_DB) return;
    this.frameDb[frames] = level;
    this.loudestDb = Math.max(this.loudestDb, level);
    for (let b = 0; b < PRINT_BANDS; b++) {
      this.decibels[frames * PRINT_BANDS + b] = 10 * Math.log10(bands[b] + POWER_FLOOR);
    }
    this.frames++;
  }

  /** The bytes that `readSoundPrint` reads; none if nothing sounds. */
  finish(): Uint8Array {
    const level = this.frameDb.subarray(0, this.frames);
    if (level.length === 0) return new Uint8Array(0);
    const floor = Math.max(SILENCE_DB, this.loudestDb - SOUNDING_DB);
    const from = level.findIndex((db) => db > floor);
    const to = this.goesOn ? this.frames : level.findLastIndex((db) => db > floor) + 1;
    const bytes = new Uint8Array(PRINT_HEAD_BYTES + FRAME_BYTES * (to - from));
    bytes[0] = this.goesOn ? 0 : IS_WHOLE;
    new DataView(bytes.buffer).setUint16(1, to - from, true);
    const frames = Array.from({ length: to - from }, (_, t) =>
      this.decibels.subarray((from + t) * PRINT_BANDS, (from + t + 1) * PRINT_BANDS),
    );
    const loudest = Math.max(...frames.map((frame) => Math.max(...frame)));
    frames.forEach((frame, t) => {
      writeFrame(frame, loudest, bytes.subarray(PRINT_HEAD_BYTES + FRAME_BYTES * t));
    });
    return bytes;
  }
}

function writeFrame(decibels: Float32Array, loudest: number, bytes: Uint8Array): void {
  const below = Math.min(255, Math.floor(((loudest - Math.max(...decibels)) * STEPS_PER_DB) / FRAME_STEPS));
  bytes[0] = below;
  decibels.forEach((db, b) => {
    bytes[1 + b] = Math.min(255, Math.round((loudest - db) * STEPS_PER_DB) - FRAME_STEPS * below);
  });
}

/** Null if the bytes are no print. */
export function readSoundPrint(bytes: Uint8Array): SoundPrint | null {
  if (bytes.length < PRINT_HEAD_BYTES) return null;
  const frames = bytes[1] + 256 * bytes[2];
  if (frames === 0 || frames > PRINT_FRAMES || bytes.length !== PRINT_HEAD_BYTES + FRAME_BYTES * frames) return null;
  const levels = new Int16Array(PRINT_BANDS * frames);
  for (let t = 0; t < frames; t++) {
    const at = PRINT_HEAD_BYTES + FRAME_BYTES * t;
    for (let b = 0; b < PRINT_BANDS; b++) levels[t * PRINT_BANDS + b] = -FRAME_STEPS * bytes[at] - bytes[at + 1 + b];
  }
  return { isWhole: (bytes[0] & IS_WHOLE) !== 0, frames, levels };
}

/** Rectangular bands without gaps. Their edges may lie within bins. */
function printBank(binHz: number): SparseBank {
  const ratio = HIGH_HZ / (LOW_HZ + LINEAR_HZ * LINEAR_BANDS);
  const edgeHz = (b: number) =>
    b <= LINEAR_BANDS
      ? LOW_HZ + LINEAR_HZ * b
      : (LOW_HZ + LINEAR_HZ * LINEAR_BANDS) * ratio ** ((b - LINEAR_BANDS) / LOG_BANDS);
  // Bin k stands for what lies nearest to it, from k − 1/2 to k + 1/2.
  const edge = (b: number) => edgeHz(b) / binHz + 0.5;
  return new SparseBank(
    Array.from({ length: PRINT_BANDS }, (_, b) => {
      const [from, to] = [edge(b), edge(b + 1)];
      const start = Math.floor(from);
      const weights: number[] = [];
      for (let k = start; k < to; k++) weights.push(Math.max(0, Math.min(k + 1, to) - Math.max(k, from)));
      return { start, weights };
    }),
  );
}
