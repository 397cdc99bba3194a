import type { BulkEdit, EditResult } from "@/lib/bulk-edits/schema";
import type { Text } from "@/lib/language/text";

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

const REASONS: readonly [EditResult, (count: number, t: Text) => string][] = [
  [
    "no_tempo",
    (count, t) =>
      t.count(count, "{count} sample without a tempo to multiply.", "{count} samples without a tempo to multiply."),
  ],
  [
    "tempo_out_of_range",
    (count, t) =>
      t.count(
        count,
        "{count} sample would get a tempo that does not exist.",
        "{count} samples would get a tempo that does not exist.",
      ),
  ],
  [
    "too_many_tags",
    (count, t) =>
      t.count(
        count,
        "{count} sample cannot have more tags, and stayed as they were.",
        "{count} samples cannot have more tags, and stayed as they were.",
      ),
  ],
  [
    "not_found",
    (count, t) =>
      t.count(count, "{count} sample not in your library any more.", "{count} samples not in your library any more."),
  ],
];

export const refusalsOf = ({ results }: BulkEdit, t: Text): Refusal[] =>
  REASONS.flatMap(([result, textOf]) => {
    const count = results[result] ?? 0;
    return count > 0 ? [{ result, count, text: textOf(count, t) }] : [];
  });

/** What an edit did, a sentence for each kind of result. `asked` is how many samples it was asked for. */
export function doneTexts({ results, changes, total }: BulkEdit, t: Text, asked = total): string[] {
  const { changed = 0, unchanged = 0 } = results;
  return [
    changes.delete
      ? t.count(changed, "{count} sample moved to the trash.", "{count} samples moved to the trash.")
      : t.count(changed, "{count} sample changed.", "{count} samples changed."),
    unchanged > 0 && t.count(unchanged, "{count} sample already as asked.", "{count} samples already as asked."),
    asked > total &&
      t.count(
        asked - total,
        "{count} sample left out: not in your library.",
        "{count} samples left out: not in your library.",
      ),
  ].filter((text) => text !== false);
}

/** What undoing did: how many came back, and how many were left because somebody changed them since. */
export function undoneText({ undoResults }: BulkEdit, t: Text): { title: string; description?: string } {
  const { restored = 0, partly_restored = 0, changed_since = 0, not_found = 0 } = undoResults;
  const parts = [
    partly_restored > 0 &&
      t.count(
        partly_restored,
        "{count} sample only in part: some of their values were changed since.",
        "{count} samples only in part: some of their values were changed since.",
      ),
    changed_since > 0 && t("{count} left as they are: they were changed since.", { count: changed_since }),
    not_found > 0 && t("{count} no longer in your library.", { count: not_found }),
  ].filter((text) => text !== false);
  const back = restored + partly_restored;
  const title =
    back === 0 ? t("Nothing was undone") : t.count(back, "Undone for {count} sample", "Undone for {count} samples");
  return parts.length > 0 ? { title, description: parts.join(" ") } : { title };
}
