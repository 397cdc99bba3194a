"use client";

import { type ReactNode, useSyncExternalStore } from "react";
import { useText } from "#text";
import type { ReadingStore } from "./reading-store";
import type { WindowStore } from "./window-store";

export interface ReadingLineProps {
  readings: ReadingStore;
  windows: WindowStore | null;
  /** Stands at the end of the line. */
  children?: ReactNode;
}

const NONE = { version: 0, isLoading: false, message: null };
const noState = () => NONE;
const never = () => () => {};

/**
 * The values under the pointer or the cursor. Not live: whoever moves a cursor by keys hears its value from the cursor itself,
 * and a pointer would never stop talking.
 */
export function ReadingLine({ readings, windows, children }: ReadingLineProps) {
  const t = useText();
  const reading = useSyncExternalStore(readings.subscribe, readings.snapshot, readings.snapshot);
  const state = windows?.state ?? noState;
  const { isLoading, message } = useSyncExternalStore(windows?.subscribe ?? never, state, state);
  return (
    <div className="flex min-h-11 items-center gap-x-4 border-t px-4 py-1 text-xs sm:px-5">
      <output aria-live="off" aria-label={t("Read-out")} className="figures flex min-w-0 flex-1 flex-wrap gap-x-4">
        {reading ? (
          reading.map((part, at) => (
            <span key={part} className={at === 0 ? "font-medium" : "text-muted-foreground"}>
              {part}
            </span>
          ))
        ) : (
          <span className="text-muted-foreground">{t("Point at the waveform or the spectrum to read values.")}</span>
        )}
      </output>
      <span role="status" className="text-muted-foreground">
        {message === null ? (isLoading ? t("Reading single samples…") : "") : t(message)}
      </span>
      {children}
    </div>
  );
}
