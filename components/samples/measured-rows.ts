import type { Loudness, Perceptual, Spectral } from "@/lib/analysis/schema";
import { formatHertz, formatLevel, formatPercent } from "@/lib/notation";

export interface MeasuredRow {
  name: string;
  value: string;
  /** What it tells, in one line. */
  explanation: string;
}

/** A value that an older analysis did not measure is left out; one that silence leaves without a value is a dash. */
type Entry = [name: string, value: number | null | undefined, format: (value: number) => string, explanation: string];

function rowsOf(entries: readonly Entry[]): MeasuredRow[] {
  return entries.flatMap(([name, value, format, explanation]) =>
    value === undefined ? [] : [{ name, value: value === null ? "–" : format(value), explanation }],
  );
}

const level = (unit: string) => (value: number) => `${formatLevel(value)} ${unit}`;
const places =
  (count: number, unit = "") =>
  (value: number) =>
    `${value.toFixed(count).replace("-", "−")}${unit}`;

/** The spectral values with their units and what they mean to an ear. */
export function spectralRows(spectral: Spectral): MeasuredRow[] {
  return rowsOf([
    [
      "Centroid",
      spectral.centroidHz,
      formatHertz,
      "The spectrum's centre of gravity: the higher, the brighter it sounds.",
    ],
    [
      "Spread",
      spectral.spreadHz,
      formatHertz,
      "How far the spectrum reaches around its centroid: narrow for a whistle, wide for a cymbal.",
    ],
    ["Rolloff (85 %)", spectral.rolloffHz, formatHertz, "85 % of the spectral energy lies below this frequency."],
    ["Rolloff (95 %)", spectral.rolloff95Hz, formatHertz, "95 % of the spectral energy lies below this frequency."],
    [
      "Slope",
      spectral.slopeDbPerOctave,
      places(1, " dB/oct"),
      "How fast it darkens upwards: 0 as white, −3 as pink noise.",
    ],
    ["Flatness", spectral.flatness, places(3), "0 for a pure tone, 1 for white noise."],
    [
      "Zero crossings",
      spectral.zeroCrossingRate,
      (value) => `${Math.round(value).toLocaleString("en")} /s`,
      "Sign changes of the signal in a second: many in noisy and bright sounds.",
    ],
    [
      "Flux",
      spectral.flux,
      (value) => value.toPrecision(3),
      "How much the spectrum changes from one frame to the next: high where there is much attack.",
    ],
  ]);
}

/** What is beside the integrated loudness. */
export function loudnessRows(loudness: Loudness): MeasuredRow[] {
  return rowsOf([
    ["Range", loudness.rangeLu, places(1, " LU"), "How far quiet and loud passages are apart (EBU Tech 3342)."],
    ["Short-term max", loudness.shortTermMaxLufs, level("LUFS"), "The loudest three seconds."],
    ["Momentary max", loudness.momentaryMaxLufs, level("LUFS"), "The loudest 400 milliseconds."],
    [
      "True peak",
      loudness.truePeakDbtp,
      level("dBTP"),
      "The highest level between the samples as well; above −1 it may clip after encoding.",
    ],
    ["Sample peak", loudness.samplePeakDbfs, level("dBFS"), "The highest single sample."],
    ["RMS", loudness.rmsDbfs, level("dBFS"), "The average level of the whole file."],
    [
      "Crest",
      loudness.crestDb,
      level("dB"),
      "How far peaks stand above the average: low where it is heavily compressed.",
    ],
    [
      "Clipping",
      loudness.clippingRuns,
      (value) => `${value.toLocaleString("en")}×`,
      "How often the signal sticks at full scale.",
    ],
    ["DC offset", loudness.dcOffset, places(4), "How far the waveform is off its zero line; full scale is 1."],
    ["Silence before", loudness.headSilenceSeconds, places(2, " s"), "Until the first sound above −60 dBFS."],
    ["Silence after", loudness.tailSilenceSeconds, places(2, " s"), "From the last sound above −60 dBFS."],
  ]);
}

/** How it comes across; each is computed from what was measured, by a published formula. */
export function characterRows(perceptual: Perceptual): MeasuredRow[] {
  return rowsOf([
    ["Energy", perceptual.energy, formatPercent, "How intense and active it is."],
    ["Danceability", perceptual.danceability, formatPercent, "How steady and strong its pulse is."],
    ["Valence", perceptual.valence, formatPercent, "How bright its mood is: low is sad, high is cheerful."],
    ["Acousticness", perceptual.acousticness, formatPercent, "How likely it is played on acoustic instruments."],
    ["Instrumentalness", perceptual.instrumentalness, formatPercent, "How likely nobody sings or speaks."],
    ["Speechiness", perceptual.speechiness, formatPercent, "How much it is like speech."],
    ["Liveness", perceptual.liveness, formatPercent, "How likely it was recorded before an audience."],
  ]);
}
