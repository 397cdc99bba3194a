"use client";

import { useEffect } from "react";
import { useText } from "#text";
import { DropZone } from "./drop-zone";
import { SharedFiles } from "./shared-files";
import { SkippedNote } from "./skipped-note";
import { UnfinishedUploads } from "./unfinished-uploads";
import { UploadList } from "./upload-list";
import { UploadOverview } from "./upload-overview";
import { type DropRules, uploadSession } from "./upload-session";
import { useRefreshWhenSent } from "./use-refresh-when-sent";
import { useUploadSession, useUploadSnapshot } from "./use-upload";

/** The upload page: drop zone, interrupted uploads, and the files of this session. */
export function UploadStudio({ rules }: { rules: DropRules }) {
  const t = useText();
  const session = useUploadSession();
  const snapshot = useUploadSnapshot();
  useEffect(() => {
    // Without them the page still works: the person uploads those files again.
    uploadSession()
      .loadUnfinished()
      .catch(() => {});
  }, []);

  useRefreshWhenSent(snapshot.summary.remaining);

  const hasFiles = snapshot.order.length > 0;
  const open = snapshot.unfinished.filter((state) => !isUnderWay(state.uploadId, session));
  return (
    <div className="flex flex-col gap-5">
      <DropZone
        compact={hasFiles}
        takesFolders={rules.takesFolders}
        onFiles={(files) => void uploadSession().addPicked(files, rules, t)}
      />
      <SharedFiles onFiles={(files) => void uploadSession().addPicked(files, rules, t)} />
      {session && open.length > 0 ? <UnfinishedUploads states={open} session={session} /> : null}
      {session && (hasFiles || snapshot.skipped.length > 0) ? (
        <section aria-label={t("Uploads")} className="glass overflow-hidden rounded-lg">
          <div className="border-b">
            <UploadOverview snapshot={snapshot} session={session} />
          </div>
          {snapshot.skipped.length > 0 ? (
            <SkippedNote skipped={snapshot.skipped} onClear={() => session.store.clearSkipped()} />
          ) : null}
          <UploadList order={snapshot.order} session={session} />
        </section>
      ) : null}
    </div>
  );
}

function isUnderWay(uploadId: string, session: ReturnType<typeof useUploadSession>): boolean {
  for (const item of session?.store.items() ?? []) {
    if (item.uploadId === uploadId && item.phase !== "failed" && item.phase !== "cancelled") return true;
  }
  return false;
}
