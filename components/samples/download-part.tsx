"use client";

import { lazy, Suspense } from "react";
import { useTrackState } from "@/components/player/use-player";

const Offer = lazy(async () => ({ default: (await import("./download-part-offer")).DownloadPartOffer }));

export interface DownloadPartProps {
  sampleId: string;
  fileName: string;
  hasBeats: boolean;
}

/** Offers the part that loops as a download. Its code comes when a part does. */
export function DownloadPart(props: DownloadPartProps) {
  const { loop } = useTrackState(props.sampleId);
  return loop ? (
    <Suspense>
      <Offer {...props} loop={loop} />
    </Suspense>
  ) : null;
}
