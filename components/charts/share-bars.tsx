import type { ReactNode } from "react";

export interface ShareBar {
  key: string;
  name: ReactNode;
  /** 0–1. */
  share: number;
  /** The share in words; `42%` when left out. */
  text?: string;
  /** CSS background; the primary colour when left out. */
  background?: string;
}

/** A ranked list with a bar under each name: how much more one is than the next. */
export function ShareBars({ bars, label }: { bars: readonly ShareBar[]; label: string }) {
  return (
    <ol aria-label={label} className="flex flex-col gap-2 text-sm">
      {bars.map(({ key, name, share, text, background }) => {
        const percent = Math.round(Math.min(1, Math.max(0, share)) * 100);
        return (
          <li key={key}>
            <div className="flex items-baseline justify-between gap-3">
              <span>{name}</span>
              <span className="figures text-muted-foreground text-xs">
                {text ?? (percent < 1 ? "<1%" : `${percent}%`)}
              </span>
            </div>
            <div aria-hidden className="mt-1 h-1.5 overflow-hidden rounded-full bg-border">
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
