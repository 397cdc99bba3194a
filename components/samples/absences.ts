import { keyOrNote } from "@/lib/analysis/record/key-or-note";
import type { ValueName } from "@/lib/analysis/record/measured-values";
import type { AnalysisRecord } from "@/lib/analysis/record/schema";
import { absenceOf, isSwitchedOff } from "./absence";

export interface Absence {
  /** `Tempo, metre`. */
  names: string;
  reason: string;
}

/** What does not apply to this sound, with names that share a reason together. What is switched off is not mentioned. */
export function absencesOf(record: AnalysisRecord): Absence[] {
  const heard = keyOrNote(record);
  const absent = (isAbsent: boolean, name: string, reason: string) => (isAbsent ? [{ name, reason }] : []);
  const value = (name: ValueName, title: string, ...others: ValueName[]) =>
    absent(!record[name] && !isSwitchedOff(record, name), title, absenceOf(record, name, ...others));
  const found = [
    ...value("tempo", "Tempo"),
    ...(heard.has === "neither" ? absent(true, "Key", heard.why.reason) : []),
    ...value("meter", "Metre", "tempo"),
    ...absent(hasNoLevel(record.loudness), "Loudness", absenceOf(record, "loudness")),
    ...value("rhythm", "Rhythm", "beats"),
    ...(record.chords?.length === 0
      ? absent(true, "Chords", "No chord lasts long enough to name.")
      : value("chords", "Chords", "key")),
    ...value("perceptual", "Perceptual scores"),
    ...value("timbre", "Timbre", "spectral"),
    ...value("stereo", "Stereo"),
    ...value("spectral", "Spectrum"),
  ];
  return byReason(found);
}

/** A sound too short for the standard still has a level. */
function hasNoLevel({ integratedLufs, ungatedLufs }: AnalysisRecord["loudness"]): boolean {
  return integratedLufs === null && typeof ungatedLufs !== "number";
}

function byReason(found: readonly { name: string; reason: string }[]): Absence[] {
  const names = new Map<string, string[]>();
  for (const { name, reason } of found) names.set(reason, [...(names.get(reason) ?? []), name]);
  return [...names].map(([reason, [first = "", ...rest]]) => ({
    names: [first, ...rest.map((name) => name.toLowerCase())].join(", "),
    reason,
  }));
}
