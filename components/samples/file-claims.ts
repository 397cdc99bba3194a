import type { NameFacts } from "@/lib/analysis/file-tags/name-facts";
import type { FileTags } from "@/lib/analysis/file-tags/schema";
import type { AnalysisRecord } from "@/lib/analysis/record/schema";
import { writeDecimal } from "@/lib/format/decimal";
import { ENGLISH, msg, type Text } from "@/lib/language/text";
import {
  compareKey,
  compareNote,
  compareTempo,
  type KeyRelation,
  midiOfNote,
  type NoteRelation,
  noteOfMidi,
  type TempoRelation,
} from "@/lib/music/claims";
import type { KeyNotation } from "@/lib/music/key-notations";
import type { WrittenKey } from "@/lib/music/key-text";
import { TONICS } from "@/lib/music/keys";
import { formatNote, pitchClass, writeKey } from "@/lib/music/notation";
import { NO_CORRECTIONS } from "@/lib/samples/corrections/no-corrections";
import type { SampleCorrections } from "@/lib/samples/corrections/schema";
import {
  type EffectiveHarmony,
  type EffectiveValue,
  effectiveHarmony,
  effectiveKind,
  effectiveTempo,
} from "./effective-sound";
import { KIND_NAMES } from "./sample-facts";
import { within } from "./within";

/** One value as the file, its name and the measurement have it. */
export interface Claim {
  name: string;
  inFile: string | null;
  inName: string | null;
  /** With "(corrected)" where a person's value counts in its place. */
  measured: string | null;
  /** What to know where they differ: "The file says 140 BPM, measured 70: half of it." */
  differences: string[];
}

const TEMPO_WORDS: Record<TempoRelation, string | null> = {
  same: null,
  half: msg("half of it"),
  double: msg("twice that"),
  two_thirds: msg("two thirds of it"),
  three_halves: msg("one and a half times that"),
  other: msg("another tempo"),
};
const KEY_WORDS: Record<KeyRelation, string | null> = {
  same: null,
  relative: msg("the relative key, with the same notes"),
  parallel: msg("the same tonic in the other mode"),
  neighbour: msg("one step away on the circle of fifths"),
  other: msg("another key"),
};
const NOTE_WORDS: Record<NoteRelation, string | null> = {
  same: null,
  other_octave: msg("the same note in another octave"),
  other: msg("another note"),
};

/** What the file and its name say, beside what is measured or, where a person corrected it, what counts. Values that nobody wrote down are left out. */
export function claimsOf(
  record: AnalysisRecord,
  tags: FileTags | null,
  name: NameFacts,
  corrections: SampleCorrections = NO_CORRECTIONS,
  notation: KeyNotation = "musical",
  t: Text = ENGLISH,
): Claim[] {
  const claims = [
    tempoClaim(effectiveTempo(record, corrections), tags?.bpm ?? null, name.bpm, t),
    keyClaim(effectiveHarmony(record, corrections), tags?.key ?? null, name.key, { notation, t }),
    rootNoteClaim(record, tags?.rootNote ?? null, t),
    kindClaim(effectiveKind(record, corrections), tags?.kind ?? null, name.kind, t),
  ];
  return claims.filter((claim) => claim.inFile !== null || claim.inName !== null);
}

interface Written<T> {
  name: Claim["name"];
  inFile: T | null;
  inName: T | null;
  /** As a table shows it. */
  show: (value: T) => string;
  measured: string | null;
  /** Where the unit is clear, shorter. */
  measuredBriefly?: string;
  /** Whether `measured` is what a person says. */
  isCorrected?: boolean;
  /** Null if both are the same. */
  compare: (value: T) => string | null;
}

type Source = "file" | "name";

const MEASURED_SENTENCES: Record<Source, string> = {
  file: msg("The file says {value}, measured {measured}: {difference}."),
  name: msg("The name says {value}, measured {measured}: {difference}."),
};
const CORRECTED_SENTENCES: Record<Source, string> = {
  file: msg("The file says {value}, corrected to {measured}: {difference}."),
  name: msg("The name says {value}, corrected to {measured}: {difference}."),
};

function claimOf<T>(written: Written<T>, t: Text): Claim {
  const { name, inFile, inName, show, measured, measuredBriefly, isCorrected = false, compare } = written;
  const sentences = isCorrected ? CORRECTED_SENTENCES : MEASURED_SENTENCES;
  const sentence = (source: Source, value: T | null) => {
    const difference = value === null || measured === null ? null : compare(value);
    if (value === null || measured === null || difference === null) return [];
    return [
      t(sentences[source], { value: show(value), measured: measuredBriefly ?? measured, difference: t(difference) }),
    ];
  };
  return {
    name,
    inFile: inFile === null ? null : show(inFile),
    inName: inName === null ? null : show(inName),
    measured: isCorrected ? t("{value} (corrected)", { value: measured ?? t("[no value] none") }) : measured,
    differences: [...sentence("file", inFile), ...sentence("name", inName)],
  };
}

const brief = (bpm: number, t: Text) => {
  const rounded = Number(bpm.toFixed(1));
  return writeDecimal(rounded, Number.isInteger(rounded) ? 0 : 1, t);
};

function tempoClaim(counts: EffectiveValue<number>, inFile: number | null, inName: number | null, t: Text): Claim {
  const { value: bpm, isCorrected } = counts;
  return claimOf<number>(
    {
      name: t("Tempo"),
      inFile,
      inName,
      show: (written) => `${brief(written, t)} BPM`,
      measured: bpm === null ? null : `${brief(bpm, t)} BPM`,
      ...(bpm !== null ? { measuredBriefly: brief(bpm, t) } : {}),
      isCorrected,
      compare: (written) => (bpm === null ? null : TEMPO_WORDS[compareTempo(written, bpm)]),
    },
    t,
  );
}

/** A key, or the note alone where no mode is written. */
export function formatWrittenKey(
  { tonic, mode }: WrittenKey,
  notation: KeyNotation = "musical",
  t: Text = ENGLISH,
): string {
  return mode ? writeKey({ tonic, mode }, notation, t) : formatNote(TONICS[pitchClass(tonic)] ?? "");
}

function keyClaim(
  heard: EffectiveHarmony,
  inFile: WrittenKey | null,
  inName: WrittenKey | null,
  { notation, t }: { notation: KeyNotation; t: Text },
): Claim {
  const { isCorrected } = heard;
  const show = (key: WrittenKey) => formatWrittenKey(key, notation, t);
  const written = { name: t("Key"), inFile, inName, show, isCorrected } as const;
  if (heard.has === "note") {
    const note = midiOfNote(heard.note);
    const compare = ({ tonic }: WrittenKey) => (note === null || note % 12 === tonic ? null : NOTE_WORDS.other);
    return claimOf({ ...written, measured: formatNote(heard.note), compare }, t);
  }
  if (heard.has === "neither") return claimOf({ ...written, measured: null, compare: () => null }, t);
  const { key } = heard;
  return claimOf(
    {
      ...written,
      measured: writeKey(key, notation, t),
      compare: (value) => KEY_WORDS[compareKey(value, key)],
    },
    t,
  );
}

function rootNoteClaim({ pitch }: AnalysisRecord, inFile: number | null, t: Text): Claim {
  const note = pitch && midiOfNote(pitch.note);
  return claimOf<number>(
    {
      name: t("Root note"),
      inFile,
      inName: null,
      show: (midi) => formatNote(noteOfMidi(midi)),
      measured: pitch && formatNote(pitch.note),
      compare: (midi) => (note === null ? null : NOTE_WORDS[compareNote(midi, note)]),
    },
    t,
  );
}

type WrittenKind = NonNullable<FileTags["kind"]>;

function kindClaim(
  { value: kind, isCorrected }: EffectiveValue<keyof typeof KIND_NAMES>,
  inFile: WrittenKind | null,
  inName: WrittenKind | null,
  t: Text,
): Claim {
  const named = (label: keyof typeof KIND_NAMES) => within(t(KIND_NAMES[label]), t);
  return claimOf<WrittenKind>(
    {
      name: t("Kind"),
      inFile,
      inName,
      show: named,
      measured: kind && named(kind),
      isCorrected,
      compare: (label) => (kind === null || kind === label ? null : msg("another kind")),
    },
    t,
  );
}
