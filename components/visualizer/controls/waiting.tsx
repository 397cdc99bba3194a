"use client";

import { useText } from "#text";
import { Button } from "@/components/ui/button";

/** In the place of a picture that is not there yet. */
export function Waiting({ hasFailed, onRetry }: { hasFailed: boolean; onRetry: () => void }) {
  const t = useText();
  return (
    <div className="grid size-full place-items-center" role="status">
      {hasFailed ? (
        <div className="flex flex-col items-center gap-3">
          <p>{t("The picture could not be loaded. The sound still plays.")}</p>
          <Button onClick={onRetry}>{t("Try again")}</Button>
        </div>
      ) : (
        <p className="animate-pulse-dot text-muted-foreground text-sm">{t("Preparing the picture…")}</p>
      )}
    </div>
  );
}
