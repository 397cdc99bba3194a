"use client";

import { Trash2 } from "lucide-react";
import { useRef, useState } from "react";
import { useText } from "#text";
import { Rich } from "@/components/language/rich";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { Progress } from "@/components/ui/progress";
import { toast } from "@/components/ui/toast";
import { formatBytes } from "@/lib/format/bytes";
import type { UploadState } from "@/lib/uploads/schema";
import { ACCEPT_ATTRIBUTE } from "./file-intake";
import { keptBytesOf } from "./resume-match";
import type { UploadSession } from "./upload-session";

/** Uploads that were interrupted when their page was closed. The parts already stored are kept. */
export function UnfinishedUploads({ states, session }: { states: readonly UploadState[]; session: UploadSession }) {
  const t = useText();
  return (
    <section aria-labelledby="unfinished-title" className="glass rounded-lg">
      <h2 id="unfinished-title" className="px-5 pt-4 font-display font-medium text-lg tracking-tight">
        {t("Interrupted uploads")}
      </h2>
      <ul className="divide-y divide-border">
        {states.map((state) => (
          <UnfinishedUpload key={state.uploadId} state={state} session={session} />
        ))}
      </ul>
    </section>
  );
}

interface UnfinishedUploadProps {
  state: UploadState;
  session: UploadSession;
}

function UnfinishedUpload({ state, session }: UnfinishedUploadProps) {
  const t = useText();
  const input = useRef<HTMLInputElement>(null);
  const { isBusy, resume, take, discard } = useUnfinished({ state, session }, () => input.current?.click());
  const kept = Math.floor((keptBytesOf(state) / state.sizeBytes) * 100);
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-5 py-3">
      <div className="min-w-0 flex-1 basis-56">
        <p className="truncate font-medium text-sm" title={state.fileName}>
          {state.fileName}
        </p>
        <p className="text-muted-foreground text-xs">
          <Rich
            t={t}
            text="Choose the file again to continue: {percent} of {size} uploaded"
            values={{
              percent: <span className="figures">{t("{percent}%", { percent: kept })}</span>,
              size: <span className="figures">{formatBytes(state.sizeBytes, t)}</span>,
            }}
          />
        </p>
        <Progress value={kept} label={t("Uploaded part of {name}", { name: state.fileName })} className="mt-2" />
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
      <Button size="sm" variant="primary" pending={isBusy} onClick={resume}>
        {t("Continue")}
      </Button>
      <IconButton
        label={t("Discard {name}", { name: state.fileName })}
        size="icon-sm"
        disabled={isBusy}
        onClick={discard}
      >
        <Trash2 aria-hidden />
      </IconButton>
    </li>
  );
}

function useUnfinished({ state, session }: UnfinishedUploadProps, askForFile: () => void) {
  const t = useText();
  const [isBusy, setBusy] = useState(false);
  const resume = async () => {
    setBusy(true);
    const isContinued = await session.continueFromHandle(state, true);
    setBusy(false);
    if (!isContinued) askForFile();
  };
  const take = (file: File | undefined) => {
    if (!file) return;
    if (file.size !== state.sizeBytes) {
      toast.warning(t("This is a different file"), {
        description: t("{name} is uploaded as a new file.", { name: file.name }),
      });
    }
    void session.addPicked([file], { makesBatches: false }, t);
  };
  const discard = async () => {
    setBusy(true);
    try {
      await session.discardUnfinished(state);
    } catch {
      toast.error(t("The upload could not be discarded"), { description: t("It expires by itself after a day.") });
      setBusy(false);
    }
  };
  return { isBusy, resume, take, discard };
}
