"use client";

import { useEffect, useRef, useState } from "react";
import { Scope } from "@/components/ui/scope";

const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes("Files") ?? false;

/** Takes files that are dropped anywhere on the page. Returns whether some are being dragged over it. */
export function useFileDrop(onFiles: (files: File[]) => void): boolean {
  const [isOver, setOver] = useState(false);
  const latest = useRef(onFiles);
  useEffect(() => {
    latest.current = onFiles;
  });
  useEffect(() => {
    const scope = new Scope();
    const stay = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      // Else the browser opens the file instead of this page.
      event.preventDefault();
      setOver(true);
    };
    scope.listen(window, "dragenter", stay);
    scope.listen(window, "dragover", stay);
    scope.listen(window, "dragleave", (event) => {
      if (event.relatedTarget === null) setOver(false);
    });
    scope.listen(window, "drop", (event) => {
      if (!event.dataTransfer || !hasFiles(event)) return;
      event.preventDefault();
      setOver(false);
      latest.current(Array.from(event.dataTransfer.files));
    });
    return scope.dispose;
  }, []);
  return isOver;
}
