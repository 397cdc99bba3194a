"use client";

import { Trash2 } from "lucide-react";
import { useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { Progress } from "@/components/ui/progress";
import { toast } from "@/components/ui/toast";
import { formatBytes } from "@/lib/format/bytes";
import type { UploadState } from "@/lib/uploads/schema";
import { ACCEPT_ATTRIBUTE } from "./file-intake";
import { keptBytesOf, looksLike } from "./resume-match";
import type { UploadSession } from "./upload-session";

/** Uploads that a refresh or a closed tab broke off. What storage has of them is kept. */
export function UnfinishedUploads({ states, session }: { states: readonly UploadState[]; session: UploadSession }) {
  return (
    <section aria-labelledby="unfinished-title" className="glass rounded-lg">
      <h2 id="unfinished-title" className="px-5 pt-4 font-display font-medium text-lg tracking-tight">
        Broken off earlier
      </h2>
      <ul className="divide-y divide-border">
        {states.map((state) => (
          <UnfinishedUpload key={state.uploadId} state={state} session={session} />
        ))}
      </ul>
    </section>
  );
}

function UnfinishedUpload({ state, session }: { state: UploadState; session: UploadSession }) {
  const input = useRef<HTMLInputElement>(null);
  const [isBusy, setBusy] = useState(false);
  const kept = Math.floor((keptBytesOf(state) / state.sizeBytes) * 100);

  const proceed = async () => {
    setBusy(true);
    const isContinued = await session.continueFromHandle(state, true);
    setBusy(false);
    if (!isContinued) input.current?.click();
  };
  const take = (file: File | undefined) => {
    if (!file) return;
    if (!looksLike(state, { fileName: file.name, sizeBytes: file.size }) && file.size !== state.sizeBytes) {
      toast.warning("That is another file", { description: `${file.name} is sent as a new upload.` });
    }
    session.addPicked([file]);
  };
  const discard = async () => {
    setBusy(true);
    try {
      await session.discardUnfinished(state);
    } catch {
      toast.error("It could not be discarded just now", { description: "It is dropped by itself after a day." });
      setBusy(false);
    }
  };

  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-5 py-3">
      <div className="min-w-0 flex-1 basis-56">
        <p className="truncate font-medium text-sm" title={state.fileName}>
          {state.fileName}
        </p>
        <p className="text-muted-foreground text-xs">
          Pick the file again to continue: <span className="figures">{kept}%</span> of{" "}
          <span className="figures">{formatBytes(state.sizeBytes)}</span> kept
        </p>
        <Progress value={kept} label={`Kept of ${state.fileName}`} className="mt-2" />
      </div>
      <input
        ref={input}
        type="file"
        hidden
        accept={ACCEPT_ATTRIBUTE}
        onChange={(event) => {
          take(event.currentTarget.files?.[0]);
          event.currentTarget.value = "";
        }}
      />
      <Button size="sm" variant="primary" pending={isBusy} onClick={proceed}>
        Continue
      </Button>
      <IconButton label={`Discard ${state.fileName}`} size="icon-sm" disabled={isBusy} onClick={discard}>
        <Trash2 aria-hidden />
      </IconButton>
    </li>
  );
}
