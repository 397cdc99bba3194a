"use client";

import { type RefObject, useEffect } from "react";
import type { BeginPlay } from "@/lib/plays/schema";

/** Reports the plays of the audio element as long as it is on the page. What reports them comes with the first. */
export function useReportedPlays(
  audio: RefObject<HTMLAudioElement | null>,
  publicationId: string,
  context: BeginPlay["context"],
): void {
  useEffect(() => {
    const element = audio.current;
    if (!element) return;
    let end = () => element.removeEventListener("playing", begin);
    const begin = async () => {
      let isOver = false;
      element.removeEventListener("playing", begin);
      end = () => {
        isOver = true;
      };
      const { reportElement } = await import("./report-element");
      if (!isOver) end = reportElement(element, { publicationId, context });
    };
    // The browser's own player works before our script is there.
    if (element.paused) element.addEventListener("playing", begin);
    else void begin();
    return () => end();
  }, [audio, publicationId, context]);
}
