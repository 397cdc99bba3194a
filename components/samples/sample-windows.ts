"use client";

import { useEffect, useMemo } from "react";
import { type FetchWindow, type WindowAnswer, WindowStore } from "@/components/waveform/window-store";
import { apiAddress } from "@/lib/api/client";
import { msg } from "@/lib/language/text";
import { decodeWindow } from "@/lib/waveforms/window-format";

const BUSY_MS = 3000;

export interface WindowsOf {
  sampleId: string;
  durationSeconds: number;
  sampleRateHz: number;
  /** The address of the stored waveform, which carries the version of the sound. */
  peaksUrl: string | null;
}

/** What is finer than the stored waveform of a sample: asked for from the server, which decodes the original once. */
export function useSampleWindows({ sampleId, durationSeconds, sampleRateHz, peaksUrl }: WindowsOf): WindowStore {
  const store = useMemo(
    () => new WindowStore(windowsOf(sampleId, versionIn(peaksUrl)), Math.round(durationSeconds * sampleRateHz)),
    [sampleId, durationSeconds, sampleRateHz, peaksUrl],
  );
  useEffect(() => () => store.dispose(), [store]);
  return store;
}

const versionIn = (url: string | null) => (url && new URLSearchParams(url.split("?")[1]).get("v")) ?? undefined;

function windowsOf(id: string, v: string | undefined): FetchWindow {
  return async ({ start, frames, framesPerPoint: per }, signal) => {
    const query = { start, frames, per, v };
    const response = await fetch(apiAddress("GET /samples/:id/window", { params: { id }, query }), { signal });
    if (response.ok) return { ok: true, window: decodeWindow(await response.arrayBuffer()) };
    return refusalOf(response);
  };
}

async function refusalOf(response: Response): Promise<WindowAnswer> {
  const after = Number(response.headers.get("retry-after")) * 1000;
  if (response.status === 429 || response.status >= 500) return { ok: false, again: true, afterMs: after || BUSY_MS };
  const problem = (await response.json().catch(() => null)) as { title?: string; detail?: string } | null;
  const message = [problem?.title, problem?.detail].filter(Boolean).join(". ");
  return { ok: false, again: false, message: message || msg("Single samples cannot be shown.") };
}
