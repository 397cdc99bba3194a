import { basename } from "node:path";
import type { GenreEvidence } from "@/lib/analysis/derived/genre-features";
import { Measurement } from "@/lib/analysis/engine/measurement";
import { FRAMES_PER_SECOND } from "@/lib/analysis/engine/streams";
import type { Genre } from "@/lib/analysis/record/values/genres";
import type { TrainingPiece } from "@/training/compose/composition";
import { composeIn } from "@/training/compose/piece";
import { GENRE_STYLES } from "@/training/compose/styles/genre-styles";
import { keptText } from "@/training/host/cache";
import { onAllCores } from "@/training/host/cores";
import { type SoundFontName, soundFontPath } from "@/training/host/tools";
import { corpusKey, plainRecording } from "./corpus";
import { RENDER_RATE_HZ, renderOnce } from "./rendering";

/** What was measured of a piece, without its beats, which are known from the notes. */
export type Heard = Omit<GenreEvidence, "count">;
export type GenrePiece = { genre: Genre | null; styleIndex: number; piece: TrainingPiece; heard: Heard };

/** Pieces number `from` … `to` − 1 of every style, through a sound font. */
export type GenrePart = { font: SoundFontName; from: number; to: number };

/** What genres are learned from, and, through a font that is not learned from, tried on. */
export const GENRE_PARTS: { learned: readonly GenrePart[]; tried: GenrePart } = {
  learned: [
    { font: "fluid", from: 0, to: 6 },
    { font: "musescore", from: 9, to: 13 },
  ],
  tried: { font: "trial", from: 15, to: 18 },
};

/** The seeds of these pieces begin here, a thousand a style. */
const GENRE_SEED = 7_000_000;
const SEEDS_A_STYLE = 1000;

/** The pieces of the parts, rendered and measured: part by part, in each style by style. */
export async function genrePieces(parts: readonly GenrePart[]): Promise<GenrePiece[]> {
  const wanted = parts.flatMap(({ font, from, to }) =>
    GENRE_STYLES.flatMap((_, styleIndex) =>
      Array.from({ length: to - from }, (_, i) => ({ styleIndex, number: from + i, font: soundFontPath(font) })),
    ),
  );
  return onAllCores(wanted, "genres", ({ styleIndex, number, font }) => genrePiece(styleIndex, number, font));
}

async function genrePiece(styleIndex: number, number: number, font: string): Promise<GenrePiece> {
  const style = GENRE_STYLES[styleIndex];
  if (!style) throw new RangeError(`there is no style ${styleIndex}`);
  const piece = composeIn(style.style, GENRE_SEED + styleIndex * SEEDS_A_STYLE + number);
  const name = `genres/${corpusKey(piece, plainRecording(piece.seed))}-${basename(font)}.json`;
  const text = await keptText(name, async () => asText(measure(await renderOnce(piece, font))));
  return { genre: style.genre, styleIndex, piece, heard: fromText(text) };
}

/** What the engine derives genres from, found by the engine itself. */
function measure(signal: Float32Array): Heard {
  const wanted = ["spectral", "timbre", "rhythm", "harmony", "onsets"] as const;
  const measurement = new Measurement(wanted, { sampleRateHz: RENDER_RATE_HZ, channels: 1 });
  measurement.push([signal]);
  const { spectral, timbre, rhythm, harmony, onsets } = measurement.finish().found;
  if (!spectral || !timbre || !rhythm || !harmony || !onsets) throw new Error("a training piece is silent");
  return { spectral, timbre, rhythm, harmony, strengths: onsets, framesPerSecond: FRAMES_PER_SECOND };
}

function asText({ strengths, harmony, ...rest }: Heard): string {
  const bands = strengths.map((band) => Array.from(band, (value) => Math.round(value * 1e4) / 1e4));
  return JSON.stringify({ ...rest, harmony: { ...harmony, chroma: [...harmony.chroma] }, strengths: bands });
}

/** Numbers to five digits: the last bits depend on the order in which sums are taken. */
function fromText(text: string): Heard {
  const { strengths, harmony, ...rest } = JSON.parse(text, (_, value) =>
    typeof value === "number" ? Number(value.toPrecision(5)) : value,
  );
  const bands = strengths.map((band: number[]) => Float64Array.from(band));
  return { ...rest, harmony: { ...harmony, chroma: Float64Array.from(harmony.chroma) }, strengths: bands };
}
