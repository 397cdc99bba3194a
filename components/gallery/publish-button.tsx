"use client";

import { Globe } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import type { Publishing } from "@/lib/gallery/schema";

/** Loaded when somebody wants it: most visits to a sample do not. */
const PublishDialog = lazy(async () => ({ default: (await import("./publish-dialog")).PublishDialog }));

/** Shows a sample to everybody, or leads to where it is shown. */
export function PublishButton({ publishing }: { publishing: Publishing }) {
  const [isOpen, setOpen] = useState(false);
  const { publication } = publishing;
  if (publication?.state === "taken_down") {
    const { takenDownReason } = publication;
    return (
      <p className="flex max-w-80 flex-wrap items-center gap-2 text-sm">
        <Badge tone="danger">Taken down</Badge>
        <span className="wrap-anywhere text-muted-foreground">{takenDownReason ?? "An admin gave no reason."}</span>
      </p>
    );
  }
  return (
    <>
      {publication ? <ButtonLink href={`/gallery/${publication.slug}`}>Public page</ButtonLink> : null}
      <Button onClick={() => setOpen(true)}>
        <Globe aria-hidden />
        {publication ? "Edit public page" : "Publish"}
      </Button>
      {isOpen ? (
        <Suspense fallback={null}>
          <PublishDialog publishing={publishing} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
