"use client";

import { createContext, memo, useContext, useRef } from "react";
import { When } from "@/components/listing/when";
import { PreviewButton } from "@/components/player/preview-button";
import { FavouriteButton } from "@/components/samples/favourites";
import { absentText, BpmValue, KeyValue, KindValue, LoudnessValue } from "@/components/samples/row-values";
import { trackOf } from "@/components/samples/sample-track";
import { StatusBadge } from "@/components/samples/status-badge";
import { Checkbox } from "@/components/ui/checkbox";
import { Link } from "@/components/ui/link";
import { cn } from "@/lib/cn";
import { formatDuration } from "@/lib/format/time";
import type { SampleRow } from "@/lib/samples/schema";
import { FROM_LG, FROM_XL } from "./row-layout";

const TAGS_SHOWN = 4;

/** What the rows can do to the list besides selecting. */
export interface LibraryControl {
  toggleFavourite: (row: SampleRow) => void;
  /** Whether a row without a star leaves the list. */
  onlyFavourites: boolean;
  showTag: (tag: string) => void;
}

/** For the rows and their keys. */
export const LibraryControlContext = createContext<LibraryControl>({
  toggleFavourite: () => {},
  onlyFavourites: false,
  showTag: () => {},
});

export interface LibraryRowProps {
  row: SampleRow;
  isSelected: boolean;
  /** Whether this is the one row that Tab leads to. */
  isActive: boolean;
  nowMs: number;
  onSelect: (id: string, isSelected: boolean, isRange: boolean) => void;
  onStar: (row: SampleRow) => void;
}

/** The cells of one sample: a table row on wide screens, a card on narrow ones. */
export const LibraryRow = memo(function LibraryRow(props: LibraryRowProps) {
  const { row, isSelected, isActive, nowMs, onSelect, onStar } = props;
  const isRange = useRef(false);
  const tabIndex = isActive ? 0 : -1;
  return (
    <>
      <td
        className="grid place-items-center"
        onClickCapture={(event) => {
          isRange.current = event.shiftKey;
        }}
      >
        <Checkbox
          aria-label={`Select ${row.fileName}`}
          tabIndex={tabIndex}
          checked={isSelected}
          onCheckedChange={(checked) => onSelect(row.id, checked, isRange.current)}
        />
      </td>
      <td>
        <PreviewButton id={row.id} fileName={row.fileName} track={trackOf(row)} tabIndex={tabIndex} />
      </td>
      <td className="flex min-w-0 flex-1 items-center gap-1 max-md:basis-[calc(100%-6.5rem)]">
        <RowName row={row} tabIndex={tabIndex} nowMs={nowMs} />
        {row.status === "completed" ? null : <StatusBadge status={row.status} className="max-md:hidden lg:hidden" />}
        <FavouriteButton sample={row} onToggle={() => onStar(row)} tabIndex={tabIndex} />
      </td>
      <Cells row={row} nowMs={nowMs} tabIndex={tabIndex} />
    </>
  );
});

/** The name, and the folder or what went wrong. On a card also length and age. */
function RowName({ row, nowMs, tabIndex }: Pick<LibraryRowProps, "row" | "nowMs"> & { tabIndex: number }) {
  const failure = row.status === "failed" ? row.failure : null;
  const detail = failure ? failure.message : row.folderPath;
  return (
    <div className="min-w-0 flex-1">
      <Link
        href={`/samples/${row.id}`}
        tabIndex={tabIndex}
        title={row.fileName}
        className="block truncate rounded-xs font-medium text-sm underline-offset-4 hover:text-primary hover:underline"
      >
        {row.fileName}
      </Link>
      <p className="truncate text-muted-foreground text-xs" title={detail || undefined}>
        <span className="md:hidden">
          {row.durationSeconds === null ? "" : `${formatDuration(row.durationSeconds)} · `}
          <When at={row.createdAt} nowMs={nowMs} />
          {detail ? " · " : ""}
        </span>
        {failure ? <span className="text-danger">{detail}</span> : detail}
      </p>
    </div>
  );
}

interface CellsProps {
  row: SampleRow;
  nowMs: number;
  tabIndex: number;
}

/** On a card these form the second line: the values, or the status until there are any. */
function Cells({ row, nowMs, tabIndex }: CellsProps) {
  const isMeasured = row.status === "completed";
  const value = cn("text-sm", !isMeasured && "max-md:hidden");
  return (
    <>
      <td className={cn("max-md:ml-19.5 max-md:pt-2 md:hidden", isMeasured && "max-md:hidden")}>
        <StatusBadge status={row.status} />
      </td>
      <td className={cn("text-sm", FROM_LG)}>
        {isMeasured ? <KindValue row={row} /> : <StatusBadge status={row.status} />}
      </td>
      <td className={FROM_XL}>
        <TagList tags={row.tags.filter((tag) => tag !== row.kind)} tabIndex={tabIndex} />
      </td>
      <td className={cn("figures text-right text-sm", FROM_LG)}>
        {row.durationSeconds === null ? <Dash row={row} what="length" /> : formatDuration(row.durationSeconds)}
      </td>
      <td className={cn(value, "max-md:ml-19.5 max-md:pt-2 md:text-right")}>
        <BpmValue row={row} /> <Unit>BPM</Unit>
      </td>
      <td className={cn(value, "max-md:pt-2 md:pl-4")}>
        <KeyValue row={row} /> {row.keyTonic === null && row.note === null ? <Unit>key</Unit> : null}
      </td>
      <td className={cn(value, "max-md:pt-2 md:max-lg:hidden md:text-right")}>
        <LoudnessValue row={row} /> <Unit>LUFS</Unit>
      </td>
      <td className={cn("text-right text-muted-foreground text-xs", FROM_XL)}>
        <When at={row.createdAt} nowMs={nowMs} />
      </td>
      {row.tags.length > 0 ? (
        <td className="basis-full pt-2 pl-19.5 md:hidden">
          <TagList tags={row.tags} tabIndex={tabIndex} />
        </td>
      ) : null}
    </>
  );
}

/** The tags that have room on one line. Each shows the samples that have it as well. */
function TagList({ tags, tabIndex }: { tags: readonly string[]; tabIndex: number }) {
  const { showTag } = useContext(LibraryControlContext);
  const shown = tags.slice(0, TAGS_SHOWN);
  return (
    <span className="flex h-5.5 flex-wrap gap-1 overflow-hidden" title={tags.join(", ")}>
      {shown.map((tag) => (
        <button
          key={tag}
          type="button"
          tabIndex={tabIndex}
          aria-label={`Show samples tagged ${tag}`}
          onClick={() => showTag(tag)}
          className="h-5.5 max-w-full truncate rounded-sm border border-border bg-muted px-1.5 text-muted-foreground text-xs transition-colors hover:border-primary hover:text-foreground focus-visible:-outline-offset-2"
        >
          {tag}
        </button>
      ))}
    </span>
  );
}

/** For cards, which have no column heads. */
function Unit({ children }: { children: string }) {
  return <span className="text-muted-foreground text-xs md:hidden">{children}</span>;
}

function Dash({ row, what }: { row: SampleRow; what: string }) {
  return (
    <span className="text-muted-foreground">
      <span aria-hidden>–</span>
      <span className="sr-only">{absentText(row, what)}</span>
    </span>
  );
}
