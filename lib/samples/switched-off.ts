import { describeSound } from "@/lib/analysis/derived/description";
import type { AnalysisRecord } from "@/lib/analysis/record/schema";
import type { FlagName } from "@/lib/flags/constants";
import { SWITCHED_OFF } from "./constants";
import type { SampleDetail } from "./schema";

/** Features that decide which parts of a sample are shown. */
export const SAMPLE_FLAGS = [
  "spectrogram",
  "original-download",
  "genre-mood-tags",
  "instrument-tags",
  "descriptions",
] as const satisfies FlagName[];

/** Removes from a sample what is switched off. The stored record keeps everything. */
export function withoutSwitchedOff(sample: SampleDetail, features: ReadonlySet<FlagName>): SampleDetail {
  return {
    ...sample,
    record: sample.record && recordWithout(sample.record, features),
    spectrogramUrl: features.has("spectrogram") ? sample.spectrogramUrl : null,
    downloadUrl: features.has("original-download") ? sample.downloadUrl : null,
  };
}

function recordWithout(record: AnalysisRecord, features: ReadonlySet<FlagName>): AnalysisRecord {
  const off: ("genres" | "moods" | "instruments" | "description")[] = [];
  if (!features.has("genre-mood-tags")) off.push("genres", "moods");
  if (!features.has("instrument-tags")) off.push("instruments");
  if (!features.has("descriptions")) off.push("description");
  if (off.length === 0) return record;
  const absent = Object.fromEntries(off.map((name) => [name, null]));
  const notApplicable = { ...record.notApplicable, ...Object.fromEntries(off.map((name) => [name, SWITCHED_OFF])) };
  return { ...record, ...wordsWithout(record, off), ...absent, notApplicable };
}

/** Removes the hidden labels from the description and the tags, which repeat them. */
function wordsWithout(record: AnalysisRecord, off: readonly string[]): Pick<AnalysisRecord, "description" | "tags"> {
  const { genres, moods, instruments } = record;
  const without = <T>(name: string, labels: T) => (off.includes(name) ? null : labels);
  const said = describeSound({
    ...record,
    genres: without("genres", genres),
    moods: without("moods", moods),
    instruments: without("instruments", instruments),
  });
  return {
    description: record.description && said.description,
    tags: record.tags.filter((tag) => said.tags.includes(tag)),
  };
}
