"use client";

import { type RefObject, useEffect } from "react";
import type { BeginPlay } from "@/lib/plays/schema";
import { reportElement } from "./report-element";

/** Reports the plays of the audio element as long as it is on the page. */
export function useReportedPlays(
  audio: RefObject<HTMLAudioElement | null>,
  publicationId: string,
  context: BeginPlay["context"],
): void {
  useEffect(() => {
    if (!audio.current) return;
    return reportElement(audio.current, { publicationId, context });
  }, [audio, publicationId, context]);
}
