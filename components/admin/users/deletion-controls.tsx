"use client";

import { useId, useState } from "react";
import { useText } from "#text";
import type { AdminRunner } from "@/components/admin/use-admin-runner";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog, DialogActions } from "@/components/ui/dialog";
import { deletePersonAction, keepPersonAction, openPersonExportAction } from "@/lib/admin/people/actions";
import type { PersonDetail } from "@/lib/admin/people/schema";
import { formatBytes } from "@/lib/format/bytes";
import { formatDateTime } from "@/lib/format/time";
import { msg } from "@/lib/language/text";
import { DELETION_GRACE_SECONDS } from "@/lib/privacy/constants";

const DAY_SECONDS = 86_400;
const GRACE_DAYS = DELETION_GRACE_SECONDS / DAY_SECONDS;

interface DeletionControlsProps {
  person: PersonDetail;
  runner: AdminRunner;
}

/** Schedules the deletion of an account. Until the date comes, it can be cancelled and an export downloaded. */
export function DeletionControls({ person, runner }: DeletionControlsProps) {
  const t = useText();
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
        {t("Delete account")}
      </Button>
      {isAsked ? <AskToDelete person={person} runner={runner} onClose={() => setAsked(false)} /> : null}
    </>
  );
}

function AskToDelete({ person, runner, onClose }: DeletionControlsProps & { onClose: () => void }) {
  const t = useText();
  const [withExport, setWithExport] = useState(true);
  const id = useId();
  const { name, samples, storedBytes } = person;
  const remove = async () => {
    const done = t.count(
      GRACE_DAYS,
      "{name} will be deleted in {count} day.",
      "{name} will be deleted in {count} days.",
      { name },
    );
    await runner.run("delete", () => deletePersonAction({ id: person.id, withExport }), done);
    onClose();
  };
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t("Delete {name}?", { name })}
      description={t(
        "The account is closed immediately. After {days} its {samples} ({size}) and everything else in it are permanently deleted. Until then you can cancel the deletion.",
        {
          days: t.count(GRACE_DAYS, "[after] {count} day", "[after] {count} days"),
          samples: t.count(samples, "{count} sample", "{count} samples"),
          size: formatBytes(storedBytes, t),
        },
      )}
    >
      <label htmlFor={id} className="flex items-center gap-2.5 text-sm">
        <Checkbox id={id} checked={withExport} onCheckedChange={setWithExport} />
        {t("First export everything as a ZIP file that you can hand over")}
      </label>
      <DialogActions>
        <Button variant="ghost" onClick={onClose}>
          {t("Cancel")}
        </Button>
        <Button variant="danger" pending={runner.pending === "delete"} onClick={remove}>
          {t("Delete account")}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

type LeavingProps = DeletionControlsProps & { leaving: NonNullable<PersonDetail["leaving"]> };

const EXPORT_TEXTS = {
  requested: msg("The export is being prepared. Reload the page in a while."),
  ready: msg("Until then you can download the export."),
  failed: msg("The export failed. To try again, cancel the deletion and delete the account again."),
  expired: msg("The export has expired."),
} as const;

function Leaving({ person: { id, name }, leaving: { goesAt, latestExport }, runner }: LeavingProps) {
  const t = useText();
  const keep = () =>
    runner.run(
      "keep",
      () => keepPersonAction({ id }),
      t("{name} will not be deleted. If the account was suspended, it still is.", { name }),
    );
  const download = async () => {
    const done = t("The audit log now says that you downloaded this export.");
    const opened = await runner.run("download", () => openPersonExportAction({ id }), done);
    if (opened) window.location.assign(opened.url);
  };
  return (
    <>
      <p className="text-sm">{t("Will be permanently deleted after {time}.", { time: formatDateTime(goesAt, t) })}</p>
      {latestExport ? <p className="text-muted-foreground text-xs">{t(EXPORT_TEXTS[latestExport.status])}</p> : null}
      <div className="flex flex-wrap gap-2">
        {latestExport?.status === "ready" ? (
          <Button size="sm" pending={runner.pending === "download"} onClick={download}>
            {t("Download the export")}
          </Button>
        ) : null}
        <Button size="sm" variant="primary" pending={runner.pending === "keep"} onClick={keep}>
          {t("Cancel deletion")}
        </Button>
      </div>
    </>
  );
}
