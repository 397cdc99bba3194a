"use client";

import { useId, useState } from "react";
import type { AdminRunner } from "@/components/admin/use-admin-runner";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog, DialogActions } from "@/components/ui/dialog";
import { deletePersonAction, keepPersonAction, openPersonExportAction } from "@/lib/admin/people/actions";
import type { PersonDetail } from "@/lib/admin/people/schema";
import { formatBytes } from "@/lib/format/bytes";
import { counted } from "@/lib/format/count";
import { formatDateTime } from "@/lib/format/time";
import { DELETION_GRACE_TEXT } from "@/lib/privacy/constants";

interface DeletionControlsProps {
  person: PersonDetail;
  runner: AdminRunner;
}

/** Schedules the deletion of an account. Until the date comes, it can be cancelled and an export downloaded. */
export function DeletionControls({ person, runner }: DeletionControlsProps) {
  const [isAsked, setAsked] = useState(false);
  if (person.leaving) return <Leaving person={person} leaving={person.leaving} runner={runner} />;
  return (
    <>
      <Button
        size="sm"
        variant="danger"
        className="self-start"
        disabled={runner.pending !== null}
        onClick={() => setAsked(true)}
      >
        Delete account
      </Button>
      {isAsked ? <AskToDelete person={person} runner={runner} onClose={() => setAsked(false)} /> : null}
    </>
  );
}

function AskToDelete({ person, runner, onClose }: DeletionControlsProps & { onClose: () => void }) {
  const [withExport, setWithExport] = useState(true);
  const id = useId();
  const { name, samples, storedBytes } = person;
  const remove = async () => {
    const done = `${name} will be deleted in ${DELETION_GRACE_TEXT}.`;
    await runner.run("delete", () => deletePersonAction({ id: person.id, withExport }), done);
    onClose();
  };
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={`Delete ${name}?`}
      description={`The account is closed immediately. After ${DELETION_GRACE_TEXT} its ${counted(samples, "sample")} (${formatBytes(storedBytes)}) and everything else in it are permanently deleted. Until then you can cancel the deletion.`}
    >
      <label htmlFor={id} className="flex items-center gap-2.5 text-sm">
        <Checkbox id={id} checked={withExport} onCheckedChange={setWithExport} />
        First export everything as a ZIP file that you can hand over
      </label>
      <DialogActions>
        <Button variant="ghost" onClick={onClose}>
          Cancel
        </Button>
        <Button variant="danger" pending={runner.pending === "delete"} onClick={remove}>
          Delete account
        </Button>
      </DialogActions>
    </Dialog>
  );
}

type LeavingProps = DeletionControlsProps & { leaving: NonNullable<PersonDetail["leaving"]> };

const EXPORT_TEXTS = {
  requested: "The export is being prepared. Reload the page in a while.",
  ready: "Until then you can download the export.",
  failed: "The export failed. To try again, cancel the deletion and delete the account again.",
  expired: "The export has expired.",
} as const;

function Leaving({ person: { id, name }, leaving: { goesAt, latestExport }, runner }: LeavingProps) {
  const keep = () =>
    runner.run(
      "keep",
      () => keepPersonAction({ id }),
      `${name} will not be deleted. If the account was suspended, it still is.`,
    );
  const download = async () => {
    const done = "The audit log now says that you downloaded this export.";
    const opened = await runner.run("download", () => openPersonExportAction({ id }), done);
    if (opened) window.location.assign(opened.url);
  };
  return (
    <>
      <p className="text-sm">Will be permanently deleted after {formatDateTime(goesAt)}.</p>
      {latestExport ? <p className="text-muted-foreground text-xs">{EXPORT_TEXTS[latestExport.status]}</p> : null}
      <div className="flex flex-wrap gap-2">
        {latestExport?.status === "ready" ? (
          <Button size="sm" pending={runner.pending === "download"} onClick={download}>
            Download the export
          </Button>
        ) : null}
        <Button size="sm" variant="primary" pending={runner.pending === "keep"} onClick={keep}>
          Cancel deletion
        </Button>
      </div>
    </>
  );
}
