"use client";

import { useSearchParams } from "next/navigation";
import { useText } from "#text";
import { FormAlert } from "@/components/forms/form-alert";
import { FormNote } from "@/components/forms/form-note";
import { LINK_REFUSALS } from "@/components/settings/refusal-text";
import { LINK_REFUSED, PROVIDER_NAMES, PROVIDERS } from "@/lib/accounts/linked-accounts/constants";

/** Shows how linking another service ended, which our redirect reports in `?link=`. */
export function LinkOutcome() {
  const t = useText();
  const outcome = useSearchParams().get("link");
  if (!outcome) return null;
  const linked = PROVIDERS.find((id) => id === outcome);
  const refusal = LINK_REFUSED.find((reason) => reason === outcome);
  return (
    <div className="pb-4">
      {linked ? (
        <FormNote>{t("{name} is now linked.", { name: PROVIDER_NAMES[linked] })}</FormNote>
      ) : (
        <FormAlert>
          {refusal ? t(LINK_REFUSALS[refusal]) : t("Linking failed. Nothing was changed. Try again.")}
        </FormAlert>
      )}
    </div>
  );
}
