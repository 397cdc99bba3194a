"use client";

import { Sparkles } from "lucide-react";
import { useState } from "react";
import { useText } from "#text";
import { errorText } from "@/components/forms/error-text";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { askTrySoundsAction } from "@/lib/onboarding/actions";

/** Fills a library with five sounds of the project's own. Offered where there is nothing yet. */
export function TrySounds() {
  const t = useText();
  const [state, setState] = useState<"idle" | "asking" | "asked">("idle");
  const ask = async () => {
    setState("asking");
    const answer = await askTrySoundsAction().catch(() => undefined);
    setState(answer?.data?.ok ? "asked" : "idle");
    if (answer?.data?.ok) {
      toast.success(t("Five sounds are being made"), {
        description: t("Each appears in your library once it is analysed."),
      });
    } else toast.error(t(errorText(answer?.serverError?.code)));
  };
  return (
    <Button pending={state === "asking"} disabled={state === "asked"} onClick={() => void ask()}>
      <Sparkles aria-hidden />
      {state === "asked" ? t("Five sounds are on their way") : t("Add five sounds to try on")}
    </Button>
  );
}
