import type { GenreStyle } from "./genre-style";
import { ACOUSTIC_GENRES } from "./genre-styles-acoustic";
import { ELECTRONIC_GENRES } from "./genre-styles-electronic";
import { BAND_GENRES } from "./genre-styles-of-bands";

/** A style's place in this list is part of its pieces' seeds, so a change of order changes every piece. */
export const GENRE_STYLES: readonly GenreStyle[] = [...ELECTRONIC_GENRES, ...BAND_GENRES, ...ACOUSTIC_GENRES];
