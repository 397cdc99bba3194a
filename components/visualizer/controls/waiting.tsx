"use client";

import { Button } from "@/components/ui/button";

/** In the place of a picture that is not there yet. */
export function Waiting({ hasFailed, onRetry }: { hasFailed: boolean; onRetry: () => void }) {
  return (
    <div className="grid size-full place-items-center" role="status">
      {hasFailed ? (
        <div className="flex flex-col items-center gap-3">
          <p>The picture could not be loaded. The sound still plays.</p>
          <Button onClick={onRetry}>Try again</Button>
        </div>
      ) : (
        <p className="animate-pulse-dot text-muted-foreground text-sm">Preparing the picture…</p>
      )}
    </div>
  );
}
