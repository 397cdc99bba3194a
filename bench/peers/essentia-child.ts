import essentiaPackage, { type EssentiaApi, type VectorFloat } from "essentia.js";
import { keyOf, type PeerAnswers, type Wanted } from "./answers";
import { channelsOf, decodeByFfmpeg } from "./ffmpeg";

// A child process of the accuracy benchmark: essentia.js on one file after another.

export type EssentiaRequest = { path: string; wanted: Wanted };
export type EssentiaReport = { type: "ready"; version: string } | { type: "done"; answers: PeerAnswers };

const RATE_HZ = 44_100;
/** The library's own defaults. */
const MAX_TEMPO = 208;
const MIN_TEMPO = 40;
const LOUDNESS_HOP_SECONDS = 0.1;
const KEY_PROFILES = ["bgate", "edma", "temperley"];

const { Essentia, EssentiaWASM } = essentiaPackage;
const essentia = new Essentia(EssentiaWASM);

async function answersTo({ path, wanted }: EssentiaRequest): Promise<PeerAnswers> {
  const answers: PeerAnswers = { "essentia.js loudness": { integratedLufs: await loudness(path) } };
  if (!wanted.tempo && !wanted.key && !wanted.beats) return answers;
  const signal = essentia.arrayToVector(await decodeByFfmpeg(path, RATE_HZ, 1));
  try {
    if (wanted.tempo || wanted.beats) Object.assign(answers, rhythm(essentia, signal));
    for (const profile of wanted.key ? KEY_PROFILES : []) {
      const { key, scale } = essentia.KeyExtractor(
        ...([signal, true, 4096, 4096, 12, 3500, 60, 25, 0.2, profile, RATE_HZ] as const),
      );
      answers[`essentia.js ${profile}`] = { key: keyOf(key, scale) };
    }
    return answers;
  } finally {
    signal.delete();
  }
}

function rhythm(api: EssentiaApi, signal: VectorFloat): PeerAnswers {
  const answers: PeerAnswers = {};
  for (const method of ["multifeature", "degara"] as const) {
    const { bpm, ticks, estimates, bpmIntervals } = api.RhythmExtractor2013(signal, MAX_TEMPO, method, MIN_TEMPO);
    answers[`essentia.js ${method}`] = { bpm: bpm || null, beats: [...api.vectorToArray(ticks)] };
    for (const vector of [ticks, estimates, bpmIntervals]) vector.delete();
  }
  answers["essentia.js Percival"] = { bpm: api.PercivalBpmEstimator(signal).bpm || null };
  return answers;
}

async function loudness(path: string): Promise<number | null> {
  const mono = (await channelsOf(path)) === 1;
  const samples = await decodeByFfmpeg(path, RATE_HZ, mono ? 1 : 2);
  // A mono file is measured as one channel; the other is silent.
  const channel = (c: number) =>
    mono
      ? c === 0
        ? samples
        : new Float32Array(samples.length)
      : Float32Array.from({ length: samples.length >> 1 }, (_, i) => samples[2 * i + c] ?? 0);
  const left = essentia.arrayToVector(channel(0));
  const right = essentia.arrayToVector(channel(1));
  try {
    const found = essentia.LoudnessEBUR128(left, right, LOUDNESS_HOP_SECONDS, RATE_HZ);
    for (const vector of [found.momentaryLoudness, found.shortTermLoudness]) vector.delete();
    return Number.isFinite(found.integratedLoudness) ? found.integratedLoudness : null;
  } finally {
    left.delete();
    right.delete();
  }
}

function report(message: EssentiaReport): void {
  process.send?.(message);
}

process.on("message", (request: EssentiaRequest) => {
  answersTo(request).then(
    (answers) => report({ type: "done", answers }),
    (error: unknown) => {
      process.stderr.write(`${String(error)}\n`);
      process.exit(1);
    },
  );
});
report({ type: "ready", version: essentia.version });
