import { logBank, type SparseBank } from "@/lib/dsp/spectrum/filter-bank";
import { GrowingList } from "@/lib/dsp/stream/growing-list";
import { BeatFrames } from "./beat-frames";

/** Bands of onset strength: below 160 Hz, up to 2500 Hz, and above. */
export const ONSET_BANDS = ["low", "mid", "high"] as const;
const BAND_EDGES_HZ = [160, 2500];
const BANDS_PER_OCTAVE = 12;
const LOW_HZ = 30;
const HIGH_HZ = 16000;
/** How far apart the two frames are that are compared: 20 ms at 100 frames a second. */
const LAG_FRAMES = 2;
/** Frames read ahead before a frame is judged, so that the reference level knows what is about to come. */
const LOOKAHEAD_FRAMES = 200;
/** The reference level halves in 20 s at 100 frames a second. */
const REFERENCE_DECAY_PER_FRAME = 0.5 ** (1 / 2000);
/** Magnitudes are compressed as lg(1 + COMPRESSION · magnitude / reference). */
const COMPRESSION = 300;

/**
 * Onset strength in three bands, one value a frame, not negative: the rise of compressed magnitudes of log-spaced bands
 * over two frames. Each is compared with the largest of three neighbours in the earlier frame, so that vibrato does not
 * count. Magnitudes are relative to the recent peak, so that the gain does not matter.
 * Böck & Widmer, "Maximum filter vibrato suppression for onset detection", DAFx 2013.
 *
 * @example
 * const onsets = new OnsetStrength(44100, 2048);
 * for (const power of spectra) onsets.push(power); // 100 a second
 * onsets.finish();
 * const [low, mid, high] = onsets.strengths.map((list) => list.view());
 */
export class OnsetStrength {
  /** One list for each of `ONSET_BANDS`; complete after `finish`. */
  readonly strengths = ONSET_BANDS.map(() => new GrowingList());
  /** The same in more bands, with what else the beat is heard by. */
  readonly frames: BeatFrames;
  private readonly bank: SparseBank;
  private readonly bandEnds: number[];
  private readonly ring: Float64Array;
  private readonly magnitudes: Float64Array;
  private readonly current: Float64Array;
  private readonly rises: Float64Array;
  private readonly previous: Float64Array[];
  private pushed = 0;
  private judged = 0;
  private reference = 0;

  constructor(sampleRateHz: number, fftSize: number) {
    const { bank, centresHz } = logBank({
      sampleRateHz,
      fftSize,
      bandsPerOctave: BANDS_PER_OCTAVE,
      lowHz: LOW_HZ,
      highHz: HIGH_HZ,
    });
    this.bank = bank;
    this.bandEnds = BAND_EDGES_HZ.map((edge) => centresHz.filter((hz) => hz < edge).length).concat(bank.bands);
    this.ring = new Float64Array(bank.bands * LOOKAHEAD_FRAMES);
    this.magnitudes = new Float64Array(bank.bands);
    this.current = new Float64Array(bank.bands);
    this.rises = new Float64Array(bank.bands);
    this.frames = new BeatFrames(centresHz);
    this.previous = Array.from({ length: LAG_FRAMES }, () => new Float64Array(bank.bands));
  }

  /** One frame: a power spectrum of `fftSize / 2 + 1` bins. */
  push(power: Float64Array): void {
    const { bank, magnitudes, ring } = this;
    bank.apply(power, magnitudes);
    let peak = 0;
    for (let b = 0; b < bank.bands; b++) {
      magnitudes[b] = Math.sqrt(magnitudes[b]);
      if (magnitudes[b] > peak) peak = magnitudes[b];
    }
    this.reference = Math.max(this.reference * REFERENCE_DECAY_PER_FRAME, peak);
    if (this.pushed - this.judged === LOOKAHEAD_FRAMES) this.judge();
    ring.set(magnitudes, (this.pushed % LOOKAHEAD_FRAMES) * bank.bands);
    this.pushed++;
  }

  /** Judges the frames that were waiting for what follows. Once, after the last frame. */
  finish(): void {
    while (this.judged < this.pushed) this.judge();
  }

  private judge(): void {
    const { bank, ring, current, rises, previous, bandEnds } = this;
    const offset = (this.judged % LOOKAHEAD_FRAMES) * bank.bands;
    const scale = this.reference > 0 ? COMPRESSION / this.reference : 0;
    for (let b = 0; b < bank.bands; b++) current[b] = Math.log10(1 + scale * ring[offset + b]);
    const before = previous[this.judged % LAG_FRAMES];
    let b = 0;
    for (let band = 0; band < bandEnds.length; band++) {
      let sum = 0;
      for (; b < bandEnds[band]; b++) {
        let earlier = before[b];
        if (b > 0 && before[b - 1] > earlier) earlier = before[b - 1];
        if (b + 1 < bank.bands && before[b + 1] > earlier) earlier = before[b + 1];
        rises[b] = current[b] > earlier ? current[b] - earlier : 0;
        sum += rises[b];
      }
      this.strengths[band].push(sum);
    }
    this.frames.push(rises, current);
    before.set(current);
    this.judged++;
  }
}
