"use client";

import { Globe } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { useText } from "#text";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import type { Publishing } from "@/lib/gallery/schema";
import { TakenDown } from "./taken-down";

/** Loaded when somebody wants it: most visits to a sample do not. */
const PublishDialog = lazy(async () => ({ default: (await import("./publish-dialog")).PublishDialog }));

/** Shows a sample to everybody, or leads to where it is shown. */
export function PublishButton({ publishing }: { publishing: Publishing }) {
  const t = useText();
  const [isOpen, setOpen] = useState(false);
  const { publication } = publishing;
  if (publication?.state === "taken_down") return <TakenDown publication={publication} />;
  return (
    <>
      {publication ? <ButtonLink href={`/gallery/${publication.slug}`}>{t("Public page")}</ButtonLink> : null}
      <Button onClick={() => setOpen(true)}>
        <Globe aria-hidden />
        {publication ? t("Edit public page") : t("Publish")}
      </Button>
      {isOpen ? (
        <Suspense fallback={null}>
          <PublishDialog publishing={publishing} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
