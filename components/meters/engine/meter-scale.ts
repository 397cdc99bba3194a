/** Below this there is nothing that anybody hears or measures: filters that still ring. */
const SILENT_DB = -100;
const MINUS = "\u2212";

/** "−23.0"; "−∞" for silence. */
export function levelText(db: number): string {
  if (!(db > SILENT_DB)) return `${MINUS}∞`;
  const text = Math.abs(db).toFixed(1);
  return db < 0 && text !== "0.0" ? `${MINUS}${text}` : text;
}

/** The scale of the level bars. Its upper half is the 20 dB in which music is made. */
const LEVEL_MARKS = [
  [-60, 0],
  [-40, 0.2],
  [-20, 0.5],
  [0, 0.95],
  [3, 1],
] as const;

/** Where a level stands on the bars: 0 at the bottom, 1 at the top. */
export function levelPlace(db: number): number {
  for (const [index, [upper, place]] of LEVEL_MARKS.entries()) {
    if (!(db < upper)) continue;
    const below = LEVEL_MARKS[index - 1];
    if (!below) return 0;
    return below[1] + ((db - below[0]) / (upper - below[0])) * (place - below[1]);
  }
  return Number.isNaN(db) ? 0 : 1;
}

export const SPECTRUM_LOW_HZ = 20;
export const SPECTRUM_HIGH_HZ = 20_000;
export const SPECTRUM_LOW_DB = -90;

/** Where a frequency stands, equal for each octave: 0 at 20 Hz, 1 at 20 kHz. */
export const frequencyPlace = (hz: number): number =>
  Math.log(hz / SPECTRUM_LOW_HZ) / Math.log(SPECTRUM_HIGH_HZ / SPECTRUM_LOW_HZ);

export const frequencyAt = (place: number): number => SPECTRUM_LOW_HZ * (SPECTRUM_HIGH_HZ / SPECTRUM_LOW_HZ) ** place;

/** The analyser's window halves a sine and weighs it with 0.42 (Blackman): what a full-scale sine lacks to 0 dB. */
export const ANALYSER_OFFSET_DB = 20 * Math.log10(2 / 0.42);

/**
 * The loudest bin of each column of the spectrum, in dB of a sine. Low columns are narrower than a bin and lie between
 * two of them.
 */
export function spectrumColumns(bins: Float32Array, sampleRateHz: number, columns: Float32Array): void {
  const binHz = sampleRateHz / 2 / bins.length;
  for (let column = 0; column < columns.length; column++) {
    const from = frequencyAt(column / columns.length) / binHz;
    const to = frequencyAt((column + 1) / columns.length) / binHz;
    columns[column] = loudestBetween(bins, from, to) + ANALYSER_OFFSET_DB;
  }
}

function loudestBetween(bins: Float32Array, from: number, to: number): number {
  const [first, last] = [Math.ceil(from), Math.floor(to)];
  if (first > last) {
    const [below, above] = [bins[last] ?? SILENT_DB, bins[first] ?? SILENT_DB];
    // −∞ less −∞ is not a number.
    return below === above ? below : below + (above - below) * (from - last);
  }
  let loudest = Number.NEGATIVE_INFINITY;
  for (let bin = first; bin <= last; bin++) loudest = Math.max(loudest, bins[bin] ?? Number.NEGATIVE_INFINITY);
  return loudest;
}
