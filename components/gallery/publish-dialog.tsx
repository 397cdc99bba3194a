"use client";

import { useState } from "react";
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
  const { sampleId, publication, start } = publishing;
  const [hasName, setHasName] = useState(publishing.handle !== null);
  const done = () => {
    toast.success(publication ? "Saved." : "It is public now.");
    onClose();
  };
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={publication ? "Edit public page" : hasName ? "Publish" : "Your public name"}
      description={
        hasName
          ? "Everybody sees and hears this, also without an account. You can take it back at any time; what others have downloaded by then, they keep."
          : "Others find what you publish by it. You can change it under Settings."
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
  const { pending, run } = useActionRunner(PUBLISH_REFUSALS);
  const [isSure, setSure] = useState(false);
  const take = async () => {
    if (await run("withdraw", () => withdrawAction({ id }), "It is no longer public.")) onDone();
  };
  return (
    <div className="mt-6 border-t pt-4">
      <p className="mb-3 text-muted-foreground text-sm">
        Taken back, its address says that it is gone, and everything said about it is deleted.
      </p>
      {isSure ? (
        <Button variant="danger" pending={pending !== null} onClick={() => void take()}>
          Yes, take it back
        </Button>
      ) : (
        <Button onClick={() => setSure(true)}>Take it back</Button>
      )}
    </div>
  );
}
