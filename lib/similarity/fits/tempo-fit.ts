/** The furthest a candidate may be stretched. */
export const STRETCH_MAX = 0.06;
/** Counted in the same beats, or one of them twice as fast as the other. */
const RATIOS = [1, 0.5, 2] as const;
/** What is left of the fit where beats are counted twice as fast. */
const OF_OTHER_COUNT = 0.95;
/** A stretch of half a per cent is neither heard nor measured for sure. */
const FREE_STRETCH = 0.005;
/** The stretch, beyond the free one, that halves the fit. */
const HALVING_STRETCH = 0.01;

export interface TempoFit {
  /** 0–1. */
  score: number;
  /** The candidate's tempo over the other's, as they are counted together: 1, ½ or 2. */
  ratio: 1 | 0.5 | 2;
  /** By which factor, less 1, the candidate is to be played faster. */
  stretch: number;
}

/** The least stretch that brings a candidate's tempo to another. Null if it is more than `STRETCH_MAX`. Both in BPM. */
export function tempoFit(bpm: number, candidate: number): TempoFit | null {
  const fits = RATIOS.map((ratio): TempoFit => {
    const stretch = (bpm * ratio) / candidate - 1;
    const score =
      (ratio === 1 ? 1 : OF_OTHER_COUNT) / (1 + (Math.max(0, Math.abs(stretch) - FREE_STRETCH) / HALVING_STRETCH) ** 2);
    return { score, ratio, stretch };
  });
  const [best] = fits.filter(({ stretch }) => Math.abs(stretch) <= STRETCH_MAX).sort((a, b) => b.score - a.score);
  return best ?? null;
}

/** Ranges of the tempos that fit if they are stretched by this share at most, in BPM. */
export function fittingTempos(bpm: number, stretch: number = STRETCH_MAX): { min: number; max: number }[] {
  return RATIOS.map((ratio) => ({ min: (bpm * ratio) / (1 + stretch), max: (bpm * ratio) / (1 - stretch) }));
}
