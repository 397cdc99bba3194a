import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { basename, join } from "node:path";
import type { GenreEvidence } from "@/lib/analysis/derived/genre-features";
import { Measurement } from "@/lib/analysis/engine/measurement";
import { FRAMES_PER_SECOND } from "@/lib/analysis/engine/streams";
import type { Genre } from "@/lib/analysis/record/values/genres";
import { cacheFolder } from "./cache-folder";
import type { TrainingPiece } from "./composition";
import { corpusKey, plainRecording } from "./corpus";
import { GENRE_STYLES } from "./genre-styles";
import { composeIn } from "./piece";
import { RENDER_RATE_HZ, renderOnce } from "./rendering";

/** What was measured of a piece, without its beats: those are known from the notes. */
export type Heard = Omit<GenreEvidence, "count">;
export type GenrePiece = { genre: Genre | null; styleIndex: number; piece: TrainingPiece; heard: Heard };

/** Seeds of these pieces begin here, a thousand a style. */
const GENRE_SEED = 7_000_000;
const SEEDS_A_STYLE = 1000;
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

/** What the engine takes genres from, found by the engine itself. */
function measure(signal: Float32Array): Heard {
  const wanted = ["spectral", "timbre", "rhythm", "harmony", "onsets"] as const;
  const measurement = new Measurement(wanted, { sampleRateHz: RENDER_RATE_HZ, channels: 1 });
  measurement.push([signal]);
  const { spectral, timbre, rhythm, harmony, onsets } = measurement.finish().found;
  if (!spectral || !timbre || !rhythm || !harmony || !onsets) throw new Error("a training piece is silent");
  return { spectral, timbre, rhythm, harmony, strengths: onsets, framesPerSecond: FRAMES_PER_SECOND };
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
