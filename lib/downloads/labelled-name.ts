import { nameFacts } from "@/lib/analysis/file-tags/name-facts";
import type { SampleRow } from "@/lib/samples/schema";
import { bpmText, shortKey } from "./tagged/wanted-tags";

type Labelled = Pick<SampleRow, "fileName" | "bpm" | "keyTonic" | "keyMode" | "note">;

/** Nobody writes the hundredths of a tempo into a name. */
const NEARLY_WHOLE = 0.05;
const tempoInName = (bpm: number) => {
  const whole = Math.round(bpm);
  return bpmText(Math.abs(bpm - whole) < NEARLY_WHOLE ? whole : Math.round(bpm * 10) / 10);
};

/**
 * `Name_124bpm_F#m.wav`: tempo and key, or the note of a single sound, behind the name, as libraries of samples are sold.
 * What the name says already is not said twice.
 */
export function labelledName({ fileName, bpm, keyTonic, keyMode, note }: Labelled): string {
  const dot = fileName.lastIndexOf(".");
  const [stem, extension] = dot > 0 ? [fileName.slice(0, dot), fileName.slice(dot)] : [fileName, ""];
  const said = nameFacts(fileName);
  const parts = [stem];
  const saysTempo = bpm !== null && said.bpm !== null && Math.abs(said.bpm - bpm) < 0.5;
  if (bpm !== null && !saysTempo) parts.push(`${tempoInName(bpm)}bpm`);
  const saysKey = said.key !== null && said.key.tonic === keyTonic && (said.key.mode ?? keyMode) === keyMode;
  if (keyTonic !== null && keyMode !== null && !saysKey) parts.push(shortKey({ tonic: keyTonic, mode: keyMode }));
  else if (note !== null && !stem.endsWith(note)) parts.push(note);
  return parts.join("_") + extension;
}
