"use client";

import { Play, Trash2 } from "lucide-react";
import { useText } from "#text";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import { Link } from "@/components/ui/link";
import { keyOf, type Part, positionText, sliceName } from "./slice-list";

export interface SliceRowsProps {
  parts: readonly Part[];
  onChange: (part: Part) => void;
  onPlay: (part: Part) => void;
  onRemove: (part: Part) => void;
}

/** The slices in their order, each with its key, name and times. */
export function SliceRows({ parts, onChange, onPlay, onRemove }: SliceRowsProps) {
  const t = useText();
  return (
    <ol aria-label={t("Slices")} className="flex max-h-96 flex-col divide-y overflow-y-auto">
      {parts.map((part, index) => (
        <li key={part.key} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-1.5">
          <kbd className="figures w-5 text-center text-muted-foreground text-xs">{keyOf(index) ?? "–"}</kbd>
          <IconButton label={t("Play {name}", { name: part.name })} size="icon-sm" onClick={() => onPlay(part)}>
            <Play aria-hidden />
          </IconButton>
          <Input
            aria-label={t("Name of slice {number}", { number: index + 1 })}
            className="h-8 w-44 flex-1 text-sm"
            maxLength={80}
            value={part.name}
            onChange={(event) => onChange({ ...part, name: event.currentTarget.value })}
            onBlur={() => {
              if (part.name.trim() === "") onChange({ ...part, name: sliceName(index, t) });
            }}
          />
          <span className="figures text-muted-foreground text-xs">
            {positionText(part.startSeconds)} – {positionText(part.endSeconds)}
          </span>
          {part.madeSampleId ? (
            <Link href={`/samples/${part.madeSampleId}`} className="text-primary text-xs underline underline-offset-4">
              {t("Its sample")}
            </Link>
          ) : null}
          <IconButton label={t("Remove {name}", { name: part.name })} size="icon-sm" onClick={() => onRemove(part)}>
            <Trash2 aria-hidden />
          </IconButton>
        </li>
      ))}
    </ol>
  );
}
