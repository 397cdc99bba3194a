"use client";

import { lazy, Suspense, useState } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import type { OwnPublication } from "@/lib/gallery/schema";

const AppealDialog = lazy(async () => ({ default: (await import("./appeal-dialog")).AppealDialog }));

const APPEALS = {
  waiting: "An admin will read your answer.",
  refused: "An admin read your answer, and it stays down.",
};

/** Tells the owner of something that an admin took down why, and lets them answer once. */
export function TakenDown({ publication }: { publication: OwnPublication }) {
  const { id, takenDownReason, appeal } = publication;
  const [isOpen, setOpen] = useState(false);
  return (
    <div className="flex max-w-80 flex-col items-start gap-2 text-sm">
      <Badge tone="danger">Taken down</Badge>
      <p className="wrap-anywhere whitespace-pre-line text-muted-foreground">
        {takenDownReason ?? "An admin gave no reason."}
      </p>
      {appeal === "possible" ? (
        <Button size="sm" onClick={() => setOpen(true)}>
          Answer
        </Button>
      ) : (
        <p>{APPEALS[appeal]}</p>
      )}
      {isOpen ? (
        <Suspense fallback={null}>
          <AppealDialog id={id} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </div>
  );
}
