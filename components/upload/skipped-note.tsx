"use client";

import { useState } from "react";
import { useText } from "#text";
import { Button } from "@/components/ui/button";
import type { SkippedFile } from "./upload-store";

const SHOWN = 200;
/** So few are listed without being asked for. */
const FEW = 6;

/** Lists the files that were left out, such as covers and project files. None of them counts as an upload. */
export function SkippedNote({ skipped, onClear }: { skipped: readonly SkippedFile[]; onClear: () => void }) {
  const t = useText();
  const [choice, setChoice] = useState<boolean | null>(null);
  const isOpen = choice ?? skipped.length <= FEW;
  return (
    <section aria-label={t("Left out")} className="border-b px-4 py-2.5 text-muted-foreground text-sm sm:px-5">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p>{t.count(skipped.length, "{count} file was left out.", "{count} files were left out.")}</p>
        <span className="flex gap-1">
          <Button size="sm" variant="ghost" aria-expanded={isOpen} onClick={() => setChoice(!isOpen)}>
            {isOpen ? t("Hide") : t("Show")}
          </Button>
          <Button size="sm" variant="ghost" onClick={onClear}>
            {t("Dismiss")}
          </Button>
        </span>
      </div>
      {isOpen ? (
        <ul className="max-h-48 overflow-y-auto pb-2 text-xs">
          {skipped.slice(0, SHOWN).map((file) => (
            <li key={`${file.folderPath}/${file.fileName}`} className="truncate">
              {file.folderPath ? `${file.folderPath}/` : ""}
              {file.fileName}: {t(file.reason)}
            </li>
          ))}
          {skipped.length > SHOWN ? <li>{t("and {count} more", { count: skipped.length - SHOWN })}</li> : null}
        </ul>
      ) : null}
    </section>
  );
}
