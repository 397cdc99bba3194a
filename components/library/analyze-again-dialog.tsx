"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { v7 as uuidv7 } from "uuid";
import { Confirm } from "@/components/forms/confirm";
import { toast } from "@/components/ui/toast";
import { callApi } from "@/lib/api/client";
import { counted } from "@/lib/format/count";
import type { Selection } from "@/lib/library/schema";

const REFUSALS: Record<string, string> = {
  feature_off: "Batches are turned off.",
  forbidden: "Your account is not allowed to begin batches.",
  nothing_selected: "None of these samples is in the library any more.",
  too_many: "That is more than one batch can hold. Narrow the search.",
};

export interface AnalyzeAgainDialogProps {
  selection: Selection;
  /** How many samples that is. */
  count: number;
  onDone: () => void;
}

/** Asks before a selection is analysed again as one batch. */
export function AnalyzeAgainDialog({ selection, count, onDone }: AnalyzeAgainDialogProps) {
  const router = useRouter();
  const [isPending, setPending] = useState(false);
  const begin = async () => {
    setPending(true);
    const body = { kind: "analysis" as const, name: `Analysed again: ${counted(count, "sample")}`, selection };
    const answer = await callApi("POST /batches", { body, idempotencyKey: uuidv7() }).catch(() => null);
    if (answer?.ok) {
      const { id, total } = answer.body.data;
      const action = { label: "Show", onClick: () => router.push(`/batches/${id}`) };
      toast(`${counted(total, "sample")} will be analysed again`, { description: "You can keep working.", action });
    } else {
      const code = answer?.problem?.code;
      const description = (code && REFUSALS[code]) || "The server did not answer as expected. Try again in a moment.";
      toast.error("The batch could not begin", { description });
    }
    onDone();
  };
  return (
    <Confirm
      title={`Analyse ${counted(count, "sample")} again?`}
      description="What was found before stays until there are new results. What you corrected and tagged stays as it is."
      action="Analyse again"
      tone="primary"
      isPending={isPending}
      onConfirm={() => void begin()}
      onClose={onDone}
    />
  );
}
