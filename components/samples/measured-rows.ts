import type { ValueName } from "@/lib/analysis/record/measured-values";
import type { AnalysisRecord } from "@/lib/analysis/record/schema";
import type { Loudness } from "@/lib/analysis/record/values/loudness";
import type { Rhythm } from "@/lib/analysis/record/values/rhythm";
import type { Spectral } from "@/lib/analysis/record/values/spectral";
import {
  formatDecimal,
  formatHertz,
  formatLevel,
  formatPercent,
  type KeyNotation,
  writeKey,
} from "@/lib/music/notation";
import { absenceOf } from "./absence";
import { formatBars, formatCents, formatSwing } from "./measured-format";

export interface MeasuredRow {
  name: string;
  value: string;
  /** The value of the record that it is, or is part of. */
  about: ValueName;
  /** What it means, in one sentence. */
  explanation: string;
  /** Shown instead of the value: why there is none. */
  reason?: string;
}

type Entry<V = number> = [
  name: string,
  value: V | null | undefined,
  format: (value: V) => string,
  explanation: string,
  reason?: string,
];

/** A value that an older analysis did not measure is left out. One that does not apply has a reason or a dash. */
function rowsOf(about: ValueName, entries: readonly Entry[]): MeasuredRow[] {
  return entries.flatMap((entry) => rowOf(about, entry));
}

function rowOf<V>(about: ValueName, [name, value, format, explanation, reason]: Entry<V>): MeasuredRow[] {
  if (value === undefined) return [];
  if (value === null) return [{ name, value: "–", about, explanation, reason }];
  return [{ name, value: format(value), about, explanation }];
}

/** Merges rows that are absent for the same reason, so that the reason appears once. */
function mergeReasons(rows: readonly MeasuredRow[]): MeasuredRow[] {
  const merged: MeasuredRow[] = [];
  for (const row of rows) {
    const first = row.reason ? merged.find(({ reason }) => reason === row.reason) : undefined;
    if (first) {
      first.name += `, ${row.name.toLowerCase()}`;
      first.explanation += ` ${row.explanation}`;
    } else merged.push({ ...row });
  }
  return merged;
}

const level = (unit: string) => (value: number) => `${formatLevel(value)} ${unit}`;
const places =
  (count: number, unit = "") =>
  (value: number) =>
    `${formatDecimal(value, count)}${unit}`;
const yesOrNo = (value: boolean) => (value ? "Yes" : "No");

/** The spectral values with units and what they mean for the sound. */
export function spectralRows(spectral: Spectral): MeasuredRow[] {
  return rowsOf("spectral", [
    [
      "Centroid",
      spectral.centroidHz,
      formatHertz,
      "The centre of gravity of the spectrum: the higher it is, the brighter the sound.",
    ],
    [
      "Spread",
      spectral.spreadHz,
      formatHertz,
      "How widely the spectrum spreads around its centroid: little for a whistle, a lot for a cymbal.",
    ],
    ["Rolloff (85%)", spectral.rolloffHz, formatHertz, "85% of the spectral energy is below this frequency."],
    ["Rolloff (95%)", spectral.rolloff95Hz, formatHertz, "95% of the spectral energy is below this frequency."],
    [
      "Slope",
      spectral.slopeDbPerOctave,
      places(1, " dB/oct"),
      "How fast the level falls towards high frequencies: 0 for white noise, −3 for pink noise.",
    ],
    ["Flatness", spectral.flatness, places(3), "0 for a pure tone, 1 for white noise."],
    [
      "Zero crossings",
      spectral.zeroCrossingRate,
      (value) => `${Math.round(value).toLocaleString("en")} /s`,
      "How often the signal changes sign per second: often in noisy and bright sounds.",
    ],
    [
      "Flux",
      spectral.flux,
      (value) => value.toPrecision(3),
      "How much the spectrum changes from one moment to the next: a lot with many sharp attacks.",
    ],
  ]);
}

const TOO_SHORT = "The file is too short or too quiet to measure this.";

/** Loudness as broadcasters measure it. */
export function loudnessRows(loudness: Loudness): MeasuredRow[] {
  const rows = rowsOf("loudness", [
    [
      "Integrated",
      loudness.integratedLufs,
      level("LUFS"),
      "The loudness of the whole file without its quiet passages (ITU-R BS.1770).",
      TOO_SHORT,
    ],
    [
      "Ungated",
      // Longer sounds have an integrated loudness instead, and need no row that says so.
      loudness.ungatedLufs ?? undefined,
      level("LUFS"),
      "The loudness of a sound too short for the standard: all of it, without a gate.",
    ],
    [
      "Range",
      loudness.rangeLu,
      places(1, " LU"),
      "The difference between quiet and loud passages (EBU Tech 3342).",
      TOO_SHORT,
    ],
    ["Short-term max", loudness.shortTermMaxLufs, level("LUFS"), "The loudest three seconds.", TOO_SHORT],
    ["Momentary max", loudness.momentaryMaxLufs, level("LUFS"), "The loudest 400 milliseconds.", TOO_SHORT],
    [
      "True peak",
      loudness.truePeakDbtp,
      level("dBTP"),
      "The highest level, including between samples. Above −1 dBTP it may clip after encoding.",
    ],
  ]);
  return mergeReasons(rows);
}

/** Peaks, average level, clipping and silence. */
export function signalRows(loudness: Loudness): MeasuredRow[] {
  return rowsOf("loudness", [
    ["Sample peak", loudness.samplePeakDbfs, level("dBFS"), "The level of the highest single sample."],
    ["RMS", loudness.rmsDbfs, level("dBFS"), "The average level of the whole file."],
    [
      "Crest",
      loudness.crestDb,
      level("dB"),
      "How far the peaks are above the average level: little in heavily compressed music.",
    ],
    [
      "Clipping",
      loudness.clippingRuns,
      (value) => (value === 0 ? "None" : `${value.toLocaleString("en")}×`),
      "How often the signal stays at full scale.",
    ],
    ["DC offset", loudness.dcOffset, places(4), "How far the middle of the waveform is from zero. Full scale is 1."],
    [
      "Silence at start",
      loudness.headSilenceSeconds,
      places(2, " s"),
      "The time before the first sound above −60 dBFS.",
    ],
    ["Silence at end", loudness.tailSilenceSeconds, places(2, " s"), "The time after the last sound above −60 dBFS."],
  ]);
}

/** How the piece relates to its beats. */
export function rhythmRows(rhythm: Rhythm, record: AnalysisRecord): MeasuredRow[] {
  const hasBeats = Boolean(record.beats?.length);
  const without = absenceOf(record, "beats", "tempo");
  const reason = (withBeats: string) => (hasBeats ? withBeats : without);
  return mergeReasons([
    ...rowsOf("rhythm", [
      ["Beat strength", rhythm.beatStrength, formatPercent, "How clear the pulse is: 100% for a metronome."],
      ["Stability", rhythm.stability, formatPercent, "How steady the tempo is: 100% for a drum machine.", without],
      [
        "Swing",
        rhythm.swingRatio,
        formatSwing,
        "The length of the first half of a beat to the second: 1 is straight, 2 is triplets.",
        reason("Nothing is played between the beats, or the beat is divided in three."),
      ],
      ["Onsets", rhythm.onsetsPerSecond, places(1, " /s"), "Notes and hits per second."],
      [
        "Loop length",
        rhythm.loopBars,
        formatBars,
        "The length of the file in whole bars.",
        reason("The file is not a whole number of bars long."),
      ],
    ]),
    ...rowOf<boolean>("rhythm", [
      "Starts on the grid",
      rhythm.startsOnGrid,
      yesOrNo,
      "Whether the file starts on a beat.",
      without,
    ]),
    ...rowOf<boolean>("rhythm", [
      "Ends on the grid",
      rhythm.endsOnGrid,
      yesOrNo,
      "Whether the file ends on a beat.",
      without,
    ]),
  ]);
}

/** Tuning and tonality. The key has a card of its own, unless the card shows a note. */
export function harmonyRows(record: AnalysisRecord, notation: KeyNotation): MeasuredRow[] {
  const { key, keyChanges, tuning, atonality, pitch } = record;
  const changes = keyChanges ? Math.max(0, keyChanges.length - 1) : keyChanges;
  return mergeReasons([
    ...(pitch && key
      ? rowOf<typeof key>("key", [
          "As a key",
          key,
          (value) => `${writeKey(value, notation)} (${formatPercent(value.confidence)} sure)`,
          "The key that its overtones suggest.",
        ])
      : []),
    ...rowOf<NonNullable<typeof tuning>>("tuning", [
      "Tuning",
      tuning ?? null,
      (value) => `${formatCents(value.cents)} (${formatPercent(value.confidence)} sure)`,
      "How far the tuning is from A = 440 Hz. A semitone is 100 cents.",
      absenceOf(record, "tuning", "key"),
    ]),
    ...rowsOf("atonality", [
      [
        "Atonality",
        atonality ?? null,
        formatPercent,
        "0% is clearly in a key, 100% is drums or noise.",
        absenceOf(record, "atonality", "key"),
      ],
    ]),
    ...rowsOf("keyChanges", [
      [
        "Key changes",
        changes ?? null,
        (value) => (value === 0 ? "None" : String(value)),
        "How often the key changes.",
        absenceOf(record, "keyChanges", "key"),
      ],
    ]),
  ]);
}
