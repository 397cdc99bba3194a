import { basename, join } from "node:path";
import { type LabelledFile, readLabels } from "@/bench/labels/labelled-file";
import { openFileSource } from "@/lib/analysis/decode/containers/byte-source";
import { probeAudio } from "@/lib/analysis/decode/containers/container";
import { decodeAudio } from "@/lib/analysis/decode/decode";
import { clicks } from "@/lib/dsp/testing/test-signals";
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
  reference: Reference | null;
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
async function referenceOf(path: string): Promise<Reference> {
  const source = openFileSource(path);
  try {
    const audio = await decodeAudio(source, probeAudio(source));
    const { sampleRateHz } = audio.probe;
    const amplitudes: number[] = [];
    let samples = 0;
    for await (const [left] of audio.blocks) {
      for (const x of left ?? []) {
        const ms = Math.floor((1000 * samples++) / sampleRateHz);
        amplitudes[ms] = Math.max(amplitudes[ms] ?? 0, Math.abs(x));
      }
    }
    return { attacks: attacks(Float32Array.from(amplitudes)), durationSeconds: samples / sampleRateHz };
  } finally {
    source.close();
  }
}
