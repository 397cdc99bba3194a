import type { Style } from "./style";
import { BAND_STYLES } from "./styles-of-bands";
import { WORLD_STYLES } from "./styles-of-the-world";

/** A piece's style is its seed modulo their number, so a change of order changes every piece. */
export const STYLES: Style[] = [...BAND_STYLES, ...WORLD_STYLES];
