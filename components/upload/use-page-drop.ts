"use client";

import { useEffect, useRef, useState } from "react";
import { Scope } from "@/components/ui/scope";
import type { DroppedRoot } from "./folder-walk";

export interface PageDropOptions {
  /** Files are over the page and may be dropped in a moment. */
  onNear: () => void;
  onFiles: (files: File[]) => void;
  onDropped: (roots: DroppedRoot[]) => void;
}

type HandleItem = DataTransferItem & { getAsFileSystemHandle?: () => Promise<FileSystemHandle | null> };

/** Takes entries and handles at once, because they exist only during the drop event. */
function rootsOf(transfer: DataTransfer): DroppedRoot[] {
  return Array.from(transfer.items).flatMap((item: HandleItem) => {
    if (item.kind !== "file") return [];
    const entry = item.webkitGetAsEntry();
    const handle = item.getAsFileSystemHandle?.().catch(() => null) ?? Promise.resolve(null);
    return entry ? [{ entry, handle }] : [];
  });
}

const STILL_OVER_MS = 2000;

const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes("Files") ?? false;

/** Accepts files that are dropped anywhere on the page or pasted. Returns whether files are being dragged over it. */
export function usePageDrop(options: PageDropOptions): boolean {
  const [isOver, setOver] = useState(false);
  const latest = useRef(options);
  useEffect(() => {
    latest.current = options;
  });
  useEffect(() => {
    const scope = new Scope();
    // Browsers say at least twice a second that files are still over the page. Leaving is not always said: an element
    // that is removed under the pointer sends nothing.
    let timer: ReturnType<typeof setTimeout> | undefined;
    scope.add(() => clearTimeout(timer));
    const leave = () => {
      clearTimeout(timer);
      timer = undefined;
      setOver(false);
    };
    const stay = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      if (timer === undefined) {
        latest.current.onNear();
        setOver(true);
      }
      clearTimeout(timer);
      timer = setTimeout(leave, STILL_OVER_MS);
    };
    scope.listen(window, "dragenter", stay);
    scope.listen(window, "dragover", stay);
    scope.listen(window, "dragleave", (event) => {
      if (event.relatedTarget === null) leave();
    });
    scope.listen(window, "drop", (event) => {
      if (!event.dataTransfer || !hasFiles(event)) return;
      event.preventDefault();
      leave();
      const roots = rootsOf(event.dataTransfer);
      if (roots.length > 0) latest.current.onDropped(roots);
      else latest.current.onFiles(Array.from(event.dataTransfer.files));
    });
    scope.listen(window, "paste", (event) => {
      // A picture that somebody pastes into a field is not meant for us.
      if (event.target instanceof Element && event.target.matches("input, textarea, [contenteditable]")) return;
      const files = Array.from(event.clipboardData?.files ?? []);
      if (files.length > 0) latest.current.onFiles(files);
    });
    return scope.dispose;
  }, []);
  return isOver;
}
