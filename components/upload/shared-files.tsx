"use client";

import { useEffect, useState } from "react";
import { useText } from "#text";
import { Button } from "@/components/ui/button";
import { formatBytes } from "@/lib/format/bytes";
import { msg } from "@/lib/language/text";
import { dropShared, readShared } from "./shared-store";

const LOST = msg(
  "The file that you shared could not be kept: this browser has no room for it. Choose it here instead.",
);
const NONE = msg("There was no file in what you shared. Choose one here instead.");
const SHOWN = 5;

/** Files that were shared from another program. They are uploaded when their person says so, and not before. */
export function SharedFiles({ onFiles }: { onFiles: (files: File[]) => void }) {
  const t = useText();
  const [files, setFiles] = useState<File[]>([]);
  const [note, setNote] = useState<string | null>(null);
  useEffect(() => {
    let isHere = true;
    const outcome = new URLSearchParams(window.location.search).get("shared");
    const failed = outcome === "lost" ? LOST : outcome === "nothing" ? NONE : null;
    readShared().then(
      (found) => {
        if (!isHere) return;
        setFiles(found);
        setNote(found.length > 0 ? null : failed);
      },
      () => isHere && setNote(failed),
    );
    return () => {
      isHere = false;
    };
  }, []);

  const done = () => {
    setFiles([]);
    void dropShared();
  };
  if (files.length === 0) {
    return note ? (
      <p role="status" className="glass rounded-lg p-4 text-sm">
        {t(note)}
      </p>
    ) : null;
  }
  const more = files.length - SHOWN;
  return (
    <section aria-label={t("Shared with SampleMind")} className="glass flex flex-col gap-3 rounded-lg p-4">
      <h2 className="font-medium">{t("Shared with SampleMind")}</h2>
      <ul className="flex flex-col gap-1 text-sm">
        {files.slice(0, SHOWN).map((file, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two files can have one name
          <li key={at} className="wrap-anywhere">
            {file.name} <span className="text-muted-foreground">{formatBytes(file.size, t)}</span>
          </li>
        ))}
        {more > 0 ? <li className="text-muted-foreground">{t("and {count} more", { count: more })}</li> : null}
      </ul>
      <div className="flex flex-wrap gap-2">
        <Button
          variant="primary"
          size="sm"
          onClick={() => {
            onFiles(files);
            done();
          }}
        >
          {t("[verb] Upload")}
        </Button>
        <Button variant="ghost" size="sm" onClick={done}>
          {t("Discard")}
        </Button>
      </div>
    </section>
  );
}
