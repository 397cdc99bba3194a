"use client";

import { ChevronRight } from "lucide-react";
import { useState } from "react";
import { useText } from "#text";
import type { Segment } from "@/components/waveform/segments";
import { formatTick } from "@/components/waveform/timeline-view";
import { msg } from "@/lib/language/text";
import type { Layer } from "@/lib/samples/timeline-layers";
import { LAYER_NAMES, type TimelineContent } from "./timeline-lanes";

export interface TimelineTextProps {
  content: TimelineContent;
  onSeek: (seconds: number) => void;
}

const LISTED = ["sections", "keys", "chords"] as const satisfies Layer[];

/** Everything in the lanes as text: for reading, copying and screen readers. */
export function TimelineText({ content, onSeek }: TimelineTextProps) {
  const t = useText();
  const [isOpen, setIsOpen] = useState(false);
  const { grid, lanes, absent } = content;
  return (
    <details className="group border-t" onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary className="flex cursor-pointer select-none items-center gap-2 px-5 py-2.5 text-muted-foreground text-sm -outline-offset-2 hover:text-foreground">
        <ChevronRight aria-hidden className="size-4 transition-transform group-open:rotate-90" />
        {t("Bars, sections and chords as text")}
      </summary>
      {/* A long piece has thousands of entries, so they are rendered only when opened. */}
      {isOpen ? (
        <div className="grid gap-x-8 gap-y-5 px-5 pb-5 sm:grid-cols-2 xl:grid-cols-4">
          <TextList
            title={t("Bars")}
            reason={absent.downbeats}
            onSeek={onSeek}
            entries={(grid?.downbeats ?? []).map((seconds, index) => ({
              seconds,
              text: t("Bar {number}", { number: index + 1 }),
            }))}
          />
          {LISTED.map((layer) => (
            <TextList
              key={layer}
              title={t(LAYER_NAMES[layer])}
              reason={absent[layer]}
              onSeek={onSeek}
              entries={(lanes.find(({ id }) => id === layer)?.segments ?? []).map(entryOf)}
            />
          ))}
        </div>
      ) : null}
    </details>
  );
}

interface TextEntry {
  seconds: number;
  text: string;
}

const entryOf = ({ startSeconds, spoken }: Segment): TextEntry => ({ seconds: startSeconds, text: spoken });

interface TextListProps {
  title: string;
  reason: string | undefined;
  onSeek: (seconds: number) => void;
  entries: readonly TextEntry[];
}

function TextList({ title, reason, onSeek, entries }: TextListProps) {
  const t = useText();
  return (
    <section aria-label={title} className="min-w-0">
      <h3 className="eyebrow mb-1.5">{title}</h3>
      {entries.length === 0 ? <p className="text-muted-foreground text-sm">{t(reason ?? msg("None."))}</p> : null}
      <ol className="max-h-64 overflow-y-auto text-sm">
        {entries.map(({ seconds, text }) => (
          <li key={seconds}>
            <button
              type="button"
              className="flex w-full items-baseline gap-3 rounded-xs px-1 py-0.5 text-left -outline-offset-2 hover:bg-muted"
              onClick={() => onSeek(seconds)}
            >
              <span className="figures w-16 shrink-0 text-muted-foreground">{formatTick(seconds, 2)}</span>
              {text}
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}
