"use client";

import { AudioLines } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { errorText } from "@/components/forms/error-text";
import type { LoopRange } from "@/components/player/track";
import { useTrackState } from "@/components/player/use-player";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { searchHref } from "./search-address";

/** Searches for what sounds like the part that loops. Shown while one does. */
export function SearchWithPart({ sampleId }: { sampleId: string }) {
  const { loop } = useTrackState(sampleId);
  const router = useRouter();
  const [isHearing, startHearing] = useTransition();
  if (!loop) return null;
  const search = ({ startSeconds, endSeconds }: LoopRange) =>
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
      const description = [problem?.title, problem?.detail].filter(Boolean).join(". ") || errorText();
      toast.error("This part was not searched with", { description });
    });
  return (
    <Button size="sm" pending={isHearing} onClick={() => search(loop)}>
      {isHearing ? null : <AudioLines aria-hidden className="text-accent" />}
      Search with this part
    </Button>
  );
}
