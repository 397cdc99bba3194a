import type { Style } from "./style";
import { BAND_STYLES } from "./styles-of-bands";
import { WORLD_STYLES } from "./styles-of-the-world";

/** A piece's style is its seed modulo their number: a change of order changes all music. */
export const STYLES: Style[] = [...BAND_STYLES, ...WORLD_STYLES];
