"use client";

import { useEffect, useState } from "react";
import { decodePeaks, type Peaks } from "@/lib/analysis/record/peaks-format";

export type PeaksState = { status: "loading" } | { status: "ready"; peaks: Peaks } | { status: "failed" };

/** The stored waveform behind an address. Immutable, so that the browser's cache answers the second time. */
export function usePeaks(url: string | null): PeaksState {
  const [loaded, setLoaded] = useState<{ url: string; state: PeaksState } | null>(null);
  useEffect(() => {
    if (url === null) return;
    const controller = new AbortController();
    readPeaks(url, controller.signal).then(
      (peaks) => setLoaded({ url, state: { status: "ready", peaks } }),
      () => {
        if (!controller.signal.aborted) setLoaded({ url, state: { status: "failed" } });
      },
    );
    return () => controller.abort();
  }, [url]);
  return loaded && loaded.url === url ? loaded.state : { status: "loading" };
}

async function readPeaks(url: string, signal: AbortSignal): Promise<Peaks> {
  const response = await fetch(url, { signal });
  if (!response.ok) throw new Error(`waveform answered ${response.status}`);
  return decodePeaks(await response.arrayBuffer());
}
