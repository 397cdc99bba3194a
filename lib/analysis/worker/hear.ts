import { readFileSync } from "node:fs";
import { type ByteSource, openFileSource } from "@/lib/analysis/decode/containers/byte-source";
import { probeAudio } from "@/lib/analysis/decode/containers/container";
import { isWebm, oggOfWebm } from "@/lib/analysis/decode/containers/webm-opus";
import { type DecodedAudio, decodeAudio } from "@/lib/analysis/decode/decode";
import { MAX_BLOCK_SAMPLES } from "@/lib/analysis/decode/limits";
import { createEngine } from "@/lib/analysis/engine/engine";
import { ANALYSER_VERSION } from "@/lib/analysis/record/constants";
import { AnalysisFailure, unsupported } from "@/lib/analysis/record/failures";
import { soundingPart } from "@/lib/dsp/level/sounding-part";
import type { HearRequest, HearResult } from "./worker-protocol";

/** Sounds shorter than this have no sound of their own: a click is a click. */
const SHORTEST_SECONDS = 0.02;
/** Before this level is reached, nothing has begun. */
const BEGUN = 1e-4;
/** The level that everything is brought to, so that what is quiet is heard like what is loud. */
const PEAK = 0.9;
/** A recording of WebM is unpacked in memory. */
const MOST_WEBM_BYTES = 32 * 1024 ** 2;

/**
 * What a part of a file sounds like, at most `mostSeconds` of it, without silence at both ends and at a level of its own.
 * @throws AnalysisFailure as an analysis does
 */
export async function hear(request: HearRequest, onBlock: (audio: DecodedAudio) => Promise<void>): Promise<HearResult> {
  const file = openFileSource(request.path);
  try {
    const source = readable(file, request);
    const audio = await decodeAudio(source, probeAudio(source));
    const { signal, isCut } = await collected(audio, request, onBlock);
    const { sampleRateHz } = audio.probe;
    const sound = soundingPart(signal, sampleRateHz, request.floorDb);
    if (!sound) return { outcome: "silent" };
    const heardSeconds = sound.length / sampleRateHz;
    if (heardSeconds < SHORTEST_SECONDS) return { outcome: "too_short", heardSeconds };
    return await measured(sound, audio, { isCut, heardSeconds, onBlock });
  } finally {
    file.close();
  }
}

function readable(file: ByteSource, { path }: HearRequest): ByteSource {
  if (!isWebm(file.read(0, 4))) return file;
  if (file.sizeBytes > MOST_WEBM_BYTES) throw new AnalysisFailure("too_large", "WebM");
  const ogg = oggOfWebm(readFileSync(path));
  if (!ogg) throw unsupported("matroska");
  return { sizeBytes: ogg.length, read: (at, length) => ogg.subarray(at, at + length) };
}

/** The wanted part, mixed to one channel, from its first sound on. Decoding stops where it ends. */
async function collected(
  audio: DecodedAudio,
  { fromSeconds, toSeconds, mostSeconds }: HearRequest,
  onBlock: (audio: DecodedAudio) => Promise<void>,
): Promise<{ signal: Float32Array; isCut: boolean }> {
  const { sampleRateHz } = audio.probe;
  const from = Math.round(fromSeconds * sampleRateHz);
  const to = toSeconds === null ? Number.POSITIVE_INFINITY : Math.round(toSeconds * sampleRateHz);
  const most = Math.round(mostSeconds * sampleRateHz);
  const parts: Float32Array[] = [];
  let length = 0;
  let position = 0;
  let isCut = false;
  for await (const block of audio.blocks) {
    const samples = block[0]?.length ?? 0;
    let part = mixed(block, Math.max(0, from - position), Math.min(samples, to - position));
    position += samples;
    if (length === 0) part = part.subarray(begun(part));
    isCut = length + part.length > most;
    part = part.subarray(0, most - length);
    if (part.length > 0) parts.push(part);
    length += part.length;
    if (isCut || position >= to) break;
    await onBlock(audio);
  }
  const signal = new Float32Array(length);
  let at = 0;
  for (const part of parts) {
    signal.set(part, at);
    at += part.length;
  }
  return { signal, isCut };
}

function mixed(channels: readonly Float32Array[], from: number, to: number): Float32Array {
  const mono = new Float32Array(Math.max(0, to - from));
  for (const samples of channels) for (let i = 0; i < mono.length; i++) mono[i] = at(mono, i) + at(samples, from + i);
  return mono.map((value) => value / channels.length);
}

const at = (samples: Float32Array, index: number) => samples[index] ?? 0;

function begun(samples: Float32Array): number {
  const first = samples.findIndex((value) => Math.abs(value) > BEGUN);
  return first < 0 ? samples.length : first;
}

async function measured(
  sound: Float32Array,
  audio: DecodedAudio,
  heard: { isCut: boolean; heardSeconds: number; onBlock: (audio: DecodedAudio) => Promise<void> },
): Promise<HearResult> {
  const { sampleRateHz, container, codec } = audio.probe;
  const engine = createEngine({ sampleRateHz, channels: 1, pictures: false });
  let peak = 0;
  for (const value of sound) peak = Math.max(peak, Math.abs(value));
  const gain = PEAK / peak;
  for (let from = 0; from < sound.length; from += MAX_BLOCK_SAMPLES) {
    engine.push([sound.subarray(from, from + MAX_BLOCK_SAMPLES).map((value) => value * gain)]);
    await heard.onBlock(audio);
  }
  const { features } = engine.finish();
  if (!features.embedding) return { outcome: "silent" };
  const { heardSeconds, isCut } = heard;
  const facts = { durationSeconds: heardSeconds, sampleRateHz, channels: 1, container, codec };
  return {
    outcome: "heard",
    isCut,
    heardSeconds,
    record: { analyserVersion: ANALYSER_VERSION, ...facts, ...features },
  };
}
