"use client";

import { useText } from "#text";
import { Button } from "@/components/ui/button";
import { formatBpm, formatPercent } from "@/lib/music/notation";
import type { Workpiece } from "@/lib/workbench/schema";
import { type Draft, nudged, shifted, times } from "./draft";
import { FACTORS } from "./readings";

const READINGS_SHOWN = 4;
const NUDGES_MS = [-10, -1, 1, 10];

export interface ChoiceProps {
  piece: Workpiece;
  draft: Draft;
  onDraft: (part: Partial<Draft>) => void;
}

/** The tempo, other counts of it, and where beats and bars are. */
export function TempoChoice({ piece, draft, onDraft, taps, onTap }: ChoiceProps & { taps: number; onTap: () => void }) {
  const t = useText();
  const { bpm, shiftBeats, offsetMs } = draft;
  const { tempo, beatsPerBar } = piece.measured;
  const readings = tempo ? [tempo, ...tempo.alternatives].slice(0, READINGS_SHOWN) : [];
  const signed = (value: number) => `${value < 0 ? "−" : "+"}${Math.abs(value)}`;
  return (
    <div className="flex flex-col gap-5">
      <p aria-live="polite" className="flex items-baseline gap-2">
        <span className="figures font-display font-medium text-5xl tracking-tight">
          {bpm === null ? t("No tempo") : formatBpm(bpm, t)}
        </span>
        {bpm === null ? null : <span className="text-muted-foreground">BPM</span>}
      </p>
      <fieldset className="flex flex-wrap gap-2">
        <legend className="eyebrow mb-1.5">{t("Count otherwise")}</legend>
        {FACTORS.map(({ key, name, factor }) => (
          <Button key={key} disabled={bpm === null} onClick={() => onDraft({ bpm: times(bpm, factor) })}>
            {name}
            <Kbd>{key}</Kbd>
          </Button>
        ))}
        <Button onPointerDown={onTap} onKeyDown={(event) => event.key === "Enter" && onTap()}>
          {taps > 0 ? t("Tap ({count})", { count: taps }) : t("Tap")}
          <Kbd>T</Kbd>
        </Button>
        <Button variant="ghost" onClick={() => onDraft({ bpm: null })}>
          {t("No tempo")}
          <Kbd>0</Kbd>
        </Button>
      </fieldset>
      {readings.length > 0 ? (
        <fieldset className="flex flex-wrap gap-2">
          <legend className="eyebrow mb-1.5">{t("Measured")}</legend>
          {readings.map((reading) => (
            <Button key={reading.bpm} size="sm" variant="ghost" onClick={() => onDraft({ bpm: reading.bpm })}>
              <span className="figures">{formatBpm(reading.bpm, t)}</span>
              <span className="text-muted-foreground">{formatPercent(reading.confidence, t)}</span>
            </Button>
          ))}
        </fieldset>
      ) : null}
      <fieldset disabled={bpm === null} className="flex flex-wrap items-center gap-2">
        <legend className="eyebrow mb-1.5">{t("Beats and bars")}</legend>
        <Button size="sm" onClick={() => onDraft({ shiftBeats: shifted(shiftBeats, -1, beatsPerBar ?? 4) })}>
          {t("Bar −1 beat")}
          <Kbd>[</Kbd>
        </Button>
        <Button size="sm" onClick={() => onDraft({ shiftBeats: shifted(shiftBeats, 1, beatsPerBar ?? 4) })}>
          {t("Bar +1 beat")}
          <Kbd>]</Kbd>
        </Button>
        {NUDGES_MS.map((byMs) => (
          <Button
            key={byMs}
            size="sm"
            aria-label={t("{amount} ms for all beats", { amount: signed(byMs) })}
            onClick={() => onDraft({ offsetMs: nudged(offsetMs, byMs) })}
          >
            {signed(byMs)} ms
          </Button>
        ))}
        <output className="figures text-muted-foreground text-sm">
          {t("{beats} beats, {ms} ms", { beats: signed(shiftBeats), ms: signed(offsetMs) })}
        </output>
      </fieldset>
    </div>
  );
}

export function Kbd({ children }: { children: string }) {
  return (
    <kbd aria-hidden className="figures rounded-xs border border-current/40 px-1 text-[10px]">
      {children}
    </kbd>
  );
}
