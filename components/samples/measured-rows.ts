import type { Loudness, Spectral } from "@/lib/analysis/schema";
import { formatHertz, formatLevel } from "@/lib/notation";

export interface MeasuredRow {
  name: string;
  value: string;
  /** What it tells, in one line. */
  explanation: string;
}

/** The spectral values with their units and what they mean to an ear. */
export function spectralRows(spectral: Spectral): MeasuredRow[] {
  return [
    {
      name: "Centroid",
      value: formatHertz(spectral.centroidHz),
      explanation: "The spectrum's centre of gravity: the higher, the brighter it sounds.",
    },
    {
      name: "Spread",
      value: formatHertz(spectral.spreadHz),
      explanation: "How far the spectrum reaches around its centroid: narrow for a whistle, wide for a cymbal.",
    },
    {
      name: "Rolloff (85 %)",
      value: formatHertz(spectral.rolloffHz),
      explanation: "85 % of the spectral energy lies below this frequency.",
    },
    {
      name: "Flatness",
      value: spectral.flatness.toFixed(3),
      explanation: "0 for a pure tone, 1 for white noise.",
    },
    {
      name: "Zero crossings",
      value: `${Math.round(spectral.zeroCrossingRate).toLocaleString("en")} /s`,
      explanation: "Sign changes of the signal in a second: many in noisy and bright sounds.",
    },
    {
      name: "Flux",
      value: spectral.flux.toPrecision(3),
      explanation: "How much the spectrum changes from one frame to the next: high where there is much attack.",
    },
  ];
}

const decibels = (value: number | null, unit: string) => (value === null ? "–" : `${formatLevel(value)} ${unit}`);

/** What is beside the integrated loudness. A dash where silence leaves nothing to measure. */
export function loudnessRows(loudness: Loudness): MeasuredRow[] {
  return [
    {
      name: "Range",
      value: loudness.rangeLu === null ? "–" : `${loudness.rangeLu.toFixed(1)} LU`,
      explanation: "How far quiet and loud passages are apart (EBU Tech 3342).",
    },
    {
      name: "Short-term max",
      value: decibels(loudness.shortTermMaxLufs, "LUFS"),
      explanation: "The loudest three seconds.",
    },
    {
      name: "Momentary max",
      value: decibels(loudness.momentaryMaxLufs, "LUFS"),
      explanation: "The loudest 400 milliseconds.",
    },
    {
      name: "True peak",
      value: decibels(loudness.truePeakDbtp, "dBTP"),
      explanation: "The highest level between the samples as well; above −1 it may clip after encoding.",
    },
    {
      name: "Sample peak",
      value: decibels(loudness.samplePeakDbfs, "dBFS"),
      explanation: "The highest single sample.",
    },
    { name: "RMS", value: decibels(loudness.rmsDbfs, "dBFS"), explanation: "The average level of the whole file." },
    {
      name: "Crest",
      value: decibels(loudness.crestDb, "dB"),
      explanation: "How far peaks stand above the average: low where it is heavily compressed.",
    },
  ];
}
