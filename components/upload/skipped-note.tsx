"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { formatCount } from "@/lib/format/count";
import type { SkippedFile } from "./upload-store";

const SHOWN = 200;
/** So few are listed without being asked for. */
const FEW = 6;

/** Lists the files that were left out, such as covers and project files. None of them counts as an upload. */
export function SkippedNote({ skipped, onClear }: { skipped: readonly SkippedFile[]; onClear: () => void }) {
  const [choice, setChoice] = useState<boolean | null>(null);
  const isOpen = choice ?? skipped.length <= FEW;
  return (
    <section aria-label="Left out" className="border-b px-4 py-2.5 text-muted-foreground text-sm sm:px-5">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p>{skipped.length === 1 ? "1 file was left out." : `${formatCount(skipped.length)} files were left out.`}</p>
        <span className="flex gap-1">
          <Button size="sm" variant="ghost" aria-expanded={isOpen} onClick={() => setChoice(!isOpen)}>
            {isOpen ? "Hide" : "Show"}
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
              {file.fileName}: {file.reason}
            </li>
          ))}
          {skipped.length > SHOWN ? <li>and {formatCount(skipped.length - SHOWN)} more</li> : null}
        </ul>
      ) : null}
    </section>
  );
}
