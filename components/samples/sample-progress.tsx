"use client";

import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useSampleEvents } from "@/components/live/live-events-provider";

/** Most visits are to samples that have been analysed: the page does not bring the code for the others. */
export const AnalyzingState = dynamic(() => import("./analyzing-state").then((module) => module.AnalyzingState));
export const FailedState = dynamic(() => import("./failed-state").then((module) => module.FailedState));

/** Refreshes the page whenever this sample changes. */
export function SampleRefresher({ sampleId }: { sampleId: string }) {
  const router = useRouter();
  useSampleEvents(
    (event) => {
      if (event.sampleId === sampleId && event.change !== "deleted") router.refresh();
    },
    () => router.refresh(),
  );
  return null;
}
