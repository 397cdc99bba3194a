import { Music2 } from "lucide-react";
import type { ComponentType } from "react";
import { useKeyNotation } from "#notation";
import { useText } from "#text";
import { When } from "@/components/listing/when";
import { absentText, BpmValue, KeyValue, KindValue, LoudnessValue } from "@/components/samples/row-values";
import { StatusBadge } from "@/components/samples/status-badge";
import { Estimate } from "@/components/ui/estimate";
import { formatBytes } from "@/lib/format/bytes";
import { formatDuration } from "@/lib/format/time";
import { msg } from "@/lib/language/text";
import type { LibraryRow } from "@/lib/library/schema";
import { formatNote, writeKey, writeKeyBeside, writeNarrowKey } from "@/lib/music/notation";
import type { Licence } from "@/lib/music/rights";
import type { ColumnId } from "./columns";
import { MiniWave } from "./mini-wave";

export interface CellProps {
  row: LibraryRow;
  isCompact: boolean;
  isLoaded: boolean;
  waveWidth: number;
  /** Where Tab leads within the row: −1 for rows without the cursor. */
  tabIndex: number;
  nowMs: number;
}

const TAGS_SHOWN = 4;

/** The tags that have room on one line. Each filters the list by itself. */
export function TagList({ tags, tabIndex }: { tags: readonly string[]; tabIndex: number }) {
  const t = useText();
  if (tags.length === 0) return <Dash text={t("No tags")} />;
  return (
    <span className="flex h-5 flex-wrap gap-1 overflow-hidden" title={tags.join(", ")}>
      {tags.slice(0, TAGS_SHOWN).map((tag) => (
        <button
          key={tag}
          type="button"
          tabIndex={tabIndex}
          data-act="tag"
          data-tag={tag}
          aria-label={t("Show samples tagged {tag}", { tag })}
          className="h-5 max-w-full truncate rounded-sm border border-border bg-muted px-1.5 text-2xs text-muted-foreground hover:border-primary hover:text-foreground focus-visible:-outline-offset-2"
        >
          {tag}
        </button>
      ))}
    </span>
  );
}

function Dash({ text }: { text: string }) {
  return (
    <span className="text-muted-foreground">
      <span aria-hidden>–</span>
      <span className="sr-only">{text}</span>
    </span>
  );
}

export function Length({ row }: { row: LibraryRow }) {
  const t = useText();
  if (row.durationSeconds === null) return <Dash text={t(absentText(row, "length"))} />;
  return <span className="figures">{formatDuration(row.durationSeconds, t)}</span>;
}

/** The key or note in as few characters as musicians write it: F♯m, A, 8A is in the tooltip. */
export function ShortKey({ row }: { row: LibraryRow }) {
  const t = useText();
  const notation = useKeyNotation();
  if (row.note !== null) return <Estimate confidence={row.noteConfidence}>{formatNote(row.note)}</Estimate>;
  if (row.keyTonic === null || row.keyMode === null) return null;
  const key = { tonic: row.keyTonic, mode: row.keyMode };
  const name = writeKey(key, notation, t);
  return (
    <Estimate confidence={row.keyConfidence}>
      <span title={`${name}, ${writeKeyBeside(key, notation, t)}`}>
        <span aria-hidden>{writeNarrowKey(key, notation, t)}</span>
        <span className="sr-only">{name}</span>
      </span>
    </Estimate>
  );
}

/** A sample without a cover has none: no picture stands for it. */
export function Cover({ url, className }: { url: string | null; className: string }) {
  if (!url) {
    return (
      <span aria-hidden className={`grid place-items-center rounded-xs bg-muted text-muted-foreground/60 ${className}`}>
        <Music2 className="size-1/2" />
      </span>
    );
  }
  // biome-ignore lint/performance/noImgElement: the picture is small already, and of this server.
  return <img src={url} alt="" loading="lazy" decoding="async" className={`rounded-xs object-cover ${className}`} />;
}

const LICENCE_NAMES: Record<Licence, string> = {
  cc0: "CC0",
  "cc-by": "CC BY",
  "cc-by-nc": "CC BY-NC",
  "all-rights-reserved": msg("All rights reserved"),
};

function Text({ value, absent }: { value: string | null; absent: string }) {
  const t = useText();
  return value ? (
    <span className="block truncate" title={value}>
      {value}
    </span>
  ) : (
    <Dash text={t(absent)} />
  );
}

function FileSize({ row }: CellProps) {
  const t = useText();
  return <span className="figures">{formatBytes(row.sizeBytes, t)}</span>;
}

function LicenceName({ row }: CellProps) {
  const t = useText();
  return <Text value={row.licence && t(LICENCE_NAMES[row.licence])} absent={msg("No licence")} />;
}

/** What each column shows. A column is an entry here and one in `COLUMNS`. */
export const CELLS: Readonly<Record<ColumnId, ComponentType<CellProps>>> = {
  cover: ({ row, isCompact }) => <Cover url={row.coverUrl} className={isCompact ? "size-5.5" : "size-9"} />,
  wave: ({ row, isCompact, isLoaded, waveWidth }) => (
    <MiniWave
      id={row.id}
      overview={row.overview}
      durationSeconds={row.durationSeconds}
      width={waveWidth}
      height={isCompact ? 20 : 30}
      isLoaded={isLoaded}
    />
  ),
  title: ({ row }) => <Text value={row.title} absent={msg("No title")} />,
  artist: ({ row }) => <Text value={row.artist} absent={msg("No artist")} />,
  kind: ({ row }) => (row.status === "completed" ? <KindValue row={row} /> : <StatusBadge status={row.status} />),
  tags: ({ row, tabIndex }) => <TagList tags={row.tags.filter((tag) => tag !== row.kind)} tabIndex={tabIndex} />,
  instruments: ({ row }) => <Text value={row.instruments.join(", ")} absent={msg("No instruments")} />,
  bpm: ({ row }) => <BpmValue row={row} />,
  key: ({ row }) => <KeyValue row={row} />,
  lufs: ({ row }) => <LoudnessValue row={row} />,
  seconds: ({ row }) => <Length row={row} />,
  addedAt: ({ row, nowMs }) => (
    <span className="text-muted-foreground text-xs">
      <When at={row.createdAt} nowMs={nowMs} />
    </span>
  ),
  folder: ({ row }) => <Text value={row.folderPath || null} absent={msg("In no folder")} />,
  sizeBytes: FileSize,
  licence: LicenceName,
};
