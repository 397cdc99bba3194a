import { absent, type Measured, measured, silent } from "@/lib/analysis/extractors/measured";
import { valueStep } from "@/lib/analysis/extractors/step";
import { GENRES, type Genres, genresValue } from "@/lib/analysis/record/values/genres";
import type { SoundKind } from "@/lib/analysis/record/values/kind";
import { softmax } from "@/lib/dsp/learned/softmax";
import { msg } from "@/lib/language/text";
import { type GenreEvidence, genreFeatures } from "./genre-features";
import { classScores } from "./genre-model";
import { GENRE_MODEL, GENRE_TEMPERATURE } from "./genre-weights";

/** Shorter loops have too few bars to tell one genre from another. */
const SHORTEST_SECONDS = 4;
/** The model learned from generated music only, so it is never more certain than this. */
export const GENRE_CONFIDENCE_MAX = 0.6;
const CONFIDENCE_MIN = 0.1;
const GENRES_MAX = 3;

export const genresStep = valueStep(genresValue, {
  needs: ["tempo", "meter", "beats", "downbeats", "spectral", "timbre", "rhythm", "kind", "harmony", "onsets"],
  compute({ tempo, meter, beats, downbeats, kind, onsets, durationSeconds, ...rest }) {
    const { spectral, timbre, rhythm, harmony, framesPerSecond } = rest;
    if (!spectral || !timbre || !rhythm || !kind) return silent();
    const count = tempo && meter && beats && downbeats ? { bpm: tempo.bpm, meter, beats, downbeats } : null;
    const evidence = { count, spectral, timbre, rhythm, harmony, strengths: onsets, framesPerSecond };
    return estimateGenres(evidence, kind.label, durationSeconds);
  },
});

/**
 * Up to three genres by a model that learned from generated music, or why there is none. "None of these" is a class of
 * its own and is not listed, so the confidences sum to less than 1.
 */
function estimateGenres(evidence: GenreEvidence, kind: SoundKind["label"], durationSeconds: number): Measured<Genres> {
  if (kind === "one-shot") return absent("one_shot", msg("A single sound has no genre."));
  if (durationSeconds < SHORTEST_SECONDS)
    return absent("too_short", msg("Less than four seconds are too few for a genre."));
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
    : absent("unclear", msg("Nothing here points to one of the genres that the analyser knows."));
}

/** Probability of each of `GENRES`, and last that of none of them. They sum to 1. */
function genreShares(evidence: GenreEvidence): Float64Array {
  return softmax(classScores(GENRE_MODEL, genreFeatures(evidence)), GENRE_TEMPERATURE);
}
