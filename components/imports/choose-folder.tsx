"use client";

import { ChevronLeft, ChevronRight, Folder } from "lucide-react";
import { useRef, useState } from "react";
import { useText } from "#text";
import { Problem } from "@/components/forms/problem";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions } from "@/components/ui/dialog";
import { NativeSelect } from "@/components/ui/native-select";
import { callApi } from "@/lib/api/client";
import type { Schedule } from "@/lib/imports/constants";
import { scheduleOptions } from "./scan-text";
import { type Place, useFolderChoice } from "./use-folder-choice";
import { useImportCall } from "./use-import-call";

/** Walks through the allowed directories, level by level, until a folder is chosen. */
export function ChooseFolder({ onClose }: { onClose: () => void }) {
  const t = useText();
  const { choice, isAsking, hasFailed, open, more } = useFolderChoice();
  const { pending, run } = useImportCall();
  const [above, setAbove] = useState<Place[]>([]);
  const [schedule, setSchedule] = useState<Schedule>("off");
  const here = useRef<HTMLParagraphElement>(null);
  const current: Place = choice?.dir ? { dir: choice.dir, path: choice.path } : {};
  const go = (place: Place, way: Place[]) => {
    setAbove(way);
    open(place);
    // The pressed button leaves with its level.
    here.current?.focus();
  };
  const add = async () => {
    const dir = choice?.dir;
    if (!dir) return;
    const body = { dir, path: choice.path, schedule };
    const answer = await run("add", () => callApi("POST /imports", { body }));
    if (answer?.ok) onClose();
  };
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t("Import a folder")}
      description={t(
        "Everything in it that is audio, with all folders below. Files whose bytes you have are not copied again.",
      )}
    >
      <p ref={here} tabIndex={-1} className="min-h-5 text-sm outline-none [overflow-wrap:anywhere]" aria-live="polite">
        {choice?.shownPath || t("On this server")}
        {choice && choice.audioFiles > 0 ? (
          <span className="text-muted-foreground">
            {" "}
            · {t.count(choice.audioFiles, "{count} audio file here", "{count} audio files here")}
          </span>
        ) : null}
      </p>
      <ul
        aria-label={t("Folders")}
        aria-busy={isAsking}
        className="mt-2 h-64 overflow-y-auto rounded-md border border-border-strong p-1"
      >
        {above.length > 0 ? (
          <li>
            <Button
              variant="ghost"
              className="w-full justify-start"
              onClick={() => go(above.at(-1) ?? {}, above.slice(0, -1))}
            >
              <ChevronLeft aria-hidden />
              {t("[to the folder above] Up")}
            </Button>
          </li>
        ) : null}
        {choice?.folders.map(({ name, dir, path }) => (
          <li key={`${dir} ${path}`}>
            <Button
              variant="ghost"
              className="h-auto min-h-9.5 w-full justify-start whitespace-normal text-left [overflow-wrap:anywhere]"
              onClick={() => go({ dir, path }, [...above, current])}
            >
              <Folder aria-hidden />
              <span className="min-w-0 flex-1">{name}</span>
              <ChevronRight aria-hidden />
            </Button>
          </li>
        ))}
        {choice?.next ? (
          <li>
            <Button variant="link" className="px-4!" pending={isAsking} onClick={more}>
              {t("Show more folders")}
            </Button>
          </li>
        ) : null}
      </ul>
      {hasFailed ? (
        <Problem>{t("This folder cannot be opened. It may be gone, or the server may not read it.")}</Problem>
      ) : null}
      {choice?.dir && choice.folders.length === 0 && !isAsking ? (
        <p className="mt-2 text-muted-foreground text-sm">{t("There are no folders in this one.")}</p>
      ) : null}
      <div className="mt-4 flex flex-wrap items-center gap-3 text-sm">
        <span>{t("Scan again")}</span>
        <NativeSelect
          label={t("Scan again")}
          options={scheduleOptions(t)}
          value={schedule}
          onValueChange={setSchedule}
        />
      </div>
      <DialogActions>
        <Button variant="ghost" onClick={onClose}>
          {t("Close")}
        </Button>
        <Button
          variant="primary"
          disabled={!choice?.dir || isAsking}
          pending={pending === "add"}
          onClick={() => void add()}
        >
          {t("Import this folder")}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
