import type { AnalysisRecord, Loudness, Rhythm, Spectral } from "@/lib/analysis/record/schema";
import { formatHertz, formatKey, formatLevel, formatPercent } from "@/lib/music/notation";
import { absenceOf } from "./absence";
import { formatBars, formatCents, formatDecimal, formatSwing } from "./measured-format";

export interface MeasuredRow {
  name: string;
  value: string;
  /** What it tells, in one line. */
  explanation: string;
  /** Why there is no value, in its place. */
  reason?: string;
}

type Entry<V = number> = [
  name: string,
  value: V | null | undefined,
  format: (value: V) => string,
  explanation: string,
  reason?: string,
];

/** A value that an older analysis did not measure is left out; one that cannot be had says why or is a dash. */
function rowsOf(entries: readonly Entry[]): MeasuredRow[] {
  return entries.flatMap((entry) => rowOf(entry));
}

function rowOf<V>([name, value, format, explanation, reason]: Entry<V>): MeasuredRow[] {
  if (value === undefined) return [];
  if (value === null) return [{ name, value: "–", explanation, reason }];
  return [{ name, value: format(value), explanation }];
}

/** Rows that are absent for one and the same reason become one row: it is said once. */
function saidOnce(rows: readonly MeasuredRow[]): MeasuredRow[] {
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

const TOO_SHORT = "The file is too short or too quiet.";

/** Loudness as broadcasters measure it. */
export function loudnessRows(loudness: Loudness): MeasuredRow[] {
  const rows = rowsOf([
    [
      "Integrated",
      loudness.integratedLufs,
      level("LUFS"),
      "The loudness of the whole file, quiet passages left out (ITU-R BS.1770).",
      TOO_SHORT,
    ],
    [
      "Range",
      loudness.rangeLu,
      places(1, " LU"),
      "How far quiet and loud passages are apart (EBU Tech 3342).",
      TOO_SHORT,
    ],
    ["Short-term max", loudness.shortTermMaxLufs, level("LUFS"), "The loudest three seconds.", TOO_SHORT],
    ["Momentary max", loudness.momentaryMaxLufs, level("LUFS"), "The loudest 400 milliseconds.", TOO_SHORT],
    [
      "True peak",
      loudness.truePeakDbtp,
      level("dBTP"),
      "The highest level between the samples as well; above −1 it may clip after encoding.",
    ],
  ]);
  return saidOnce(rows);
}

/** The signal as samples: peaks, average, faults, silence. */
export function signalRows(loudness: Loudness): MeasuredRow[] {
  return rowsOf([
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
      (value) => (value === 0 ? "None" : `${value.toLocaleString("en")}×`),
      "How often the signal sticks at full scale.",
    ],
    ["DC offset", loudness.dcOffset, places(4), "How far the waveform is off its zero line; full scale is 1."],
    ["Silence before", loudness.headSilenceSeconds, places(2, " s"), "Until the first sound above −60 dBFS."],
    ["Silence after", loudness.tailSilenceSeconds, places(2, " s"), "From the last sound above −60 dBFS."],
  ]);
}

/** How the piece lies on its beats. */
export function rhythmRows(rhythm: Rhythm, record: AnalysisRecord): MeasuredRow[] {
  const hasBeats = Boolean(record.beats?.length);
  const without = absenceOf(record, "beats", "tempo");
  const reason = (withBeats: string) => (hasBeats ? withBeats : without);
  return saidOnce([
    ...rowsOf([
      ["Beat strength", rhythm.beatStrength, formatPercent, "How clearly a pulse is felt; a metronome has 100%."],
      ["Stability", rhythm.stability, formatPercent, "How evenly the tempo is kept; a machine has 100%.", without],
      [
        "Swing",
        rhythm.swingRatio,
        formatSwing,
        "The first half of a beat over the second: 1 is straight, 2 is triplets.",
        reason("Nothing is played between the beats, or the beat is divided in three."),
      ],
      ["Onsets", rhythm.onsetsPerSecond, places(1, " /s"), "Notes and hits in a second."],
      [
        "Loop length",
        rhythm.loopBars,
        formatBars,
        "The whole bars the file is long.",
        reason("The file is not a whole number of bars long."),
      ],
    ]),
    ...rowOf<boolean>([
      "Starts on the grid",
      rhythm.startsOnGrid,
      yesOrNo,
      "Whether the file begins on a beat.",
      without,
    ]),
    ...rowOf<boolean>(["Ends on the grid", rhythm.endsOnGrid, yesOrNo, "Whether the file ends on a beat.", without]),
  ]);
}

/** Tuning and how tonal it is; the key stands on its card unless a note took its place. */
export function harmonyRows(record: AnalysisRecord): MeasuredRow[] {
  const { key, keyChanges, tuning, atonality, pitch } = record;
  const changes = keyChanges ? Math.max(0, keyChanges.length - 1) : keyChanges;
  return saidOnce([
    ...(pitch && key
      ? rowOf<typeof key>([
          "As a key",
          key,
          (value) => `${formatKey(value)} (${formatPercent(value.confidence)} sure)`,
          "The key that its overtones would suggest.",
        ])
      : []),
    ...rowOf<NonNullable<typeof tuning>>([
      "Tuning",
      tuning ?? null,
      (value) => `${formatCents(value.cents)} (${formatPercent(value.confidence)} sure)`,
      "How far it is tuned from A = 440 Hz; a semitone has 100 cents.",
      absenceOf(record, "tuning", "key"),
    ]),
    ...rowsOf([
      [
        "Atonality",
        atonality ?? null,
        formatPercent,
        "0% is clearly in a key, 100% is drums or noise.",
        absenceOf(record, "atonality", "key"),
      ],
      [
        "Key changes",
        changes ?? null,
        (value) => (value === 0 ? "None" : String(value)),
        "How often the key changes on the way.",
        absenceOf(record, "keyChanges", "key"),
      ],
    ]),
  ]);
}
