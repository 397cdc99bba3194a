"use client";

import { useEffect, useState } from "react";
import { Scope } from "@/components/ui/scope";
import { decodePeaks, type Peaks } from "@/lib/analysis/record/peaks-format";

export type PeaksState = { status: "loading" } | { status: "ready"; peaks: Peaks } | { status: "failed" };

/** Loads a stored waveform. It never changes, so the second time it comes from the browser cache. */
export function usePeaks(url: string | null): PeaksState {
  const [loaded, setLoaded] = useState<{ url: string; state: PeaksState } | null>(null);
  useEffect(() => {
    if (url === null) return;
    const scope = new Scope();
    const { signal } = scope;
    readPeaks(url, signal).then(
      (peaks) => setLoaded({ url, state: { status: "ready", peaks } }),
      () => {
        if (!signal.aborted) setLoaded({ url, state: { status: "failed" } });
      },
    );
    return scope.dispose;
  }, [url]);
  return loaded && loaded.url === url ? loaded.state : { status: "loading" };
}

async function readPeaks(url: string, signal: AbortSignal): Promise<Peaks> {
  const response = await fetch(url, { signal });
  if (!response.ok) throw new Error(`waveform answered ${response.status}`);
  return decodePeaks(await response.arrayBuffer());
}
