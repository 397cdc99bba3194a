import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { basename, join } from "node:path";
import type { GenreEvidence } from "@/lib/analysis/derived/genre-features";
import { ExtractorSet } from "@/lib/analysis/engine/extractor-set";
import { SPECTROGRAM_HIGH_HZ, SPECTROGRAM_LOW_HZ } from "@/lib/analysis/record/constants";
import type { Genre } from "@/lib/analysis/record/labels";
import { PITCH_FFT_SIZE, PitchTransform } from "@/lib/dsp/harmony/pitch-transform";
import { melBank } from "@/lib/dsp/spectrum/mel";
import { RealFft } from "@/lib/dsp/transform/fft";
import { FrameSlicer } from "@/lib/dsp/transform/frames";
import { unitHannWindow } from "@/lib/dsp/transform/windows";
import type { TrainingPiece } from "@/training/compose/composition";
import { composeIn } from "@/training/compose/piece";
import { GENRE_STYLES } from "@/training/compose/styles/genre-styles";
import { cacheFolder } from "@/training/host/cache";
import { corpusKey, plainRecording } from "./corpus";
import { RENDER_RATE_HZ, renderOnce } from "./rendering";

/** What was measured of a piece, without its beats: those are known from the notes. */
export type Heard = Omit<GenreEvidence, "count">;
export type GenrePiece = { genre: Genre | null; styleIndex: number; piece: TrainingPiece; heard: Heard };

/** Seeds of these pieces begin here, a thousand a style. */
const GENRE_SEED = 7_000_000;
const SEEDS_A_STYLE = 1000;
const FRAMES_PER_SECOND = 100;
const FFT_SIZE = 2048;
const MEL_BANDS = 96;
const CHUNK = 4096;
const folder = join(cacheFolder, "genres");

/** Pieces `from` … `to` − 1 of every style, rendered through `font` and measured on all cores, in order. */
export async function genrePieces(from: number, to: number, font: string): Promise<GenrePiece[]> {
  mkdirSync(folder, { recursive: true });
  const wanted = GENRE_STYLES.flatMap((_, styleIndex) =>
    Array.from({ length: to - from }, (_, i) => ({ styleIndex, number: from + i })),
  );
  const pieces: GenrePiece[] = [];
  const waiting = wanted.entries();
  let done = 0;
  const work = async () => {
    for (const [index, { styleIndex, number }] of waiting) {
      pieces[index] = await genrePiece(styleIndex, number, font);
      if (++done % 50 === 0) process.stderr.write(`${done} of ${wanted.length} pieces\n`);
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return pieces;
}

async function genrePiece(styleIndex: number, number: number, font: string): Promise<GenrePiece> {
  const style = GENRE_STYLES[styleIndex];
  if (!style) throw new RangeError(`no style ${styleIndex}`);
  const piece = composeIn(style.style, GENRE_SEED + styleIndex * SEEDS_A_STYLE + number);
  const cached = join(folder, `${corpusKey(piece, plainRecording(piece.seed))}-${basename(font)}.json`);
  if (!existsSync(cached)) writeFileSync(cached, plain(measure(await renderOnce(piece, font))));
  return { genre: style.genre, styleIndex, piece, heard: revived(readFileSync(cached, "utf8")) };
}

/** The values the engine takes genres from, by its own extractors. */
function measure(signal: Float32Array): Heard {
  const rates = {
    sampleRateHz: RENDER_RATE_HZ,
    channels: 1,
    speakers: null,
    maxChunk: CHUNK,
    analysisRateHz: RENDER_RATE_HZ,
    fftSize: FFT_SIZE,
    melBands: MEL_BANDS,
    framesPerSecond: FRAMES_PER_SECOND,
    pitchRateHz: RENDER_RATE_HZ / 4,
    pitchFftSize: PITCH_FFT_SIZE,
  };
  const set = new ExtractorSet(new Set(["tempo", "rhythm", "spectral", "timbre", "embedding"]), rates);
  const pitch = new PitchTransform(RENDER_RATE_HZ, {
    signal: () => undefined,
    frame: (power) => set.pushPitchFrame(power),
  });
  const frames = sharedFrames(set);
  for (let at = 0; at < signal.length; at += CHUNK) {
    const chunk = signal.subarray(at, at + CHUNK);
    set.pushSignal([chunk], chunk, chunk.length);
    frames.push(chunk, chunk.length);
    pitch.push(chunk, chunk.length);
  }
  frames.finish();
  pitch.finish();
  return findings(set);
}

function sharedFrames(set: ExtractorSet): FrameSlicer {
  const fft = new RealFft(FFT_SIZE);
  const window = unitHannWindow(FFT_SIZE);
  const power = new Float64Array(fft.bins);
  const mel = new Float64Array(MEL_BANDS);
  const bank = melBank({
    sampleRateHz: RENDER_RATE_HZ,
    fftSize: FFT_SIZE,
    bands: MEL_BANDS,
    lowHz: SPECTROGRAM_LOW_HZ,
    highHz: SPECTROGRAM_HIGH_HZ,
  });
  return new FrameSlicer(FFT_SIZE, RENDER_RATE_HZ / FRAMES_PER_SECOND, (buffer, offset) => {
    fft.power(buffer, offset, window, power);
    if (set.readsMel) bank.apply(power, mel);
    set.pushFrame(power, mel);
  });
}

function findings(set: ExtractorSet): Heard {
  set.tempo?.onsets.finish();
  const strengths = set.tempo?.onsets.strengths.map((list) => list.view()) ?? [];
  const spectral = set.spectral?.finish(RENDER_RATE_HZ).value;
  const timbre = set.timbre?.finish(set.timbre.finishShape(), null).value;
  const rhythm = set.rhythm?.finish(strengths, null).rhythm.value;
  const harmony = set.harmony?.finish();
  if (!spectral || !timbre || !rhythm || !harmony) throw new Error("a training piece is silent");
  return { spectral, timbre, rhythm, harmony, strengths, framesPerSecond: FRAMES_PER_SECOND };
}

function plain({ strengths, harmony, ...rest }: Heard): string {
  const bands = strengths.map((band) => Array.from(band, (value) => Math.round(value * 1e4) / 1e4));
  return JSON.stringify({ ...rest, harmony: { ...harmony, chroma: [...harmony.chroma] }, strengths: bands });
}

/** Five figures: the last bits change with the order in which sums are taken. */
function revived(text: string): Heard {
  const { strengths, harmony, ...rest } = JSON.parse(text, (_, value) =>
    typeof value === "number" ? Number(value.toPrecision(5)) : value,
  );
  const bands = strengths.map((band: number[]) => Float64Array.from(band));
  return { ...rest, harmony: { ...harmony, chroma: Float64Array.from(harmony.chroma) }, strengths: bands };
}
