"use client";

import { useSearchParams } from "next/navigation";
import { FormAlert } from "@/components/auth/form-alert";
import { FormNote } from "@/components/auth/form-note";
import { refusalText } from "@/components/auth/refusal-text";
import { PROVIDER_NAMES, PROVIDERS } from "@/lib/accounts/linked-accounts/schema";

/** How a visit to another service ended, as our redirect from it says behind `?link=`. */
export function LinkOutcome() {
  const outcome = useSearchParams().get("link");
  if (!outcome) return null;
  const linked = PROVIDERS.find((id) => id === outcome);
  return (
    <div className="pb-4">
      {linked ? (
        <FormNote>{PROVIDER_NAMES[linked]} is linked.</FormNote>
      ) : (
        <FormAlert>{refusalText(outcome)}</FormAlert>
      )}
    </div>
  );
}
