"use client";

import { useState } from "react";
import { useText } from "#text";
import { ArtistForm } from "@/components/artists/artist-form";
import { useActionRunner } from "@/components/forms/use-action-runner";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { toast } from "@/components/ui/toast";
import { withdrawAction } from "@/lib/gallery/actions";
import type { Publishing } from "@/lib/gallery/schema";
import { PublishForm } from "./publish-form";
import { PUBLISH_REFUSALS } from "./refusal-text";

/** Asks for a public name first, then for what is said of the sound; and takes it back. */
export function PublishDialog({ publishing, onClose }: { publishing: Publishing; onClose: () => void }) {
  const t = useText();
  const { sampleId, publication, start } = publishing;
  const [hasName, setHasName] = useState(publishing.handle !== null);
  const done = () => {
    toast.success(publication ? t("Saved.") : t("It is public now."));
    onClose();
  };
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={publication ? t("Edit public page") : hasName ? t("Publish") : t("Your public name")}
      description={
        hasName
          ? t(
              "Everybody sees and hears this, also without an account. You can take it back at any time; what others have downloaded by then, they keep.",
            )
          : t("Others find what you publish by it. You can change it under Settings.")
      }
      isModal
    >
      {hasName ? (
        <PublishForm
          target={publication ? { id: publication.id } : { sampleId }}
          start={publication ?? start}
          onDone={done}
          onClose={onClose}
        />
      ) : (
        <ArtistForm artist={null} onDone={() => setHasName(true)} onClose={onClose} />
      )}
      {publication ? <Withdraw id={publication.id} onDone={onClose} /> : null}
    </Dialog>
  );
}

function Withdraw({ id, onDone }: { id: string; onDone: () => void }) {
  const t = useText();
  const { pending, run } = useActionRunner(PUBLISH_REFUSALS);
  const [isSure, setSure] = useState(false);
  const take = async () => {
    if (await run("withdraw", () => withdrawAction({ id }), t("It is no longer public."))) onDone();
  };
  return (
    <div className="mt-6 border-t pt-4">
      <p className="mb-3 text-muted-foreground text-sm">
        {t("Taken back, its address says that it is gone, and everything said about it is deleted.")}
      </p>
      {isSure ? (
        <Button variant="danger" pending={pending !== null} onClick={() => void take()}>
          {t("Yes, take it back")}
        </Button>
      ) : (
        <Button onClick={() => setSure(true)}>{t("Take it back")}</Button>
      )}
    </div>
  );
}
