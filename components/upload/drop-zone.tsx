"use client";

import { FileMusic, FolderOpen, UploadCloud } from "lucide-react";
import { useRef } from "react";
import { useText } from "#text";
import { Button } from "@/components/ui/button";
import { cn } from "@/lib/cn";
import type { Text } from "@/lib/language/text";
import { ACCEPT_ATTRIBUTE } from "./file-intake";

export interface DropZoneProps {
  onFiles: (files: File[]) => void;
  /** Makes it smaller once there is a list below. */
  compact: boolean;
  takesFolders: boolean;
}

/** Shows where to drop files, and has buttons to choose them. */
export function DropZone({ onFiles, compact, takesFolders }: DropZoneProps) {
  const t = useText();
  return (
    <section
      aria-label={t("Add files")}
      className={cn(
        "glass relative flex flex-col items-center rounded-xl border-border-strong! border-dashed! text-center",
        compact ? "gap-4 px-5 py-5 sm:flex-row sm:text-left" : "gap-5 px-6 py-14 sm:py-20",
      )}
    >
      <span
        className={cn(
          "grid shrink-0 place-items-center rounded-lg border border-primary/30 bg-primary/10 text-primary",
          compact ? "size-11" : "size-16",
        )}
      >
        <UploadCloud aria-hidden className={compact ? "size-5" : "size-8"} />
      </span>
      <div className="min-w-0 flex-1">
        <h2 className={cn("font-display font-medium tracking-tight", compact ? "text-lg" : "text-2xl")}>
          {invitation(compact, takesFolders, t)}
        </h2>
        <p className={cn("text-balance text-muted-foreground", compact ? "text-sm" : "mx-auto mt-1.5 max-w-lg")}>
          {t("WAV, AIFF, FLAC, MP3, Ogg, Opus, M4A and more, up to 100 MB each.")}{" "}
          {takesFolders ? t("Folders keep their structure. You can also paste files.") : t("You can also paste files.")}
        </p>
      </div>
      <Pickers onFiles={onFiles} takesFolders={takesFolders} size={compact ? "md" : "lg"} />
    </section>
  );
}

function invitation(compact: boolean, takesFolders: boolean, t: Text): string {
  if (compact) return takesFolders ? t("Drop more files or folders") : t("Drop more files");
  return takesFolders ? t("Drop files or folders here") : t("Drop files here");
}

type PickersProps = Pick<DropZoneProps, "onFiles" | "takesFolders"> & { size: "md" | "lg" };

function Pickers({ onFiles, takesFolders, size }: PickersProps) {
  const t = useText();
  const filesInput = useRef<HTMLInputElement>(null);
  const folderInput = useRef<HTMLInputElement>(null);
  const take = (input: HTMLInputElement) => {
    const files = Array.from(input.files ?? []);
    // Otherwise choosing the same file again would not count as a change.
    input.value = "";
    if (files.length > 0) onFiles(files);
  };
  return (
    <div className="flex flex-wrap justify-center gap-2">
      <input
        ref={filesInput}
        type="file"
        multiple
        hidden
        accept={ACCEPT_ATTRIBUTE}
        onChange={(event) => take(event.currentTarget)}
      />
      <input
        ref={(node) => {
          folderInput.current = node;
          // Every browser knows this attribute, but the types of React do not.
          if (node) node.webkitdirectory = true;
        }}
        type="file"
        hidden
        onChange={(event) => take(event.currentTarget)}
      />
      <Button variant="primary" size={size} onClick={() => filesInput.current?.click()}>
        <FileMusic aria-hidden />
        {t("Choose files")}
      </Button>
      {takesFolders ? (
        <Button size={size} onClick={() => folderInput.current?.click()}>
          <FolderOpen aria-hidden />
          {t("Choose a folder")}
        </Button>
      ) : null}
    </div>
  );
}
