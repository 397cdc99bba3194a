import { SPECTROGRAM_RANGE_DB } from "@/lib/analysis/record/spectrogram-palette";
import { hzToMel, melToHz } from "@/lib/dsp/spectrum/mel";
import { writeDecimal } from "@/lib/format/decimal";
import { ENGLISH, type Text } from "@/lib/language/text";
import { formatDecimal } from "@/lib/music/notation";
import type { IndexedPicture } from "./indexed-png";
import type { Reading } from "./reading";

const NOTES = ["C", "C♯", "D", "E♭", "E", "F", "F♯", "G", "G♯", "A", "B♭", "B"] as const;
const A4_HZ = 440;
const A4_SEMITONE = 57;

/** A place on a stored spectrogram. */
export interface SpectrogramPlace {
  seconds: number;
  /** 0 = bottom of the picture, 1 = top. */
  height: number;
}

export interface SpectrogramSource {
  picture: IndexedPicture;
  durationSeconds: number;
  lowHz: number;
  highHz: number;
}

/** The frequency at a height; the reverse of `melPosition`. */
export function hzAtHeight(height: number, lowHz: number, highHz: number): number {
  const low = hzToMel(lowHz);
  return melToHz(low + height * (hzToMel(highHz) - low));
}

/** The nearest note in equal temperament and how far off it is: `A4 +12 cents`. */
export function noteReading(hertz: number, t: Text = ENGLISH): string {
  const semitone = A4_SEMITONE + 12 * Math.log2(hertz / A4_HZ);
  const nearest = Math.round(semitone);
  const cents = Math.round((semitone - nearest) * 100);
  const note = `${NOTES[((nearest % 12) + 12) % 12]}${String(Math.floor(nearest / 12)).replace("-", "−")}`;
  return cents === 0
    ? note
    : `${note} ${t("{number} cents", { number: `${cents > 0 ? "+" : "−"}${Math.abs(cents)}` })}`;
}

/** The level of a cell below the loudest one; null where it is lower than the picture says. */
export function levelDbAt({ picture, durationSeconds }: SpectrogramSource, place: SpectrogramPlace): number | null {
  const { width, height, values } = picture;
  const column = Math.max(0, Math.min(width - 1, Math.floor((place.seconds / durationSeconds) * width)));
  const row = Math.max(0, Math.min(height - 1, Math.floor((1 - place.height) * height)));
  const index = values[row * width + column] ?? 0;
  return index === 0 ? null : (index / 255 - 1) * SPECTROGRAM_RANGE_DB;
}

const hertzReading = (hertz: number, t: Text) =>
  hertz < 1000 ? `${hertz.toFixed(0)} Hz` : `${writeDecimal(hertz / 1000, 2, t)} kHz`;

/** `440 Hz`, `A4`, `−12.4 dB of the loudest`. */
export function spectrogramReading(place: SpectrogramPlace, source: SpectrogramSource, t: Text = ENGLISH): Reading {
  const hertz = hzAtHeight(place.height, source.lowHz, source.highHz);
  const level = levelDbAt(source, place);
  const shown =
    level === null
      ? t("below {level} dB of the loudest", { level: formatDecimal(-SPECTROGRAM_RANGE_DB, 0, t) })
      : t("{level} dB of the loudest", { level: formatDecimal(level, 1, t) });
  return [hertzReading(hertz, t), noteReading(hertz, t), shown];
}
