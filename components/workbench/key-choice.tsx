"use client";

import { useKeyNotation } from "#notation";
import { useText } from "#text";
import { Button } from "@/components/ui/button";
import { cn } from "@/lib/cn";
import { TONICS } from "@/lib/music/keys";
import { formatCamelot, formatKey, formatOpenKey, formatPercent, writeKey } from "@/lib/music/notation";
import { isBlack, PIANO_KEYS } from "./piano-keys";
import { keyReadings } from "./readings";
import { playTriad } from "./studio-sound";
import { type ChoiceProps, Kbd } from "./tempo-choice";

/** A piano on which to find the tonic by ear. What is chosen sounds as a chord. */
export function KeyChoice({ piece, draft, onDraft }: ChoiceProps) {
  const t = useText();
  const { key } = draft;
  const mode = key?.mode ?? "major";
  const notation = useKeyNotation();
  const besides = key ? [formatKey(key, t), formatCamelot(key), formatOpenKey(key)] : [];
  const choose = (chosen: NonNullable<typeof key>) => {
    playTriad(chosen);
    onDraft({ key: chosen });
  };
  return (
    <div className="flex flex-col gap-5">
      <p aria-live="polite" className="flex items-baseline gap-3">
        <span className="font-display font-medium text-5xl tracking-tight">
          {key ? writeKey(key, notation, t) : t("No key")}
        </span>
        {key ? (
          <span className="text-muted-foreground">
            {besides.filter((name) => name !== writeKey(key, notation, t)).join(" · ")}
          </span>
        ) : null}
      </p>
      <Piano chosen={key?.tonic ?? null} onChoose={(tonic) => choose({ tonic, mode })} />
      <fieldset className="flex flex-wrap gap-2">
        <legend className="eyebrow mb-1.5">{t("[of a key] Mode")}</legend>
        {(["major", "minor"] as const).map((one) => (
          <Button
            key={one}
            aria-pressed={key?.mode === one}
            variant={key?.mode === one ? "primary" : "secondary"}
            onClick={() => choose({ tonic: key?.tonic ?? 0, mode: one })}
          >
            {one === "major" ? t("Major") : t("Minor")}
          </Button>
        ))}
        <Button variant="ghost" onClick={() => onDraft({ key: null })}>
          {t("No key")}
          <Kbd>0</Kbd>
        </Button>
      </fieldset>
      {piece.measured.key ? (
        <fieldset className="flex flex-wrap gap-2">
          <legend className="eyebrow mb-1.5">{t("Measured")}</legend>
          {keyReadings(piece).map((reading, index) => (
            <Button
              key={formatKey(reading)}
              size="sm"
              variant="ghost"
              onClick={() => choose({ tonic: reading.tonic, mode: reading.mode })}
            >
              {writeKey(reading, notation, t)}
              <span className="text-muted-foreground">{formatPercent(reading.confidence, t)}</span>
              <Kbd>{String(index + 1)}</Kbd>
            </Button>
          ))}
        </fieldset>
      ) : null}
    </div>
  );
}

function Piano({ chosen, onChoose }: { chosen: number | null; onChoose: (tonic: number) => void }) {
  const t = useText();
  const whites = TONICS.flatMap((_, tonic) => (isBlack(tonic) ? [] : [tonic]));
  const blacks = TONICS.flatMap((_, tonic) => (isBlack(tonic) ? [tonic] : []));
  const share = 100 / whites.length;
  const centre = (tonic: number) => share * whites.filter((white) => white < tonic).length;
  return (
    <fieldset className="relative w-full max-w-md select-none">
      <legend className="sr-only">{t("Tonic")}</legend>
      {/* With a height of its own: part of a fieldset's is nothing, or not, as the browser likes. */}
      <div className="flex h-36">
        {whites.map((tonic) => (
          <PianoKey key={tonic} tonic={tonic} isChosen={tonic === chosen} onChoose={onChoose} className="flex-1" />
        ))}
      </div>
      {blacks.map((tonic) => (
        <PianoKey
          key={tonic}
          tonic={tonic}
          isChosen={tonic === chosen}
          onChoose={onChoose}
          className="absolute top-0 h-22 -translate-x-1/2"
          style={{ left: `${centre(tonic)}%`, width: `${share * 0.64}%` }}
        />
      ))}
    </fieldset>
  );
}

interface PianoKeyProps {
  tonic: number;
  isChosen: boolean;
  onChoose: (tonic: number) => void;
  className: string;
  style?: { left: string; width: string };
}

function PianoKey({ tonic, isChosen, onChoose, className, style }: PianoKeyProps) {
  const name = formatKey({ tonic, mode: "major" }).split(" ")[0];
  return (
    <button
      type="button"
      aria-pressed={isChosen}
      aria-keyshortcuts={PIANO_KEYS[tonic]}
      onClick={() => onChoose(tonic)}
      style={style}
      className={cn(
        "flex flex-col items-center justify-end gap-0.5 rounded-b-md border border-border-strong pb-1.5 text-xs transition-colors",
        isBlack(tonic) ? "bg-neutral-900 text-neutral-100" : "bg-neutral-100 text-neutral-900",
        isChosen && "border-primary bg-primary text-primary-foreground",
        className,
      )}
    >
      {name}
      <span aria-hidden className="figures text-[10px] opacity-75">
        {PIANO_KEYS[tonic]?.toUpperCase()}
      </span>
    </button>
  );
}
