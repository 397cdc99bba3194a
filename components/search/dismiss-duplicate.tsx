"use client";

import { useTransition } from "react";
import { useText } from "#text";
import { errorText } from "@/components/forms/error-text";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { dismissDuplicatesAction } from "@/lib/duplicates/actions";

export interface DismissDuplicateProps {
  sampleId: string;
  other: { id: string; fileName: string };
}

/** Says that two samples are not the same. They are not shown as duplicates of each other again. */
export function DismissDuplicate({ sampleId, other }: DismissDuplicateProps) {
  const t = useText();
  const [isSaving, startSaving] = useTransition();
  const dismiss = () =>
    startSaving(async () => {
      const reply = await dismissDuplicatesAction({ ids: [sampleId, other.id] }).catch(() => undefined);
      if (reply?.data?.ok) return;
      const description = reply?.data
        ? t("{name} is not there any more.", { name: other.fileName })
        : t(errorText(reply?.serverError?.code));
      toast.error(t("It is still shown as a duplicate"), { description });
    });
  return (
    <Button
      size="sm"
      variant="ghost"
      aria-label={t("Not the same: {name}", { name: other.fileName })}
      pending={isSaving}
      onClick={dismiss}
    >
      {t("Not the same")}
    </Button>
  );
}
