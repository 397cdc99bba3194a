import { basename, join } from "node:path";
import { type LabelledFile, readLabels } from "@/bench/labels/labelled-file";
import { openFileSource } from "@/lib/analysis/decode/containers/byte-source";
import { probeAudio } from "@/lib/analysis/decode/containers/container";
import { decodeAudio } from "@/lib/analysis/decode/decode";
import { clicks } from "@/lib/dsp/testing/test-signals";
import { timeStretch } from "@/lib/dsp/transform/time-stretch";
import { wavFile } from "@/tests/fixtures/wav-file";
import { attacks } from "./envelope";
import type { Reference } from "./offsets";

/** Breaks and beats as people made them, in three formats. */
const LOOPS = [
  "loops/loop_amen_full.flac",
  "loops/arovane_beat_a.ogg",
  "loops/sadb_drum-loops-pack-zero_crank_90bpm_6bars.mp3",
];
const CLICK_BPM = 124;
const CLICK_RATE_HZ = 44_100;

export interface Sound {
  name: string;
  /** What is uploaded. */
  file: string | { name: string; mimeType: string; buffer: Buffer };
  bpm: number;
  /** Null for the click track, whose clicks are heard as they are. */
  reference: Recording | null;
}

/** A loop, and what it sounds like when it is shorter at the same pitch. */
export interface Recording extends Reference {
  atRate(rate: number): Reference;
}

/** A click track that is long enough, and three loops of the labelled folder. */
export async function soundsToPlay(folder: string, clickSeconds: number): Promise<Sound[]> {
  const labels = new Map(readLabels(folder).map((file) => [file.path, file]));
  const loops = await Promise.all(LOOPS.map((path) => loopOf(labels.get(join(folder, path)))));
  return [clickTrack(clickSeconds), ...loops];
}

function clickTrack(seconds: number): Sound {
  const samples = clicks(CLICK_BPM, CLICK_RATE_HZ, seconds, 0.25);
  const options = { sampleRateHz: CLICK_RATE_HZ, channels: 1, frames: samples.length };
  const buffer = wavFile({ ...options, sample: (frame) => samples[frame] ?? 0 });
  const file = { name: "clicks.wav", mimeType: "audio/wav", buffer };
  return { name: "click track", file, bpm: CLICK_BPM, reference: null };
}

async function loopOf(file: LabelledFile | undefined): Promise<Sound> {
  if (!file?.bpm) throw new Error(`the labelled folder lacks one of ${LOOPS.join(", ")}`);
  return { name: basename(file.path), file: file.path, bpm: file.bpm, reference: await referenceOf(file.path) };
}

/** Decoded as for the analysis, so that its beats have their places in it. */
async function referenceOf(path: string): Promise<Recording> {
  const source = openFileSource(path);
  try {
    const audio = await decodeAudio(source, probeAudio(source));
    const { sampleRateHz } = audio.probe;
    const blocks: Float32Array[][] = [];
    for await (const block of audio.blocks) blocks.push(block.map((samples) => samples.slice()));
    const channels = (blocks[0] ?? []).map((_, channel) => joined(blocks.map((block) => block[channel])));
    return {
      ...attacksOf(channels, sampleRateHz),
      // As the player makes it: the stretched recording has other attacks than a recording that is played faster.
      atRate: (rate) => {
        const loop = { start: 0, end: channels[0]?.length ?? 0 };
        return attacksOf(timeStretch(channels, { factor: 1 / rate, sampleRateHz, loop }), sampleRateHz);
      },
    };
  } finally {
    source.close();
  }
}

function joined(parts: readonly (Float32Array | undefined)[]): Float32Array {
  const whole = new Float32Array(parts.reduce((sum, part) => sum + (part?.length ?? 0), 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part ?? [], at);
    at += part?.length ?? 0;
  }
  return whole;
}

function attacksOf([left = new Float32Array()]: readonly Float32Array[], sampleRateHz: number): Reference {
  const amplitudes: number[] = [];
  for (const [at, x] of left.entries()) {
    const ms = Math.floor((1000 * at) / sampleRateHz);
    amplitudes[ms] = Math.max(amplitudes[ms] ?? 0, Math.abs(x));
  }
  return { attacks: attacks(Float32Array.from(amplitudes)), durationSeconds: left.length / sampleRateHz };
}
