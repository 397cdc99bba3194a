export interface PlaybackRate {
  /** 1 plays as it was recorded, 2 twice as fast. */
  rate: number;
  /** Whether the pitch stays while the rate changes; otherwise both change, as on a tape machine. */
  keepsPitch: boolean;
}

export const NORMAL_RATE: PlaybackRate = { rate: 1, keepsPitch: true };
export const RATE_LIMITS = { lowest: 0.5, highest: 2 } as const;
const STEP = 0.05;

/** Inside the limits, in steps that a sum of steps does not blur. */
export const boundRate = (rate: number): number =>
  Number(Math.max(RATE_LIMITS.lowest, Math.min(RATE_LIMITS.highest, rate)).toFixed(6));

/** The next step of 5 % in this direction, also from between two steps. */
export function rateAfter(rate: number, direction: 1 | -1): number {
  const steps = rate / STEP;
  const next = direction > 0 ? Math.floor(steps + 1 + 1e-6) : Math.ceil(steps - 1 - 1e-6);
  return boundRate(next * STEP);
}

/** Whether the sound has to be stretched: only the media element does that. */
export const needsStretching = ({ rate, keepsPitch }: PlaybackRate): boolean => keepsPitch && rate !== 1;

/** As "95%", or "103.3%" between whole per cents. */
export const rateText = (rate: number): string => `${Number((rate * 100).toFixed(1))}%`;
