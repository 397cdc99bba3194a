import type { BeatGrid } from "@/components/waveform/beat-grid";
import { hueOfLetter, hueOfPitchClass } from "@/components/waveform/segment-colours";
import type { Segment, TimelineLane } from "@/components/waveform/segments";
import type { AnalysisRecord } from "@/lib/analysis/record/schema";
import type { Chord } from "@/lib/analysis/record/values/chords";
import type { KeyChange } from "@/lib/analysis/record/values/key-changes";
import type { Section } from "@/lib/analysis/record/values/sections";
import { ENGLISH, msg, type Text } from "@/lib/language/text";
import type { KeyNotation } from "@/lib/music/key-notations";
import { pitchClass, writeKey } from "@/lib/music/notation";
import { effectiveGrid } from "@/lib/samples/corrections/effective-grid";
import { NO_CORRECTIONS } from "@/lib/samples/corrections/no-corrections";
import type { SampleCorrections } from "@/lib/samples/corrections/schema";
import type { Layer } from "@/lib/samples/timeline-layers";
import { absenceOf } from "./absence";
import { chordName, isWrittenWithFlats } from "./chord-names";

export const LAYER_NAMES: Record<Layer, string> = {
  beats: msg("Beat grid"),
  downbeats: msg("Bars"),
  onsets: msg("Onsets"),
  sections: msg("Sections"),
  keys: msg("[music] Keys"),
  chords: msg("Chords"),
  spectrogram: msg("Spectrogram"),
};

export interface TimelineContent {
  grid: BeatGrid | null;
  lanes: TimelineLane[];
  /** Why a layer is missing, as a sentence. */
  absent: Partial<Record<Layer, string>>;
}

/** The lines that are wanted. A bar is also a beat: without bars it is drawn as one. Null if there is nothing to draw. */
export function shownGrid(grid: BeatGrid | null, shown: { beats: boolean; downbeats: boolean }): BeatGrid | null {
  if (!grid || !(shown.beats || shown.downbeats)) return null;
  return { beats: shown.beats ? grid.beats : [], downbeats: shown.downbeats ? grid.downbeats : [] };
}

/** What can be drawn on the time axis of a recording, and why anything is missing. */
export function timelineContent(
  record: AnalysisRecord,
  corrections: SampleCorrections = NO_CORRECTIONS,
  notation: KeyNotation = "musical",
  t: Text = ENGLISH,
): TimelineContent {
  const { sections, keyChanges, chords } = record;
  const grid = effectiveGrid(record, corrections);
  const lanes: TimelineLane[] = [];
  const absent: TimelineContent["absent"] = {};
  const add = (id: Layer, segments: Segment[] | undefined, reason: string) => {
    if (segments && segments.length > 0) lanes.push({ id, name: t(LAYER_NAMES[id]), segments });
    else absent[id] = reason;
  };
  const noBeats = corrections.bpm ? msg("Corrected to no tempo.") : absenceOf(record, "beats", "tempo");
  if (!grid) absent.beats = noBeats;
  if (!grid) absent.downbeats = noBeats;
  else if (grid.downbeats.length === 0) absent.downbeats = absenceOf(record, "downbeats", "meter");
  add(
    "sections",
    sections?.map((section) => sectionSegment(section, t)),
    absenceOf(record, "sections"),
  );
  const keys = keyChanges ? keySegments(keyChanges, record.durationSeconds, notation, t) : undefined;
  // If there is only one key, the key card says so.
  if (keys && keys.length < 2) absent.keys = msg("The key does not change.");
  else add("keys", keys, absenceOf(record, "keyChanges", "key"));
  const withFlats = isWrittenWithFlats(record.key);
  add(
    "chords",
    chords?.map((chord) => chordSegment(chord, withFlats, t)),
    absenceOf(record, "chords", "key"),
  );
  return { grid, lanes, absent };
}

function sectionSegment({ startSeconds, endSeconds, label }: Section, t: Text): Segment {
  const hue = hueOfLetter(label.charCodeAt(0) - 65 + Number(label.slice(1)) * 26);
  return { startSeconds, endSeconds, label, spoken: t("Section {name}", { name: label }), hue, isHatched: false };
}

function keySegments(
  changes: readonly KeyChange[],
  durationSeconds: number,
  notation: KeyNotation,
  t: Text,
): Segment[] {
  return changes.map((change, index) => ({
    startSeconds: change.startSeconds,
    endSeconds: changes[index + 1]?.startSeconds ?? durationSeconds,
    label: writeKey(change, notation, t),
    spoken: writeKey(change, notation, t),
    hue: hueOfPitchClass(pitchClass(change.tonic)),
    isHatched: change.mode === "minor",
  }));
}

function chordSegment({ startSeconds, endSeconds, label }: Chord, withFlats: boolean, t: Text): Segment {
  const chord = chordName(label, withFlats, t);
  if (!chord) return { startSeconds, endSeconds, label: "–", spoken: t("No chord"), hue: null, isHatched: false };
  const hue = hueOfPitchClass(chord.root);
  return { startSeconds, endSeconds, label: chord.short, spoken: chord.spoken, hue, isHatched: chord.mode === "minor" };
}
