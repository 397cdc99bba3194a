import type { NotApplicable } from "@/lib/analysis/record/schema";
import { type Loudness, loudnessValue } from "@/lib/analysis/record/values/loudness";
import { ChannelFaults, EdgeSilence } from "@/lib/dsp/level/channel-faults";
import { channelWeights, LoudnessMeter } from "@/lib/dsp/level/loudness";
import { SignalLevel } from "@/lib/dsp/level/signal-level";
import { TruePeakMeter } from "@/lib/dsp/level/true-peak";
import { msg } from "@/lib/language/text";
import type { Listener, StreamRates } from "./listener";
import type { Measured } from "./measured";
import { valueStep } from "./step";

const GATING_BLOCK_SECONDS = 0.4;

/** Everything about level, from the original channels. */
class LoudnessListener implements Listener {
  private readonly meter: LoudnessMeter;
  private readonly peaks: TruePeakMeter[];
  private readonly level = new SignalLevel();
  private readonly faults: ChannelFaults[];
  private readonly silence = new EdgeSilence();
  private readonly sampleRateHz: number;

  constructor({ sampleRateHz, channels, speakers, maxChunk }: StreamRates) {
    this.sampleRateHz = sampleRateHz;
    this.meter = new LoudnessMeter(sampleRateHz, channelWeights(channels, speakers));
    this.peaks = Array.from({ length: channels }, () => new TruePeakMeter(maxChunk));
    this.faults = Array.from({ length: channels }, () => new ChannelFaults());
  }

  onSignal(channels: Float32Array[], _mono: Float32Array, length: number): void {
    this.meter.push(channels, length);
    this.silence.add(channels, length);
    for (const [index, channel] of channels.entries()) {
      this.peaks[index]?.push(channel, length);
      this.level.add(channel, length);
      this.faults[index]?.add(channel, length);
    }
  }

  finish(durationSeconds: number): Measured<Loudness> {
    for (const meter of this.peaks) meter.finish();
    const { rms } = this.level;
    const samplePeak = Math.max(...this.peaks.map((meter) => meter.samplePeak));
    const result = this.meter.finish();
    const isShort = durationSeconds < GATING_BLOCK_SECONDS;
    const value = {
      ...result,
      ungatedLufs: isShort ? result.ungatedLufs : null,
      truePeakDbtp: decibels(Math.max(...this.peaks.map((meter) => meter.truePeak))),
      samplePeakDbfs: decibels(samplePeak),
      rmsDbfs: decibels(rms),
      crestDb: rms > 0 ? decibels(samplePeak / rms) : null,
      clippingRuns: this.faults.reduce((sum, channel) => sum + channel.clippingRuns, 0),
      dcOffset: farthestFromZero(this.faults.map((channel) => channel.offset)),
      headSilenceSeconds: this.silence.headSamples / this.sampleRateHz,
      tailSilenceSeconds: this.silence.tailSamples / this.sampleRateHz,
      confidence: result.integratedLufs === null ? 0 : 1,
    };
    return value.integratedLufs === null ? { value, absent: absence(durationSeconds, samplePeak) } : { value };
  }
}

function absence(durationSeconds: number, samplePeak: number): NotApplicable {
  if (samplePeak === 0) return { code: "silence", reason: msg("The file is silent.") };
  if (durationSeconds < GATING_BLOCK_SECONDS) {
    return {
      code: "too_short",
      reason: msg(
        "Loudness is defined over 0.4 seconds or more. This sound is shorter, so its level is measured without a gate.",
      ),
    };
  }
  return {
    code: "too_quiet",
    reason: msg("Nothing in the file is louder than -70 LUFS, the standard's silence gate."),
  };
}

function farthestFromZero(values: number[]): number {
  return values.reduce((far, value) => (Math.abs(value) > Math.abs(far) ? value : far), 0);
}

/** 20·lg of the amplitude; null for 0. */
function decibels(amplitude: number): number | null {
  return amplitude > 0 ? 20 * Math.log10(amplitude) : null;
}

export const loudnessStep = valueStep(loudnessValue, {
  listen: (rates) => new LoudnessListener(rates),
  compute: ({ durationSeconds, heard }) => heard.finish(durationSeconds),
});
