import type { ReactNode } from "react";
import { useText } from "#text";

export interface ShareBar {
  key: string;
  name: ReactNode;
  /** 0–1. */
  share: number;
  /** CSS background; the primary colour by default. */
  background?: string;
}

/** A ranked list with a bar below each name. */
export function ShareBars({ bars, label }: { bars: readonly ShareBar[]; label: string }) {
  const t = useText();
  return (
    <ol aria-label={label} className="flex flex-col gap-2 text-sm">
      {bars.map(({ key, name, share, background }) => {
        const percent = Math.round(Math.min(1, Math.max(0, share)) * 100);
        return (
          <li key={key}>
            <div className="flex items-baseline justify-between gap-3">
              <span>{name}</span>
              <span className="figures text-muted-foreground text-xs">
                {percent < 1 ? t("<1%") : t("{percent}%", { percent })}
              </span>
            </div>
            <div aria-hidden className="mt-1 h-1.5 overflow-hidden rounded-full bg-pressed">
              <div
                className="h-full min-w-px rounded-full bg-primary/70"
                style={{ width: `${percent}%`, background }}
              />
            </div>
          </li>
        );
      })}
    </ol>
  );
}
