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
    // Each element on the way sends its own enter and leave events.
    let depth = 0;
    const setDepth = (next: number) => {
      depth = Math.max(0, next);
      setOver(depth > 0);
    };
    scope.listen(window, "dragenter", (event) => {
      if (!hasFiles(event)) return;
      if (depth === 0) latest.current.onNear();
      setDepth(depth + 1);
    });
    scope.listen(window, "dragleave", (event) => {
      if (hasFiles(event)) setDepth(depth - 1);
    });
    scope.listen(window, "dragover", (event) => {
      if (hasFiles(event)) event.preventDefault();
    });
    scope.listen(window, "drop", (event) => {
      if (!event.dataTransfer || !hasFiles(event)) return;
      event.preventDefault();
      setDepth(0);
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
