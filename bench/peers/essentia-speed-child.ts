import { readFile } from "node:fs/promises";
import decodeAudio from "audio-decode";
import essentiaPackage, { type VectorFloat } from "essentia.js";

// A child process of the speed benchmark: how long essentia.js takes for a file's tempo, key, loudness and danceability.

export type SpeedRequest = { path: string };
export type SpeedReport = { type: "ready"; version: string } | { type: "done"; seconds: number };

const { Essentia, EssentiaWASM } = essentiaPackage;
const essentia = new Essentia(EssentiaWASM);

async function secondsFor(path: string): Promise<number> {
  const startedAt = performance.now();
  const { channelData, sampleRate } = await decodeAudio(await readFile(path));
  const [left = new Float32Array(0), right = left] = channelData;
  const mono = left.map((sample, i) => 0.5 * (sample + (right[i] ?? 0)));
  const vectors = [mono, left, right].map((samples) => essentia.arrayToVector(samples));
  const [signal, ...stereo] = vectors as [VectorFloat, VectorFloat, VectorFloat];
  const rhythm = essentia.RhythmExtractor2013(signal, 208, "multifeature", 40);
  essentia.KeyExtractor(signal, true, 4096, 4096, 12, 3500, 60, 25, 0.2, "bgate", sampleRate);
  const loudness = essentia.LoudnessEBUR128(...stereo, 0.1, sampleRate);
  const dance = essentia.Danceability(signal);
  const seconds = (performance.now() - startedAt) / 1000;
  const results = [rhythm.ticks, rhythm.estimates, rhythm.bpmIntervals, loudness.momentaryLoudness, dance.dfa];
  for (const vector of [...vectors, ...results, loudness.shortTermLoudness]) vector.delete();
  return seconds;
}

function report(message: SpeedReport): void {
  process.send?.(message);
}

process.on("message", ({ path }: SpeedRequest) => {
  secondsFor(path).then(
    (seconds) => report({ type: "done", seconds }),
    (error: unknown) => {
      process.stderr.write(`${String(error)}\n`);
      process.exit(1);
    },
  );
});
report({ type: "ready", version: essentia.version });
