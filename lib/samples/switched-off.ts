import { describeSound } from "@/lib/analysis/derived/description";
import type { AnalysisRecord } from "@/lib/analysis/record/schema";
import { GENRES } from "@/lib/analysis/record/values/genres";
import { INSTRUMENTS } from "@/lib/analysis/record/values/instruments";
import { MOODS } from "@/lib/analysis/record/values/moods";
import type { FlagName } from "@/lib/flags/constants";
import { SWITCHED_OFF } from "./constants";
import type { SampleDetail } from "./schema";

/** Features that decide which parts of a sample are shown. */
export const SAMPLE_FLAGS = [
  "spectrogram",
  "original-download",
  "tag-writeback",
  "genre-mood-tags",
  "instrument-tags",
  "descriptions",
] as const satisfies FlagName[];

/** Removes from a sample what is switched off. The stored record keeps everything. */
export function withoutSwitchedOff<Sample extends Omit<SampleDetail, "description">>(
  sample: Sample,
  features: ReadonlySet<FlagName>,
): Sample {
  return {
    ...sample,
    record: sample.record && recordWithout(sample.record, features),
    spectrogramUrl: features.has("spectrogram") ? sample.spectrogramUrl : null,
    downloadUrl: features.has("original-download") ? sample.downloadUrl : null,
    copyUrl: features.has("original-download") && features.has("tag-writeback") ? sample.copyUrl : null,
  };
}

/**
 * The tags that may be shown: names of genres, moods and instruments only while those are on, or where the owner gave
 * them.
 */
function shownTags(tags: readonly string[], features: ReadonlySet<FlagName>, own: readonly string[] = []): string[] {
  return withoutHidden(tags, hiddenLabels(features), own);
}

/** The same for one of many samples. */
export const withoutHidden = (tags: readonly string[], hidden: ReadonlySet<string>, own: readonly string[]): string[] =>
  tags.filter((tag) => !hidden.has(tag) || own.includes(tag));

/** Genres, moods and instruments that are switched off: neither shown nor found, unless the owner gave them as tags. */
export function hiddenLabels(features: ReadonlySet<FlagName>): ReadonlySet<string> {
  return new Set([
    ...(features.has("genre-mood-tags") ? [] : [...GENRES, ...MOODS]),
    ...(features.has("instrument-tags") ? [] : INSTRUMENTS),
  ]);
}

/** The same for a record that belongs to no sample. */
export function recordWithout(record: AnalysisRecord, features: ReadonlySet<FlagName>): AnalysisRecord {
  const off: ("genres" | "moods" | "instruments" | "description")[] = [];
  if (!features.has("genre-mood-tags")) off.push("genres", "moods");
  if (!features.has("instrument-tags")) off.push("instruments");
  if (!features.has("descriptions")) off.push("description");
  if (off.length === 0) return record;
  const absent = Object.fromEntries(off.map((name) => [name, null]));
  const notApplicable = { ...record.notApplicable, ...Object.fromEntries(off.map((name) => [name, SWITCHED_OFF])) };
  const description = record.description && descriptionWithout(record, off);
  return { ...record, tags: shownTags(record.tags, features), description, ...absent, notApplicable };
}

/** Describes the sound anew without the hidden labels, which the stored description repeats. */
function descriptionWithout(record: AnalysisRecord, off: readonly string[]): string {
  const { genres, moods, instruments } = record;
  const without = <T>(name: string, labels: T) => (off.includes(name) ? null : labels);
  return describeSound({
    ...record,
    genres: without("genres", genres),
    moods: without("moods", moods),
    instruments: without("instruments", instruments),
  }).description;
}
