"use client";

import { lazy, Suspense, useState } from "react";
import { useText } from "#text";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import type { OwnPublication } from "@/lib/gallery/schema";
import { msg } from "@/lib/language/text";

const AppealDialog = lazy(async () => ({ default: (await import("./appeal-dialog")).AppealDialog }));

const APPEALS = {
  waiting: msg("An admin will read your answer."),
  refused: msg("An admin read your answer, and it stays down."),
};

/** Tells the owner of something that an admin took down why, and lets them answer once. */
export function TakenDown({ publication }: { publication: OwnPublication }) {
  const t = useText();
  const { id, takenDownReason, appeal } = publication;
  const [isOpen, setOpen] = useState(false);
  return (
    <div className="flex max-w-80 flex-col items-start gap-2 text-sm">
      <Badge tone="danger">{t("Taken down")}</Badge>
      <p className="wrap-anywhere whitespace-pre-line text-muted-foreground">
        {takenDownReason ?? t("An admin gave no reason.")}
      </p>
      {appeal === "possible" ? (
        <Button size="sm" onClick={() => setOpen(true)}>
          {t("[verb] Answer")}
        </Button>
      ) : (
        <p>{t(APPEALS[appeal])}</p>
      )}
      {isOpen ? (
        <Suspense fallback={null}>
          <AppealDialog id={id} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </div>
  );
}
