"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import type { SkippedFile } from "./upload-store";

const SHOWN = 200;

/** Folders hold covers, projects and notes as well: said once, listed on demand. */
export function SkippedNote({ skipped, onClear }: { skipped: readonly SkippedFile[]; onClear: () => void }) {
  const [isOpen, setOpen] = useState(false);
  const subject =
    skipped.length === 1 ? "1 file that is no audio was" : `${skipped.length} files that are no audio were`;
  return (
    <div className="border-b px-4 py-2.5 text-muted-foreground text-sm sm:px-5">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p>{subject} left out.</p>
        <span className="flex gap-1">
          <Button size="sm" variant="ghost" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {isOpen ? "Hide" : "Which?"}
          </Button>
          <Button size="sm" variant="ghost" onClick={onClear}>
            Dismiss
          </Button>
        </span>
      </div>
      {isOpen ? (
        <ul className="max-h-48 overflow-y-auto pb-2 text-xs">
          {skipped.slice(0, SHOWN).map((file) => (
            <li key={`${file.folderPath}/${file.fileName}`} className="truncate">
              {file.folderPath ? `${file.folderPath}/` : ""}
              {file.fileName}: {file.reason.toLowerCase()}
            </li>
          ))}
          {skipped.length > SHOWN ? <li>and {skipped.length - SHOWN} more</li> : null}
        </ul>
      ) : null}
    </div>
  );
}
