"use client";

import { useSearchParams } from "next/navigation";
import { FormAlert } from "@/components/forms/form-alert";
import { FormNote } from "@/components/forms/form-note";
import { LINK_REFUSALS } from "@/components/settings/refusal-text";
import { LINK_REFUSED, PROVIDER_NAMES, PROVIDERS } from "@/lib/accounts/linked-accounts/constants";

/** Shows how linking another service ended, which our redirect reports in `?link=`. */
export function LinkOutcome() {
  const outcome = useSearchParams().get("link");
  if (!outcome) return null;
  const linked = PROVIDERS.find((id) => id === outcome);
  const refusal = LINK_REFUSED.find((reason) => reason === outcome);
  return (
    <div className="pb-4">
      {linked ? (
        <FormNote>{PROVIDER_NAMES[linked]} is now linked.</FormNote>
      ) : (
        <FormAlert>{refusal ? LINK_REFUSALS[refusal] : "Linking failed. Nothing was changed. Try again."}</FormAlert>
      )}
    </div>
  );
}
