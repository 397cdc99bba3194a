"use client";

import { useId, useState } from "react";
import type { Verb } from "@/components/admin/use-verb";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog, DialogActions } from "@/components/ui/dialog";
import { deletePersonAction, keepPersonAction, openPersonExportAction } from "@/lib/admin/people/actions";
import type { PersonDetail } from "@/lib/admin/people/schema";
import { formatBytes } from "@/lib/format/bytes";
import { DELETION_GRACE_TEXT } from "@/lib/privacy/constants";

interface DeletionControlsProps {
  person: PersonDetail;
  verb: Verb;
}

/** An account is deleted after a while in which it can be kept, and everything in it fetched. */
export function DeletionControls({ person, verb }: DeletionControlsProps) {
  const [isAsked, setAsked] = useState(false);
  if (person.leaving) return <Leaving person={person} leaving={person.leaving} verb={verb} />;
  return (
    <>
      <Button
        size="sm"
        variant="danger"
        className="self-start"
        disabled={verb.pending !== null}
        onClick={() => setAsked(true)}
      >
        Delete account
      </Button>
      {isAsked ? <AskToDelete person={person} verb={verb} onClose={() => setAsked(false)} /> : null}
    </>
  );
}

function AskToDelete({ person, verb, onClose }: DeletionControlsProps & { onClose: () => void }) {
  const [withExport, setWithExport] = useState(true);
  const id = useId();
  const { name, samples, storedBytes } = person;
  const remove = async () => {
    const done = `${name} goes in ${DELETION_GRACE_TEXT}.`;
    await verb.run("delete", () => deletePersonAction({ id: person.id, withExport }), done);
    onClose();
  };
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={`Delete ${name}?`}
      description={`The account is shut at once. In ${DELETION_GRACE_TEXT} ${samples.toLocaleString("en")} samples (${formatBytes(storedBytes)}) and everything else of it are gone for good; until then you can keep it.`}
    >
      <label htmlFor={id} className="flex items-center gap-2.5 text-sm">
        <Checkbox id={id} checked={withExport} onCheckedChange={setWithExport} />
        Put everything together as a ZIP file first, to hand it over
      </label>
      <DialogActions>
        <Button variant="ghost" onClick={onClose}>
          Leave it
        </Button>
        <Button variant="danger" pending={verb.pending === "delete"} onClick={remove}>
          Delete account
        </Button>
      </DialogActions>
    </Dialog>
  );
}

type LeavingProps = DeletionControlsProps & { leaving: NonNullable<PersonDetail["leaving"]> };

const EXPORT_TEXTS = {
  requested: "Its export is being made. Load the page again in a while.",
  ready: "Its export can be downloaded until then.",
  failed: "Its export could not be made. Keep the account and delete it again to have it tried anew.",
  expired: "Its export is gone.",
} as const;

function Leaving({ person: { id, name }, leaving: { goesAt, latestExport }, verb }: LeavingProps) {
  const keep = () => verb.run("keep", () => keepPersonAction({ id }), `${name} stays, and is suspended if it was.`);
  const download = async () => {
    const opened = await verb.run("download", () => openPersonExportAction({ id }), "The download is recorded.");
    if (opened) window.location.assign(opened.url);
  };
  return (
    <>
      <p className="text-sm">
        Goes for good after <span className="figures">{goesAt.slice(0, 16).replace("T", " ")} UTC</span>.
      </p>
      {latestExport ? <p className="text-muted-foreground text-xs">{EXPORT_TEXTS[latestExport.status]}</p> : null}
      <div className="flex flex-wrap gap-2">
        {latestExport?.status === "ready" ? (
          <Button size="sm" pending={verb.pending === "download"} onClick={download}>
            Download its export
          </Button>
        ) : null}
        <Button size="sm" variant="primary" pending={verb.pending === "keep"} onClick={keep}>
          Keep the account
        </Button>
      </div>
    </>
  );
}
