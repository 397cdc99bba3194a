"use client";

import { useText } from "#text";
import { KIND_NAMES } from "@/components/samples/sample-facts";
import { within } from "@/components/samples/within";
import { Button } from "@/components/ui/button";
import { formatPercent } from "@/lib/music/notation";
import { KINDS } from "./readings";
import { type ChoiceProps, Kbd } from "./tempo-choice";

export function KindChoice({ piece, draft, onDraft }: ChoiceProps) {
  const t = useText();
  const { kind } = piece.measured;
  return (
    <div className="flex flex-col gap-5">
      <p aria-live="polite" className="font-display font-medium text-5xl tracking-tight">
        {draft.kind === null ? t("Not known") : t(KIND_NAMES[draft.kind])}
      </p>
      <fieldset className="flex flex-wrap gap-2">
        <legend className="eyebrow mb-1.5">{t("Kind")}</legend>
        {KINDS.map((one, index) => (
          <Button
            key={one}
            aria-pressed={draft.kind === one}
            variant={draft.kind === one ? "primary" : "secondary"}
            onClick={() => onDraft({ kind: one })}
          >
            {t(KIND_NAMES[one])}
            <Kbd>{String(index + 1)}</Kbd>
          </Button>
        ))}
      </fieldset>
      {kind ? (
        <p className="text-muted-foreground text-sm">
          {t("Measured: {kind}, {percent} sure.", {
            kind: within(t(KIND_NAMES[kind.label]), t),
            percent: formatPercent(kind.confidence, t),
          })}
        </p>
      ) : null}
    </div>
  );
}
