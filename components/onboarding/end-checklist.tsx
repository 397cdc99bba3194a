"use client";

import { X } from "lucide-react";
import { useText } from "#text";
import { errorText } from "@/components/forms/error-text";
import { IconButton } from "@/components/ui/icon-button";
import { toast } from "@/components/ui/toast";
import { endChecklistAction } from "@/lib/onboarding/actions";

/** Puts the checklist away for good. */
export function EndChecklist() {
  const t = useText();
  const end = async () => {
    const answer = await endChecklistAction().catch(() => undefined);
    if (!answer?.data?.ok) toast.error(t(errorText(answer?.serverError?.code)));
  };
  return (
    <IconButton label={t("Put the first steps away")} onClick={() => void end()}>
      <X aria-hidden />
    </IconButton>
  );
}
