"use client";

import { X } from "lucide-react";
import { errorText } from "@/components/forms/error-text";
import { IconButton } from "@/components/ui/icon-button";
import { toast } from "@/components/ui/toast";
import { endChecklistAction } from "@/lib/onboarding/actions";

/** Puts the checklist away for good. */
export function EndChecklist() {
  const end = async () => {
    const answer = await endChecklistAction().catch(() => undefined);
    if (!answer?.data?.ok) toast.error(errorText(answer?.serverError?.code));
  };
  return (
    <IconButton label="Put the first steps away" onClick={() => void end()}>
      <X aria-hidden />
    </IconButton>
  );
}
