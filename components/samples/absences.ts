import { keyOrNote } from "@/lib/analysis/record/key-or-note";
import type { ValueName } from "@/lib/analysis/record/measured-values";
import type { AnalysisRecord } from "@/lib/analysis/record/schema";
import { ENGLISH, msg, type Text } from "@/lib/language/text";
import { absenceOf, isSwitchedOff } from "./absence";
import { within } from "./within";

export interface Absence {
  /** `Tempo, metre`. */
  names: string;
  reason: string;
}

/** What does not apply to this sound, with names that share a reason together. What is switched off is not mentioned. */
export function absencesOf(record: AnalysisRecord, t: Text = ENGLISH): Absence[] {
  const heard = keyOrNote(record);
  const absent = (isAbsent: boolean, name: string, reason: string) => (isAbsent ? [{ name, reason }] : []);
  const value = (name: ValueName, title: string, ...others: ValueName[]) =>
    absent(!record[name] && !isSwitchedOff(record, name), title, absenceOf(record, name, ...others));
  const found = [
    ...value("tempo", t("Tempo")),
    ...(heard.has === "neither" ? absent(true, t("Key"), heard.why.reason) : []),
    ...value("meter", t("Metre"), "tempo"),
    ...absent(hasNoLevel(record.loudness), t("Loudness"), absenceOf(record, "loudness")),
    ...value("rhythm", t("Rhythm"), "beats"),
    ...(record.chords?.length === 0
      ? absent(true, t("Chords"), msg("No chord lasts long enough to name."))
      : value("chords", t("Chords"), "key")),
    ...value("perceptual", t("Perceptual scores")),
    ...value("timbre", t("Timbre"), "spectral"),
    ...value("stereo", t("Stereo")),
    ...value("spectral", t("Spectrum")),
  ];
  return byReason(found, t);
}

/** A sound too short for the standard still has a level. */
function hasNoLevel({ integratedLufs, ungatedLufs }: AnalysisRecord["loudness"]): boolean {
  return integratedLufs === null && typeof ungatedLufs !== "number";
}

function byReason(found: readonly { name: string; reason: string }[], t: Text): Absence[] {
  const names = new Map<string, string[]>();
  for (const { name, reason } of found) names.set(reason, [...(names.get(reason) ?? []), name]);
  return [...names].map(([reason, [first = "", ...rest]]) => ({
    names: [first, ...rest.map((name) => within(name, t))].join(", "),
    reason: t(reason),
  }));
}
