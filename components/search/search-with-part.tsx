"use client";

import { AudioLines } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { useText } from "#text";
import { errorText } from "@/components/forms/error-text";
import { useChosenPart } from "@/components/samples/selected-part";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import type { TimeRange } from "@/components/waveform/peaks-view";
import { searchHref } from "./search-href";

/** Searches for what sounds like the part that is selected, or else loops. Shown while there is one. */
export function SearchWithPart({ sampleId }: { sampleId: string }) {
  const t = useText();
  const part = useChosenPart(sampleId);
  const router = useRouter();
  const [isHearing, startHearing] = useTransition();
  if (!part) return null;
  const search = ({ startSeconds, endSeconds }: TimeRange) =>
    startHearing(async () => {
      const { callApi } = await import("@/lib/api/client");
      const body = { startSeconds, endSeconds };
      const answer = await callApi("POST /samples/:id/search-sounds", { params: { id: sampleId }, body }).catch(
        () => null,
      );
      if (answer?.ok) {
        const { id, weights } = answer.body.data;
        router.push(searchHref({ sound: id, weights }));
        return;
      }
      const problem = answer?.problem;
      const description =
        [problem?.title, problem?.detail].flatMap((text) => (text ? t(text) : [])).join(". ") || t(errorText());
      toast.error(t("This part was not searched with"), { description });
    });
  return (
    <Button size="sm" pending={isHearing} onClick={() => search(part)}>
      {isHearing ? null : <AudioLines aria-hidden className="text-accent" />}
      {t("Search with this part")}
    </Button>
  );
}
