import { toast } from "@/components/ui/toast";
import { callApi } from "@/lib/api/client";
import { ITEMS_AT_ONCE } from "@/lib/collections/constants";
import { counted } from "@/lib/format/count";
import { orSay } from "./call";

/** Takes samples out of a collection, and offers to put them back where they stood. */
export async function removeWithUndo(id: string, sampleIds: readonly string[], onChanged: () => void): Promise<void> {
  const receipts: string[] = [];
  let removed = 0;
  let asked = 0;
  while (asked < sampleIds.length) {
    const some = sampleIds.slice(asked, asked + ITEMS_AT_ONCE);
    const body = { sampleIds: some };
    const answer = await orSay("Removing", callApi("POST /collections/:id/items/remove", { params: { id }, body }));
    if (!answer) break;
    asked += some.length;
    removed += answer.body.data.sampleIds.length;
    receipts.push(answer.body.data.receipt);
  }
  if (asked === 0) return;
  const undo = async () => {
    for (const receipt of receipts) {
      const body = { receipt };
      await orSay("Undoing", callApi("POST /collections/:id/items/restore", { params: { id }, body }));
    }
    onChanged();
  };
  const left = asked - removed;
  toast(`${counted(removed, "sample")} removed`, {
    ...(left > 0 ? { description: `${counted(left, "sample")} of others can be removed by them or the owner.` } : {}),
    ...(removed > 0 ? { action: { label: "Undo", onClick: () => void undo() } } : {}),
  });
  onChanged();
}
