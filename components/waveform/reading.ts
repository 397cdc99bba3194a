import type { Peaks } from "@/lib/analysis/record/peaks-format";
import { ENGLISH, type Text } from "@/lib/language/text";
import { formatDecimal } from "@/lib/music/notation";
import { WINDOW_POINTS_MAX } from "@/lib/waveforms/constants";
import { hasSamples } from "@/lib/waveforms/window-format";
import { type DetailOf, refineColumns, type TileAt, tilesFor } from "./detail";
import { columnsOf, type TimeRange } from "./peaks-view";
import { formatTick } from "./timeline-view";

/** What is under the pointer or the cursor, in words: `0:12.345`, `440 Hz`, … */
export type Reading = readonly string[];

/** Where values are read from. */
export interface WaveformSource extends DetailOf {
  peaks: Peaks;
  tileAt: TileAt;
}

const PLACES_MAX = 6;

/** A time as exact as a pixel of the view is. */
export function timeReading(seconds: number, range: TimeRange, widthPixels: number): string {
  const secondsPerPixel = (range.endSeconds - range.startSeconds) / Math.max(1, widthPixels);
  const places = Math.max(2, Math.min(PLACES_MAX, Math.ceil(-Math.log10(secondsPerPixel))));
  return formatTick(seconds, Number.isFinite(places) ? places : 2);
}

/** `−6.2 dBFS`; of nothing, below what the values can show. */
export function levelReading(amplitude: number, smallest: number, t: Text = ENGLISH): string {
  if (amplitude >= smallest) return `${formatDecimal(20 * Math.log10(amplitude), 1, t)} dBFS`;
  return t("below {level} dBFS", { level: formatDecimal(20 * Math.log10(smallest), 0, t) });
}

/** The least that a stored value can say beside nothing: a step of 8 bits, of 16, of 24. */
const STORED_STEP = 1 / 127;
const EXTREMES_STEP = 1 / 32_767;
const SAMPLE_STEP = 2 ** -23;

/** The level at a time: of single samples if they are in view, otherwise of the loudest one within a pixel. */
export function waveformReading(
  seconds: number,
  range: TimeRange,
  widthPixels: number,
  source: WaveformSource,
  t: Text = ENGLISH,
): Reading {
  const time = timeReading(seconds, range, widthPixels);
  const span = tilesFor(range, widthPixels, source);
  const samples = span?.framesPerPoint === 1 ? samplesAt(seconds, source, t) : null;
  if (samples) return [time, t("sample {number}", { number: samples.frame }), ...samples.values];
  const secondsPerPixel = (range.endSeconds - range.startSeconds) / Math.max(1, widthPixels);
  const pixel = { startSeconds: seconds - secondsPerPixel / 2, endSeconds: seconds + secondsPerPixel / 2 };
  const columns = columnsOf(source.peaks, pixel, 1);
  const isExact = span !== null && refineColumns(columns, pixel, { ...source, ...span }) > 0;
  const peak = Math.max(columns.max[0] ?? 0, -(columns.min[0] ?? 0));
  return [time, t("peak {level}", { level: levelReading(peak, isExact ? EXTREMES_STEP : STORED_STEP, t) })];
}

function samplesAt(seconds: number, { sampleRateHz, durationSeconds, tileAt }: WaveformSource, t: Text) {
  const last = Math.max(0, Math.round(durationSeconds * sampleRateHz) - 1);
  const frame = Math.max(0, Math.min(last, Math.round(seconds * sampleRateHz)));
  const tile = Math.floor(frame / WINDOW_POINTS_MAX);
  const window = tileAt(1, tile);
  if (!window || !hasSamples(window)) return null;
  const at = frame - tile * WINDOW_POINTS_MAX;
  const { channels } = window;
  const values = channels.map((samples, channel) => {
    const value = samples[at] ?? 0;
    const name = channelName(channel, channels.length);
    return `${name}${formatDecimal(value, 5, t)}, ${levelReading(Math.abs(value), SAMPLE_STEP, t)}`;
  });
  return { frame, values };
}

function channelName(channel: number, count: number): string {
  if (count === 1) return "";
  return count === 2 ? (channel === 0 ? "L " : "R ") : `${channel + 1}: `;
}
