import { channelWeights, LoudnessMeter } from "@/lib/dsp/level/loudness";
import { TruePeakMeter } from "@/lib/dsp/level/true-peak";
import { RecentPower } from "./recent-power";

/** The processor's name in an audio context. */
export const METER_PROCESSOR = "samplemind-meter";

/** More than a browser ever hands over at once. */
const CHUNK_MAX_SAMPLES = 16_384;

/** What the meters show at one moment. A level is −∞ dB for silence. */
export interface MeterReading {
  /** How much was heard since the start of the measurement. */
  seconds: number;
  /** The largest since the reading before, for each channel: one for a mono sound. */
  truePeakDb: number[];
  /** Of the last 0.3 s, for each channel. A full-scale sine reads −3 dBFS, as in the record. */
  rmsDb: number[];
  /** −1 to 1; null for a mono sound, and if a channel is silent. */
  correlation: number | null;
  momentaryLufs: number;
  shortTermLufs: number;
  /** Null while nothing was above the gate of −70 LUFS. */
  momentaryMaxLufs: number | null;
  shortTermMaxLufs: number | null;
  /** Of everything since the start of the measurement. */
  integratedLufs: number | null;
  /** The samples since the reading before. */
  left: Float32Array<ArrayBuffer>;
  right: Float32Array<ArrayBuffer>;
}

/**
 * Measures what is heard while it is heard. Loudness and true peak are those of the analysis: the same filters, the same
 * steps, so that a file played from start to end reads as its record says.
 */
export class LiveMeter {
  private loudness: LoudnessMeter;
  private readonly power: RecentPower;
  private readonly peaks: TruePeakMeter[];
  private readonly recent: [Float32Array, Float32Array];
  private filled = 0;
  private samples = 0;
  private integrated: { lufs: number | null; atSecond: number } = { lufs: null, atSecond: 0 };

  /**
   * @param channels 1 or 2
   * @param readingSamples how much is heard from reading to reading
   */
  constructor(
    private readonly sampleRateHz: number,
    private readonly channels: number,
    private readonly readingSamples: number,
  ) {
    this.loudness = this.newLoudness();
    this.power = new RecentPower(sampleRateHz);
    this.peaks = Array.from({ length: channels }, () => new TruePeakMeter(CHUNK_MAX_SAMPLES));
    const size = readingSamples + CHUNK_MAX_SAMPLES;
    this.recent = [new Float32Array(size), new Float32Array(size)];
  }

  /** Takes the first `length` samples of each channel. Returns whether a reading is due. */
  push(block: Float32Array[], length: number): boolean {
    const left = block[0];
    if (!left) return false;
    const right = (this.channels > 1 ? block[1] : left) ?? left;
    this.loudness.push(this.channels > 1 ? [left, right] : [left], length);
    this.power.push(left, right, length);
    this.peaks[0]?.push(left, length);
    this.peaks[1]?.push(right, length);
    this.recent[0].set(left.subarray(0, length), this.filled);
    this.recent[1].set(right.subarray(0, length), this.filled);
    this.filled += length;
    this.samples += length;
    return this.filled >= this.readingSamples;
  }

  /** What stands on the meters now. The next reading begins here. */
  read(): MeterReading {
    const { loudness } = this;
    const truePeakDb = this.peaks.map(({ truePeak }) => decibels(truePeak));
    for (const peak of this.peaks) peak.restart();
    const [left, right] = this.recent.map((samples) => samples.slice(0, this.filled)) as [
      Float32Array<ArrayBuffer>,
      Float32Array<ArrayBuffer>,
    ];
    this.filled = 0;
    return {
      seconds: this.samples / this.sampleRateHz,
      truePeakDb,
      rmsDb: this.power.rms().slice(0, this.channels).map(decibels),
      correlation: this.channels > 1 ? this.power.correlation() : null,
      momentaryLufs: loudness.momentaryLufs,
      shortTermLufs: loudness.shortTermLufs,
      momentaryMaxLufs: loudness.momentaryMaxLufs,
      shortTermMaxLufs: loudness.shortTermMaxLufs,
      integratedLufs: this.integratedLufs(),
      left,
      right,
    };
  }

  /** Begins the measurement of loudness again. */
  restart(): void {
    this.loudness = this.newLoudness();
    this.samples = 0;
    this.integrated = { lufs: null, atSecond: 0 };
  }

  /** Once a second: it takes longer the more was heard. */
  private integratedLufs(): number | null {
    const second = Math.floor(this.samples / this.sampleRateHz);
    if (second !== this.integrated.atSecond) this.integrated = { lufs: this.loudness.integratedLufs, atSecond: second };
    return this.integrated.lufs;
  }

  private newLoudness(): LoudnessMeter {
    return new LoudnessMeter(this.sampleRateHz, channelWeights(this.channels));
  }
}

const decibels = (amplitude: number) => 20 * Math.log10(amplitude);
