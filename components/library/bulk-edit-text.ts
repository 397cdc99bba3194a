import type { BulkEdit, EditResult } from "@/lib/bulk-edits/schema";
import { counted, formatCount } from "@/lib/format/count";

const sum = (counts: Partial<Record<string, number>>) =>
  Object.values(counts).reduce<number>((total, count) => total + (count ?? 0), 0);

/** How many samples have had their turn. */
export const doneOf = ({ state, results, undoResults }: BulkEdit): number =>
  sum(state === "undoing" ? undoResults : results);

/** Why an edit left samples as they were, and how many. */
export interface Refusal {
  result: EditResult;
  text: string;
  count: number;
}

const REASONS: readonly [EditResult, string][] = [
  ["no_tempo", "without a tempo to multiply."],
  ["tempo_out_of_range", "would get a tempo that does not exist."],
  ["too_many_tags", "cannot have more tags, and stayed as they were."],
  ["not_found", "not in your library any more."],
];

export const refusalsOf = ({ results }: BulkEdit): Refusal[] =>
  REASONS.flatMap(([result, reason]) => {
    const count = results[result] ?? 0;
    return count > 0 ? [{ result, count, text: `${counted(count, "sample")} ${reason}` }] : [];
  });

/** What an edit did, a sentence for each kind of result. `asked` is how many samples it was asked for. */
export function doneTexts({ results, changes, total }: BulkEdit, asked = total): string[] {
  const { changed = 0, unchanged = 0 } = results;
  const what = changes.delete ? "moved to the trash" : "changed";
  return [
    `${counted(changed, "sample")} ${what}.`,
    unchanged > 0 && `${counted(unchanged, "sample")} already as asked.`,
    asked > total && `${counted(asked - total, "sample")} left out: not in your library.`,
  ].filter((text) => text !== false);
}

/** What undoing did: how many came back, and how many were left because somebody changed them since. */
export function undoneText({ undoResults }: BulkEdit): { title: string; description?: string } {
  const { restored = 0, partly_restored = 0, changed_since = 0, not_found = 0 } = undoResults;
  const parts = [
    partly_restored > 0 &&
      `${counted(partly_restored, "sample")} only in part: some of their values were changed since.`,
    changed_since > 0 && `${formatCount(changed_since)} left as they are: they were changed since.`,
    not_found > 0 && `${formatCount(not_found)} no longer in your library.`,
  ].filter((text) => text !== false);
  const back = restored + partly_restored;
  const title = back === 0 ? "Nothing was undone" : `Undone for ${counted(back, "sample")}`;
  return parts.length > 0 ? { title, description: parts.join(" ") } : { title };
}
