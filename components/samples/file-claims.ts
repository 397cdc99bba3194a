import type { NameFacts } from "@/lib/analysis/file-tags/name-facts";
import type { FileTags } from "@/lib/analysis/file-tags/schema";
import type { AnalysisRecord } from "@/lib/analysis/record/schema";
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
import type { WrittenKey } from "@/lib/music/key-text";
import { TONICS } from "@/lib/music/keys";
import { formatNote, type KeyNotation, pitchClass, writeKey } from "@/lib/music/notation";
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

/** One value as the file, its name and the measurement have it. */
export interface Claim {
  name: "Tempo" | "Key" | "Root note" | "Kind";
  inFile: string | null;
  inName: string | null;
  /** With "(corrected)" where a person's value counts in its place. */
  measured: string | null;
  /** What to know where they differ: "The file says 140 BPM, measured 70: half of it." */
  differences: string[];
}

const TEMPO_WORDS: Record<TempoRelation, string | null> = {
  same: null,
  half: "half of it",
  double: "twice that",
  two_thirds: "two thirds of it",
  three_halves: "one and a half times that",
  other: "another tempo",
};
const KEY_WORDS: Record<KeyRelation, string | null> = {
  same: null,
  relative: "the relative key, with the same notes",
  parallel: "the same tonic in the other mode",
  neighbour: "one step away on the circle of fifths",
  other: "another key",
};
const NOTE_WORDS: Record<NoteRelation, string | null> = {
  same: null,
  other_octave: "the same note in another octave",
  other: "another note",
};

/** What the file and its name say, beside what is measured or, where a person corrected it, what counts. Values that nobody wrote down are left out. */
export function claimsOf(
  record: AnalysisRecord,
  tags: FileTags | null,
  name: NameFacts,
  corrections: SampleCorrections = NO_CORRECTIONS,
  notation: KeyNotation = "musical",
): Claim[] {
  const claims = [
    tempoClaim(effectiveTempo(record, corrections), tags?.bpm ?? null, name.bpm),
    keyClaim(effectiveHarmony(record, corrections), tags?.key ?? null, name.key, notation),
    rootNoteClaim(record, tags?.rootNote ?? null),
    kindClaim(effectiveKind(record, corrections), tags?.kind ?? null, name.kind),
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

function claimOf<T>(written: Written<T>): Claim {
  const { name, inFile, inName, show, measured, measuredBriefly, isCorrected = false, compare } = written;
  const how = isCorrected ? "corrected to" : "measured";
  const sentence = (source: string, value: T | null) => {
    const difference = value === null || measured === null ? null : compare(value);
    if (value === null || difference === null) return [];
    return [`The ${source} says ${show(value)}, ${how} ${measuredBriefly ?? measured}: ${difference}.`];
  };
  return {
    name,
    inFile: inFile === null ? null : show(inFile),
    inName: inName === null ? null : show(inName),
    measured: isCorrected ? `${measured ?? "none"} (corrected)` : measured,
    differences: [...sentence("file", inFile), ...sentence("name", inName)],
  };
}

const brief = (bpm: number) => String(Number(bpm.toFixed(1)));

function tempoClaim(counts: EffectiveValue<number>, inFile: number | null, inName: number | null): Claim {
  const { value: bpm, isCorrected } = counts;
  return claimOf<number>({
    name: "Tempo",
    inFile,
    inName,
    show: (written) => `${brief(written)} BPM`,
    measured: bpm === null ? null : `${brief(bpm)} BPM`,
    ...(bpm !== null ? { measuredBriefly: brief(bpm) } : {}),
    isCorrected,
    compare: (written) => (bpm === null ? null : TEMPO_WORDS[compareTempo(written, bpm)]),
  });
}

/** A key, or the note alone where no mode is written. */
export function formatWrittenKey({ tonic, mode }: WrittenKey, notation: KeyNotation = "musical"): string {
  return mode ? writeKey({ tonic, mode }, notation) : formatNote(TONICS[pitchClass(tonic)] ?? "");
}

function keyClaim(
  heard: EffectiveHarmony,
  inFile: WrittenKey | null,
  inName: WrittenKey | null,
  notation: KeyNotation,
): Claim {
  const { isCorrected } = heard;
  const show = (key: WrittenKey) => formatWrittenKey(key, notation);
  const written = { name: "Key", inFile, inName, show, isCorrected } as const;
  if (heard.has === "note") {
    const note = midiOfNote(heard.note);
    const compare = ({ tonic }: WrittenKey) => (note === null || note % 12 === tonic ? null : NOTE_WORDS.other);
    return claimOf({ ...written, measured: formatNote(heard.note), compare });
  }
  if (heard.has === "neither") return claimOf({ ...written, measured: null, compare: () => null });
  const { key } = heard;
  return claimOf({
    ...written,
    measured: writeKey(key, notation),
    compare: (value) => KEY_WORDS[compareKey(value, key)],
  });
}

function rootNoteClaim({ pitch }: AnalysisRecord, inFile: number | null): Claim {
  const note = pitch && midiOfNote(pitch.note);
  return claimOf<number>({
    name: "Root note",
    inFile,
    inName: null,
    show: (midi) => formatNote(noteOfMidi(midi)),
    measured: pitch && formatNote(pitch.note),
    compare: (midi) => (note === null ? null : NOTE_WORDS[compareNote(midi, note)]),
  });
}

type WrittenKind = NonNullable<FileTags["kind"]>;

function kindClaim(
  { value: kind, isCorrected }: EffectiveValue<keyof typeof KIND_NAMES>,
  inFile: WrittenKind | null,
  inName: WrittenKind | null,
): Claim {
  const named = (label: keyof typeof KIND_NAMES) => KIND_NAMES[label].toLowerCase();
  return claimOf<WrittenKind>({
    name: "Kind",
    inFile,
    inName,
    show: named,
    measured: kind && named(kind),
    isCorrected,
    compare: (label) => (kind === null || kind === label ? null : "another kind"),
  });
}
