import type { CoverValues } from "./cover-art";

export interface CoverProps {
  values: CoverValues;
  className?: string;
}

/** Units of a side of a cover. Finer is nothing that anybody sees. */
export const COVER_STEPS = 1000;
export const COVER_VIEW = `0 0 ${COVER_STEPS} ${COVER_STEPS}`;

/** Sounds with the same one have the same cover. */
export const coverKey = ({ kind, bpm, keyTonic, keyMode, lufs, seconds, overview }: CoverValues) =>
  JSON.stringify([kind, bpm, keyTonic, keyMode, lufs, seconds, overview]);
