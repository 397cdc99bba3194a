import type { BpmFactor, BulkEditInput } from "@/lib/bulk-edits/schema";
import { msg } from "@/lib/language/text";
import type { AiTraining, Licence } from "@/lib/music/rights";
import { HIGHEST_BPM, LOWEST_BPM } from "@/lib/samples/corrections/constants";

type Changes = BulkEditInput["changes"];
type Kind = NonNullable<Changes["kind"]>;

/** The fields of the dialog as they are typed. Blank means: stays as it is. */
export interface BulkEditFields {
  give: string;
  remove: string;
  kind: "" | Kind;
  tempo: "" | "value" | "none" | "measured" | `x${BpmFactor}`;
  bpm: string;
  /** `9-minor` is A minor. */
  key: "" | "none" | "measured" | `${number}-${"major" | "minor"}`;
  favourite: "" | "yes" | "no";
  licence: "" | "unknown" | Licence;
  aiTraining: "" | "unknown" | AiTraining;
}

export const BLANK: BulkEditFields = {
  ...{ give: "", remove: "", kind: "", tempo: "", bpm: "", key: "", favourite: "", licence: "", aiTraining: "" },
};

/** What the fields ask for, or why they cannot be sent. */
export function changesOf(fields: BulkEditFields): { changes: Changes } | { problem: string } {
  const changes: Changes = {};
  const [give, remove] = [tagsIn(fields.give), tagsIn(fields.remove)];
  const both = give.find((tag) => remove.includes(tag));
  if (both) return { problem: msg`“${both}” cannot be added and removed at once.` };
  if (give.length + remove.length > 0) changes.tags = { give, remove };
  if (fields.kind) changes.kind = fields.kind;
  const bpm = bpmOf(fields);
  if (bpm === "problem") return { problem: msg`Enter a tempo from ${LOWEST_BPM} to ${HIGHEST_BPM} BPM.` };
  if (bpm !== undefined) changes.bpm = bpm;
  const key = keyOf(fields.key);
  if (key !== undefined) changes.key = key;
  if (fields.favourite) changes.isFavourite = fields.favourite === "yes";
  if (fields.licence) changes.licence = fields.licence === "unknown" ? null : fields.licence;
  if (fields.aiTraining) changes.aiTraining = fields.aiTraining === "unknown" ? null : fields.aiTraining;
  return Object.keys(changes).length === 0 ? { problem: msg("Nothing is to be changed yet.") } : { changes };
}

/** Tags stand between commas. */
function tagsIn(text: string): string[] {
  const tags = text.split(",").map((tag) => tag.trim().toLowerCase());
  return [...new Set(tags.filter((tag) => tag !== ""))];
}

function bpmOf({ tempo, bpm }: BulkEditFields): Changes["bpm"] | "problem" {
  if (tempo === "") return undefined;
  if (tempo === "none" || tempo === "measured") return tempo;
  if (tempo !== "value") return { factor: tempo.slice(1) as BpmFactor };
  const value = Number(bpm.trim().replace(",", "."));
  return bpm.trim() !== "" && value >= LOWEST_BPM && value <= HIGHEST_BPM ? value : "problem";
}

function keyOf(key: BulkEditFields["key"]): Changes["key"] {
  if (key === "") return undefined;
  if (key === "none" || key === "measured") return key;
  const [tonic, mode] = key.split("-");
  return { tonic: Number(tonic), mode: mode === "major" ? "major" : "minor" };
}
