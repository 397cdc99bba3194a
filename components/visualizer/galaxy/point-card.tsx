"use client";

import { ArrowUpRight, CircleDot } from "lucide-react";
import { useText } from "#text";
import { IconButton } from "@/components/ui/icon-button";
import { Link } from "@/components/ui/link";
import type { LibraryRow } from "@/lib/library/schema";
import { PointSound } from "./point-sound";

export interface PointCardProps {
  /** Undefined while it is not read; null if it is there no longer. */
  row: LibraryRow | null | undefined;
  isPicked: boolean;
  onPick: () => void;
}

/** What the cursor is on. */
export function PointCard({ row, isPicked, onPick }: PointCardProps) {
  const t = useText();
  if (!row) {
    return (
      <section aria-label={t("Sound at the cursor")} className="glass-strong rounded-lg px-4 py-3 text-sm">
        {row === null ? t("This sample was deleted.") : t("Reading…")}
      </section>
    );
  }
  return (
    <section
      aria-label={t("Sound at the cursor")}
      className="glass-strong grid max-w-full grid-cols-[auto_minmax(0,1fr)_auto] items-center gap-3 rounded-lg py-2 pr-2 pl-2.5"
    >
      <PointSound row={row} />
      <div className="flex">
        <IconButton
          label={isPicked ? t("No longer pick it (X)") : t("Pick it (X)")}
          size="icon-sm"
          aria-pressed={isPicked}
          onClick={onPick}
          className={isPicked ? "text-primary" : ""}
        >
          <CircleDot aria-hidden />
        </IconButton>
        <Link
          href={`/search?like=${row.id}`}
          aria-label={t("Sounds like {name}", { name: row.fileName })}
          title={t("Sounds like this")}
          className="grid size-7.5 place-items-center rounded-md text-muted-foreground hover:bg-muted hover:text-foreground"
        >
          <ArrowUpRight aria-hidden className="size-4" />
        </Link>
      </div>
    </section>
  );
}
