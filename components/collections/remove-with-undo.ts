import { toast } from "@/components/ui/toast";
import { callApi } from "@/lib/api/client";
import { ITEMS_AT_ONCE } from "@/lib/collections/constants";
import { msg, type Text } from "@/lib/language/text";
import { orSay } from "./call";

/** Takes samples out of a collection, and offers to put them back where they stood. */
export async function removeWithUndo(
  id: string,
  sampleIds: readonly string[],
  onChanged: () => void,
  t: Text,
): Promise<void> {
  const receipts: string[] = [];
  let removed = 0;
  let asked = 0;
  while (asked < sampleIds.length) {
    const some = sampleIds.slice(asked, asked + ITEMS_AT_ONCE);
    const body = { sampleIds: some };
    const answer = await orSay(
      msg("Removing"),
      callApi("POST /collections/:id/items/remove", { params: { id }, body }),
      t,
    );
    if (!answer) break;
    asked += some.length;
    removed += answer.body.data.sampleIds.length;
    receipts.push(answer.body.data.receipt);
  }
  if (asked === 0) return;
  const undo = async () => {
    for (const receipt of receipts) {
      const body = { receipt };
      await orSay(msg("Undoing"), callApi("POST /collections/:id/items/restore", { params: { id }, body }), t);
    }
    onChanged();
  };
  const left = asked - removed;
  toast(t.count(removed, "{count} sample removed", "{count} samples removed"), {
    ...(left > 0
      ? {
          description: t.count(
            left,
            "{count} sample of others can be removed by them or the owner.",
            "{count} samples of others can be removed by them or the owner.",
          ),
        }
      : {}),
    ...(removed > 0 ? { action: { label: t("Undo"), onClick: () => void undo() } } : {}),
  });
  onChanged();
}
