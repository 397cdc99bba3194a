"use client";

import { lazy, Suspense } from "react";
import { SHORTEST_REGION_SECONDS } from "@/lib/downloads/constants";
import { useChosenPart } from "./selected-part";

const Offer = lazy(async () => ({ default: (await import("./download-part-offer")).DownloadPartOffer }));

export interface DownloadPartProps {
  sampleId: string;
  fileName: string;
  hasBeats: boolean;
}

/** Offers the part that is selected, or else loops, as a download. Its code comes when a part does. */
export function DownloadPart(props: DownloadPartProps) {
  const part = useChosenPart(props.sampleId);
  return part && part.endSeconds - part.startSeconds >= SHORTEST_REGION_SECONDS ? (
    <Suspense>
      <Offer {...props} part={part} />
    </Suspense>
  ) : null;
}
