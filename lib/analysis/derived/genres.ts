import { absent, type Measured, measured } from "@/lib/analysis/extractors/extractor";
import { GENRES } from "@/lib/analysis/record/labels";
import type { Genres, SoundKind } from "@/lib/analysis/record/schema";
import { softmax } from "@/lib/dsp/learned/softmax";
import { type GenreEvidence, genreFeatures } from "./genre-features";
import { classScores } from "./genre-model";
import { GENRE_MODEL, GENRE_TEMPERATURE } from "./genre-weights";

/** Shorter loops hold too few bars to tell one genre from another. */
const SHORTEST_SECONDS = 4;
/** Learned from generated music only, so never surer than this of real music. */
export const GENRE_CONFIDENCE_MAX = 0.6;
const CONFIDENCE_MIN = 0.1;
const GENRES_MAX = 3;

/**
 * Up to three genres by a model that learned from generated music, or why none is given. What belief they keep for
 * "none of these" is nobody's, so the confidences sum to less than 1.
 */
export function estimateGenres(
  evidence: GenreEvidence,
  kind: SoundKind["label"],
  durationSeconds: number,
): Measured<Genres> {
  if (kind === "one-shot") return absent("one_shot", "A single sound has no genre.");
  if (durationSeconds < SHORTEST_SECONDS) return absent("too_short", "Less than four seconds are too few for a genre.");
  const shares = genreShares(evidence);
  const genres = GENRES.map((label, index) => ({
    label,
    confidence: Math.min(GENRE_CONFIDENCE_MAX, shares[index] ?? 0),
    share: shares[index] ?? 0,
  }))
    .filter(({ share }) => share >= CONFIDENCE_MIN)
    .sort((a, b) => b.share - a.share)
    .slice(0, GENRES_MAX)
    .map(({ label, confidence }) => ({ label, confidence }));
  return genres.length > 0
    ? measured(genres)
    : absent("unclear", "Nothing here points to one of the genres that the analyser knows.");
}

/** Share of belief of each of `GENRES`, and last of none of them; they sum to 1. */
function genreShares(evidence: GenreEvidence): Float64Array {
  return softmax(classScores(GENRE_MODEL, genreFeatures(evidence)), GENRE_TEMPERATURE);
}
