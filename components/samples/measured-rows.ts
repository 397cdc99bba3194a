import type { ValueName } from "@/lib/analysis/record/measured-values";
import type { AnalysisRecord } from "@/lib/analysis/record/schema";
import type { Loudness } from "@/lib/analysis/record/values/loudness";
import type { Rhythm } from "@/lib/analysis/record/values/rhythm";
import type { Spectral } from "@/lib/analysis/record/values/spectral";
import { ENGLISH, msg, type Text } from "@/lib/language/text";
import type { KeyNotation } from "@/lib/music/key-notations";
import { formatDecimal, formatHertz, formatLevel, formatPercent, writeKey } from "@/lib/music/notation";
import { absenceOf } from "./absence";
import { formatBars, formatCents, formatSwing, writePrecise } from "./measured-format";
import { within } from "./within";

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
  format: (value: V, t: Text) => string,
  explanation: string,
  reason?: string,
];

/** A value that an older analysis did not measure is left out. One that does not apply has a reason or a dash. */
function rowsOf(about: ValueName, entries: readonly Entry[], t: Text): MeasuredRow[] {
  return entries.flatMap((entry) => rowOf(about, entry, t));
}

function rowOf<V>(about: ValueName, [name, value, format, explanation, reason]: Entry<V>, t: Text): MeasuredRow[] {
  if (value === undefined) return [];
  const row = { name: t(name), about, explanation: t(explanation) };
  if (value === null) return [{ ...row, value: "–", reason: reason && t(reason) }];
  return [{ ...row, value: format(value, t) }];
}

/** Merges rows that are absent for the same reason, so that the reason appears once. */
function mergeReasons(rows: readonly MeasuredRow[], t: Text): MeasuredRow[] {
  const merged: MeasuredRow[] = [];
  for (const row of rows) {
    const first = row.reason ? merged.find(({ reason }) => reason === row.reason) : undefined;
    if (first) {
      first.name += `, ${within(row.name, t)}`;
      first.explanation += ` ${row.explanation}`;
    } else merged.push({ ...row });
  }
  return merged;
}

const level = (unit: string) => (value: number, t: Text) => `${formatLevel(value, t)} ${unit}`;
const places =
  (count: number, unit = "") =>
  (value: number, t: Text) =>
    `${formatDecimal(value, count, t)}${unit}`;
const yesOrNo = (value: boolean, t: Text) => (value ? t("Yes") : t("No"));

/** The spectral values with units and what they mean for the sound. */
export function spectralRows(spectral: Spectral, t: Text = ENGLISH): MeasuredRow[] {
  return rowsOf(
    "spectral",
    [
      [
        msg("Centroid"),
        spectral.centroidHz,
        formatHertz,
        msg("The centre of gravity of the spectrum: the higher it is, the brighter the sound."),
      ],
      [
        msg("[of a spectrum] Spread"),
        spectral.spreadHz,
        formatHertz,
        msg("How widely the spectrum spreads around its centroid: little for a whistle, a lot for a cymbal."),
      ],
      [
        msg("Rolloff (85%)"),
        spectral.rolloffHz,
        formatHertz,
        msg("85% of the spectral energy is below this frequency."),
      ],
      [
        msg("Rolloff (95%)"),
        spectral.rolloff95Hz,
        formatHertz,
        msg("95% of the spectral energy is below this frequency."),
      ],
      [
        msg("Slope"),
        spectral.slopeDbPerOctave,
        places(1, " dB/oct"),
        msg("How fast the level falls towards high frequencies: 0 for white noise, −3 for pink noise."),
      ],
      [msg("Flatness"), spectral.flatness, places(3), msg("0 for a pure tone, 1 for white noise.")],
      [
        msg("Zero crossings"),
        spectral.zeroCrossingRate,
        (value) => `${Math.round(value).toLocaleString(t.language)} /s`,
        msg("How often the signal changes sign per second: often in noisy and bright sounds."),
      ],
      [
        msg("Flux"),
        spectral.flux,
        (value) => writePrecise(value, 3, t),
        msg("How much the spectrum changes from one moment to the next: a lot with many sharp attacks."),
      ],
    ],
    t,
  );
}

const TOO_SHORT = msg("The file is too short or too quiet to measure this.");

/** Loudness as broadcasters measure it. */
export function loudnessRows(loudness: Loudness, t: Text = ENGLISH): MeasuredRow[] {
  const rows = rowsOf(
    "loudness",
    [
      [
        msg("Integrated"),
        loudness.integratedLufs,
        level("LUFS"),
        msg("The loudness of the whole file without its quiet passages (ITU-R BS.1770)."),
        TOO_SHORT,
      ],
      [
        msg("Ungated"),
        // Longer sounds have an integrated loudness instead, and need no row that says so.
        loudness.ungatedLufs ?? undefined,
        level("LUFS"),
        msg("The loudness of a sound too short for the standard: all of it, without a gate."),
      ],
      [
        msg("[of loudness] Range"),
        loudness.rangeLu,
        places(1, " LU"),
        msg("The difference between quiet and loud passages (EBU Tech 3342)."),
        TOO_SHORT,
      ],
      [msg("Short-term max"), loudness.shortTermMaxLufs, level("LUFS"), msg("The loudest three seconds."), TOO_SHORT],
      [msg("Momentary max"), loudness.momentaryMaxLufs, level("LUFS"), msg("The loudest 400 milliseconds."), TOO_SHORT],
      [
        msg("True peak"),
        loudness.truePeakDbtp,
        level("dBTP"),
        msg("The highest level, including between samples. Above −1 dBTP it may clip after encoding."),
      ],
    ],
    t,
  );
  return mergeReasons(rows, t);
}

/** Peaks, average level, clipping and silence. */
export function signalRows(loudness: Loudness, t: Text = ENGLISH): MeasuredRow[] {
  return rowsOf(
    "loudness",
    [
      [msg("Sample peak"), loudness.samplePeakDbfs, level("dBFS"), msg("The level of the highest single sample.")],
      ["RMS", loudness.rmsDbfs, level("dBFS"), msg("The average level of the whole file.")],
      [
        msg("Crest"),
        loudness.crestDb,
        level("dB"),
        msg("How far the peaks are above the average level: little in heavily compressed music."),
      ],
      [
        msg("Clipping"),
        loudness.clippingRuns,
        (value) => (value === 0 ? t("[not there] None") : `${value.toLocaleString(t.language)}×`),
        msg("How often the signal stays at full scale."),
      ],
      [
        msg("DC offset"),
        loudness.dcOffset,
        places(4),
        msg("How far the middle of the waveform is from zero. Full scale is 1."),
      ],
      [
        msg("Silence at start"),
        loudness.headSilenceSeconds,
        places(2, " s"),
        msg("The time before the first sound above −60 dBFS."),
      ],
      [
        msg("Silence at end"),
        loudness.tailSilenceSeconds,
        places(2, " s"),
        msg("The time after the last sound above −60 dBFS."),
      ],
    ],
    t,
  );
}

/** How the piece relates to its beats. */
export function rhythmRows(rhythm: Rhythm, record: AnalysisRecord, t: Text = ENGLISH): MeasuredRow[] {
  const hasBeats = Boolean(record.beats?.length);
  const without = absenceOf(record, "beats", "tempo");
  const reason = (withBeats: string) => (hasBeats ? withBeats : without);
  return mergeReasons(
    [
      ...rowsOf(
        "rhythm",
        [
          [
            msg("Beat strength"),
            rhythm.beatStrength,
            formatPercent,
            msg("How clear the pulse is: 100% for a metronome."),
          ],
          [
            msg("Stability"),
            rhythm.stability,
            formatPercent,
            msg("How steady the tempo is: 100% for a drum machine."),
            without,
          ],
          [
            msg("Swing"),
            rhythm.swingRatio,
            formatSwing,
            msg("The length of the first half of a beat to the second: 1 is straight, 2 is triplets."),
            reason(msg("Nothing is played between the beats, or the beat is divided in three.")),
          ],
          [msg("Onsets"), rhythm.onsetsPerSecond, places(1, " /s"), msg("Notes and hits per second.")],
          [
            msg("Loop length"),
            rhythm.loopBars,
            formatBars,
            msg("The length of the file in whole bars."),
            reason(msg("The file is not a whole number of bars long.")),
          ],
        ],
        t,
      ),
      ...rowOf<boolean>(
        "rhythm",
        [msg("Starts on the grid"), rhythm.startsOnGrid, yesOrNo, msg("Whether the file starts on a beat."), without],
        t,
      ),
      ...rowOf<boolean>(
        "rhythm",
        [msg("Ends on the grid"), rhythm.endsOnGrid, yesOrNo, msg("Whether the file ends on a beat."), without],
        t,
      ),
    ],
    t,
  );
}

const surely = (value: string, { confidence }: { confidence: number }, t: Text) =>
  t("{value} ({percent} sure)", { value, percent: formatPercent(confidence, t) });

/** Tuning and tonality. The key has a card of its own, unless the card shows a note. */
export function harmonyRows(record: AnalysisRecord, notation: KeyNotation, t: Text = ENGLISH): MeasuredRow[] {
  const { key, keyChanges, tuning, atonality, pitch } = record;
  const changes = keyChanges ? Math.max(0, keyChanges.length - 1) : keyChanges;
  return mergeReasons(
    [
      ...(pitch && key
        ? rowOf<typeof key>(
            "key",
            [
              msg("As a key"),
              key,
              (value) => surely(writeKey(value, notation, t), value, t),
              msg("The key that its overtones suggest."),
            ],
            t,
          )
        : []),
      ...rowOf<NonNullable<typeof tuning>>(
        "tuning",
        [
          msg("Tuning"),
          tuning ?? null,
          (value) => surely(formatCents(value.cents, t), value, t),
          msg("How far the tuning is from A = 440 Hz. A semitone is 100 cents."),
          absenceOf(record, "tuning", "key"),
        ],
        t,
      ),
      ...rowsOf(
        "atonality",
        [
          [
            msg("Atonality"),
            atonality ?? null,
            formatPercent,
            msg("0% is clearly in a key, 100% is drums or noise."),
            absenceOf(record, "atonality", "key"),
          ],
        ],
        t,
      ),
      ...rowsOf(
        "keyChanges",
        [
          [
            msg("Key changes"),
            changes ?? null,
            (value) => (value === 0 ? t("[not there] None") : String(value)),
            msg("How often the key changes."),
            absenceOf(record, "keyChanges", "key"),
          ],
        ],
        t,
      ),
    ],
    t,
  );
}
