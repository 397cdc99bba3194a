"use client";

import { Check, Copy } from "lucide-react";
import { useState } from "react";
import { useText } from "#text";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { callApi } from "@/lib/api/client";

async function copyRecord(sampleId: string): Promise<void> {
  const answer = await callApi("GET /samples/:id/features", { params: { id: sampleId } });
  if (!answer.ok) throw new Error(`features answered ${answer.status}`);
  await navigator.clipboard.writeText(JSON.stringify(answer.body, null, 2));
}

/** Copies the whole record to the clipboard. */
export function CopyRecord({ sampleId }: { sampleId: string }) {
  const t = useText();
  const [state, setState] = useState<"idle" | "busy" | "copied">("idle");
  const copy = async () => {
    setState("busy");
    try {
      await copyRecord(sampleId);
      setState("copied");
    } catch {
      setState("idle");
      toast.error(t("The values could not be copied"), {
        description: t("Your browser may allow copying only over HTTPS. Download the JSON file instead."),
      });
    }
  };
  return (
    <Button size="sm" pending={state === "busy"} onClick={() => void copy()}>
      {state === "copied" ? <Check aria-hidden /> : <Copy aria-hidden />}
      {/* Both texts share one place, so that the button keeps its width. */}
      <span className="grid" aria-live="polite">
        <span className={state === "copied" ? "invisible [grid-area:1/1]" : "[grid-area:1/1]"}>
          {t("Copy as JSON")}
        </span>
        <span className={state === "copied" ? "[grid-area:1/1]" : "invisible [grid-area:1/1]"}>{t("Copied")}</span>
      </span>
    </Button>
  );
}
