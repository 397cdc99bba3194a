"use client";

import { CircleAlert } from "lucide-react";
import { useEffect, useRef } from "react";
import { useText } from "#text";
import { Button } from "@/components/ui/button";
import { Progress } from "@/components/ui/progress";
import { stageText, type TryStage } from "./try-stage";
import type { TryState } from "./use-tryout";

/** How far a visitor's file is. */
export function Busy({
  state: { fileName, stage },
  onStop,
}: {
  state: Extract<TryState, { is: "busy" }>;
  onStop(): void;
}) {
  const t = useText();
  const text = stageText(stage, t);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  return (
    <>
      <div className="w-full max-w-sm">
        <p className="truncate font-medium">{fileName}</p>
        <p className="mt-1 mb-3 text-muted-foreground text-sm">{text}</p>
        <Progress
          label={fileName}
          value={stage.fraction === null ? null : Math.round(stage.fraction * 100)}
          valueText={text}
        />
      </div>
      <Button ref={button} onClick={onStop}>
        {t("Stop")}
      </Button>
    </>
  );
}

/** Each stage once: a screen reader that hears every percent says nothing else. */
export function SpokenStage({ name }: Pick<TryStage, "name">) {
  return stageText({ name, fraction: null }, useText());
}

/** Why a file was not measured. */
export function Refused({ state: { fileName, problem } }: { state: Extract<TryState, { is: "refused" }> }) {
  const t = useText();
  return (
    <div role="alert" className="max-w-sm">
      <CircleAlert aria-hidden className="mx-auto mb-3 size-7 text-danger" />
      <p className="wrap-anywhere text-muted-foreground text-sm">{fileName}</p>
      <h2 className="mt-1 font-display font-medium text-xl tracking-tight">{t(problem.title)}</h2>
      {problem.detail ? <p className="mt-2 text-muted-foreground text-sm">{t(problem.detail)}</p> : null}
    </div>
  );
}
