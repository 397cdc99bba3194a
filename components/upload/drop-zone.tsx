"use client";

import { FileMusic, FolderOpen, UploadCloud } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { cn } from "@/lib/cn";
import { ACCEPT_ATTRIBUTE } from "./file-intake";
import type { DroppedRoot } from "./folder-walk";

export interface DropZoneProps {
  onFiles: (files: File[]) => void;
  onDropped: (roots: DroppedRoot[]) => void;
  /** Smaller once there is a list under it. */
  compact: boolean;
  takesFolders: boolean;
}

type HandleItem = DataTransferItem & { getAsFileSystemHandle?: () => Promise<FileSystemHandle | null> };

/** Entries and handles exist only while the drop event runs, so both are taken at once. */
function rootsOf(transfer: DataTransfer): DroppedRoot[] {
  return Array.from(transfer.items).flatMap((item: HandleItem) => {
    if (item.kind !== "file") return [];
    const entry = item.webkitGetAsEntry();
    const handle = item.getAsFileSystemHandle?.().catch(() => null) ?? Promise.resolve(null);
    return entry ? [{ entry, handle }] : [];
  });
}

const carriesFiles = (event: DragEvent) => event.dataTransfer?.types.includes("Files") ?? false;

/** Files dropped anywhere on the page, or pasted, count; the zone shows where it goes and has the pickers. */
function useWholePageDrop({ onFiles, onDropped }: Pick<DropZoneProps, "onFiles" | "onDropped">): boolean {
  const [isOver, setOver] = useState(false);
  const latest = useRef({ onFiles, onDropped });
  useEffect(() => {
    latest.current = { onFiles, onDropped };
  });
  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    let depth = 0;
    const enter = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      depth++;
      setOver(true);
    };
    const leave = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      depth = Math.max(0, depth - 1);
      if (depth === 0) setOver(false);
    };
    const over = (event: DragEvent) => {
      if (carriesFiles(event)) event.preventDefault();
    };
    const drop = (event: DragEvent) => {
      if (!event.dataTransfer || !carriesFiles(event)) return;
      event.preventDefault();
      depth = 0;
      setOver(false);
      const roots = rootsOf(event.dataTransfer);
      if (roots.length > 0) latest.current.onDropped(roots);
      else latest.current.onFiles(Array.from(event.dataTransfer.files));
    };
    const paste = (event: ClipboardEvent) => {
      const files = Array.from(event.clipboardData?.files ?? []);
      if (files.length > 0) latest.current.onFiles(files);
    };
    window.addEventListener("dragenter", enter, { signal });
    window.addEventListener("dragleave", leave, { signal });
    window.addEventListener("dragover", over, { signal });
    window.addEventListener("drop", drop, { signal });
    window.addEventListener("paste", paste, { signal });
    return () => controller.abort();
  }, []);
  return isOver;
}

export function DropZone({ onFiles, onDropped, compact, takesFolders }: DropZoneProps) {
  const isOver = useWholePageDrop({ onFiles, onDropped });
  return (
    <section
      aria-label="Add files"
      data-over={isOver || undefined}
      className={cn(
        "glass relative flex flex-col items-center rounded-xl border-dashed! text-center transition-[border-color,background-color] duration-150",
        "border-border-strong! data-over:border-primary! data-over:bg-primary/10",
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
          {isOver ? "Let go to add them" : invitation(compact, takesFolders)}
        </h2>
        <p className={cn("text-balance text-muted-foreground", compact ? "text-sm" : "mx-auto mt-1.5 max-w-lg")}>
          WAV, MP3, FLAC, AIFF, OGG, Opus and M4A, up to 100 MB each.{" "}
          {takesFolders ? "Folders keep their structure; you can also paste." : "You can also paste."}
        </p>
      </div>
      <Pickers onFiles={onFiles} takesFolders={takesFolders} size={compact ? "md" : "lg"} />
    </section>
  );
}

function invitation(compact: boolean, takesFolders: boolean): string {
  if (compact) return takesFolders ? "Drop more files or folders" : "Drop more files";
  return takesFolders ? "Drop files or whole folders here" : "Drop files here";
}

type PickersProps = Pick<DropZoneProps, "onFiles" | "takesFolders"> & { size: "md" | "lg" };

function Pickers({ onFiles, takesFolders, size }: PickersProps) {
  const filesInput = useRef<HTMLInputElement>(null);
  const folderInput = useRef<HTMLInputElement>(null);
  const take = (input: HTMLInputElement) => {
    const files = Array.from(input.files ?? []);
    // The same file picked again must count as a change.
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
          // No attribute React's types know, though every browser does.
          if (node) node.webkitdirectory = true;
        }}
        type="file"
        hidden
        onChange={(event) => take(event.currentTarget)}
      />
      <Button variant="primary" size={size} onClick={() => filesInput.current?.click()}>
        <FileMusic aria-hidden />
        Choose files
      </Button>
      {takesFolders ? (
        <Button size={size} onClick={() => folderInput.current?.click()}>
          <FolderOpen aria-hidden />
          Choose a folder
        </Button>
      ) : null}
    </div>
  );
}
