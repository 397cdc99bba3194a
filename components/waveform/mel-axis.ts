import { hzToMel } from "@/lib/dsp/spectrum/mel";

const CANDIDATES_HZ = [50, 100, 200, 500, 1000, 2000, 4000, 5000, 8000, 10_000, 16_000, 20_000];

export interface FrequencyMark {
  label: string;
  /** 0 = bottom of the picture, 1 = top. */
  position: number;
}

/** Position of a frequency on a mel-scaled picture: 0 = bottom, 1 = top. */
export function melPosition(hertz: number, lowHz: number, highHz: number): number {
  const low = hzToMel(lowHz);
  return (hzToMel(hertz) - low) / (hzToMel(highHz) - low);
}

const label = (hertz: number) => (hertz < 1000 ? `${hertz} Hz` : `${hertz / 1000} kHz`);

/** Round frequencies from the bottom up, at least `minGap` of the height apart. */
export function frequencyMarks(lowHz: number, highHz: number, minGap = 0.13): FrequencyMark[] {
  const marks: FrequencyMark[] = [];
  let last = Number.NEGATIVE_INFINITY;
  for (const hertz of CANDIDATES_HZ) {
    if (hertz < lowHz || hertz > highHz) continue;
    const position = melPosition(hertz, lowHz, highHz);
    if (position < 0.04 || position > 0.97 || position - last < minGap) continue;
    marks.push({ label: label(hertz), position });
    last = position;
  }
  return marks;
}
