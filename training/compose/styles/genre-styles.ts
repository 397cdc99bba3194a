import type { GenreStyle } from "./genre-style";
import { ACOUSTIC_GENRES } from "./genre-styles-acoustic";
import { ELECTRONIC_GENRES } from "./genre-styles-electronic";
import { BAND_GENRES } from "./genre-styles-of-bands";

/** A piece's place here is part of its seed: a change of order changes all music. */
export const GENRE_STYLES: readonly GenreStyle[] = [...ELECTRONIC_GENRES, ...BAND_GENRES, ...ACOUSTIC_GENRES];
