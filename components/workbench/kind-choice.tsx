"use client";

import { KIND_NAMES } from "@/components/samples/sample-facts";
import { Button } from "@/components/ui/button";
import { formatPercent } from "@/lib/music/notation";
import { KINDS } from "./readings";
import { type ChoiceProps, Kbd } from "./tempo-choice";

export function KindChoice({ piece, draft, onDraft }: ChoiceProps) {
  const { kind } = piece.measured;
  return (
    <div className="flex flex-col gap-5">
      <p aria-live="polite" className="font-display font-medium text-5xl tracking-tight">
        {draft.kind === null ? "Not known" : KIND_NAMES[draft.kind]}
      </p>
      <fieldset className="flex flex-wrap gap-2">
        <legend className="eyebrow mb-1.5">Kind</legend>
        {KINDS.map((one, index) => (
          <Button
            key={one}
            aria-pressed={draft.kind === one}
            variant={draft.kind === one ? "primary" : "secondary"}
            onClick={() => onDraft({ kind: one })}
          >
            {KIND_NAMES[one]}
            <Kbd>{String(index + 1)}</Kbd>
          </Button>
        ))}
      </fieldset>
      {kind ? (
        <p className="text-muted-foreground text-sm">
          Measured: {KIND_NAMES[kind.label].toLowerCase()}, {formatPercent(kind.confidence)} sure.
        </p>
      ) : null}
    </div>
  );
}
