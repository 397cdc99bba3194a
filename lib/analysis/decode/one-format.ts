import { Resampler } from "@/lib/dsp/transform/resample";
import type { DecodedBlock } from "./decoders/decoded-block";

/** Audible up to 20 kHz at 44.1 kHz, and nothing above half the rate comes back as another tone. */
const QUALITY = { passband: 0.455, stopband: 0.5 };
/** A resampler's table takes a tenth of a second. */
const MOST_CHANGES = 40;
/** Half as loud as the sum of two channels: what a side channel is in a mix for fewer speakers. */
const SIDE_GAIN = Math.SQRT1_2;

/**
 * Brings every block to one rate and one number of channels: those of the first. A file whose format changes midway is
 * then measured to its end.
 */
export class OneFormat {
  private resamplers: Resampler[] = [];
  private changes = 0;
  private fromHz: number;

  constructor(
    private readonly sampleRateHz: number,
    private readonly channels: number,
  ) {
    this.fromHz = sampleRateHz;
  }

  /** Whether a block can be brought to the format. A file that changes its rate all the time is no recording. */
  takes(block: DecodedBlock): boolean {
    return block.sampleRateHz === this.fromHz || this.changes < MOST_CHANGES;
  }

  /** The blocks that one block becomes. Most come out as they are. */
  *push(block: DecodedBlock): Generator<Float32Array[]> {
    if (block.sampleRateHz !== this.fromHz) {
      yield* this.finish();
      this.changes++;
      this.fromHz = block.sampleRateHz;
      this.resamplers = Array.from(
        { length: this.fromHz === this.sampleRateHz ? 0 : this.channels },
        () => new Resampler({ fromHz: this.fromHz, toHz: this.sampleRateHz, ...QUALITY }),
      );
    }
    const mixed = mixedTo(block.channelData, this.channels);
    if (this.resamplers.length === 0) {
      yield mixed;
      return;
    }
    yield this.resampled((resampler, channel) => resampler.process(mixed[channel] as Float32Array));
  }

  /** What the resamplers have held back: after the last block, or before a block of another rate. */
  *finish(): Generator<Float32Array[]> {
    if (this.resamplers.length === 0) return;
    yield this.resampled((resampler) => resampler.finish());
    this.resamplers = [];
    this.fromHz = this.sampleRateHz;
  }

  private resampled(step: (resampler: Resampler, channel: number) => void): Float32Array[] {
    return this.resamplers.map((resampler, channel) => {
      step(resampler, channel);
      return resampler.output.slice(0, resampler.outputLength);
    });
  }
}

const empty = new Float32Array(0);

/**
 * The block with so many channels. Some decoders return mono twice, or identical stereo once; loudness depends on it,
 * since the same signal in two channels is 3.01 LU louder than in one. Of surround, centre and sides go to both fronts.
 */
export function mixedTo(channelData: Float32Array[], channels: number): Float32Array[] {
  if (channelData.length === channels) return channelData;
  const [left = empty, right = left] = channelData;
  if (channelData.length === 1) return Array.from({ length: channels }, () => left);
  if (channels === 1) return [averaged(channelData)];
  const silence = new Float32Array(left.length);
  if (channels > 2) return Array.from({ length: channels }, (_, index) => channelData[index] ?? silence);
  // L R C LFE, then pairs. Without an LFE, as in four channels, the fourth belongs to a pair.
  const sides = channelData.length > 4 ? channelData.slice(4) : channelData.slice(3);
  const centre = channelData[2] ?? silence;
  return [left, right].map((front, side) =>
    front.map((sample, at) => {
      const around = sides.reduce(
        (sum, samples, index) => (index % 2 === side ? sum + (samples[at] as number) : sum),
        0,
      );
      return sample + SIDE_GAIN * ((centre[at] as number) + around);
    }),
  );
}

function averaged(channelData: Float32Array[]): Float32Array {
  const first = channelData[0] ?? empty;
  return first.map(
    (_, at) => channelData.reduce((sum, samples) => sum + (samples[at] as number), 0) / channelData.length,
  );
}
