"use client";

import { useSyncExternalStore } from "react";
import { useTrackState } from "@/components/player/use-player";
import type { TimeRange } from "@/components/waveform/peaks-view";

/** The part that is selected on the page, of one sample at a time: actions on it stand in other places than the timeline. */
let selected: { sampleId: string; part: TimeRange } | null = null;
const listeners = new Set<() => void>();

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};
const partOf = (sampleId: string) => (selected?.sampleId === sampleId ? selected.part : null);

export function selectPart(sampleId: string, part: TimeRange | null): void {
  if (!part && partOf(sampleId) === null) return;
  selected = part && { sampleId, part };
  for (const listener of listeners) listener();
}

export function useSelectedPart(sampleId: string): TimeRange | null {
  const read = () => partOf(sampleId);
  return useSyncExternalStore(subscribe, read, () => null);
}

/** What actions on a part are about: what is selected, otherwise what loops. */
export function useChosenPart(sampleId: string): TimeRange | null {
  const part = useSelectedPart(sampleId);
  const { loop } = useTrackState(sampleId);
  return part ?? loop;
}
