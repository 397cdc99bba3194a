"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { v7 as uuidv7 } from "uuid";
import { useText } from "#text";
import { Confirm } from "@/components/forms/confirm";
import { toast } from "@/components/ui/toast";
import { callApi } from "@/lib/api/client";
import { msg } from "@/lib/language/text";
import type { BulkActionProps } from "./bulk-actions";

const REFUSALS: Record<string, string> = {
  feature_off: msg("Batches are turned off."),
  forbidden: msg("Your account is not allowed to begin batches."),
  nothing_selected: msg("None of these samples is in the library any more."),
  too_many: msg("That is more than one batch can hold. Narrow the search."),
};

/** Asks before a selection is analysed again as one batch. */
export function AnalyzeAgainDialog({ selection, count, onDone }: BulkActionProps) {
  const t = useText();
  const router = useRouter();
  const [isPending, setPending] = useState(false);
  const begin = async () => {
    setPending(true);
    const name = t.count(count, "Analysed again: {count} sample", "Analysed again: {count} samples");
    const body = { kind: "analysis" as const, name, selection };
    const answer = await callApi("POST /batches", { body, idempotencyKey: uuidv7() }).catch(() => null);
    if (answer?.ok) {
      const { id, total } = answer.body.data;
      const action = { label: t("[verb] Show"), onClick: () => router.push(`/batches/${id}`) };
      toast(t.count(total, "{count} sample will be analysed again", "{count} samples will be analysed again"), {
        description: t("You can keep working."),
        action,
      });
    } else {
      const code = answer?.problem?.code;
      const description =
        (code && REFUSALS[code]) || msg("The server did not answer as expected. Try again in a moment.");
      toast.error(t("The batch could not begin"), { description: t(description) });
    }
    onDone();
  };
  return (
    <Confirm
      title={t.count(count, "Analyse {count} sample again?", "Analyse {count} samples again?")}
      description={t(
        "What was found before stays until there are new results. What you corrected and tagged stays as it is.",
      )}
      action={t("Analyse again")}
      tone="primary"
      isPending={isPending}
      onConfirm={() => void begin()}
      onClose={onDone}
    />
  );
}
