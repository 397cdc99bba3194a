"use client";

import Link from "next/link";
import { createContext, memo, useContext, useRef } from "react";
import type { Track } from "@/components/player/audio-player";
import { PreviewButton } from "@/components/player/preview-button";
import { FavouriteButton, type Starred } from "@/components/samples/favourites";
import { BpmValue, KeyValue, LoudnessValue } from "@/components/samples/row-values";
import { StatusBadge } from "@/components/samples/status-badge";
import { Checkbox } from "@/components/ui/checkbox";
import { apiAddress } from "@/lib/api/client";
import { cn } from "@/lib/cn";
import { formatDuration, formatRelativeTime } from "@/lib/format/time";
import type { SampleRow } from "@/lib/samples/schema";

/** What the preview of a row plays; null until the sample is analysed. */
export function trackOf(row: SampleRow): Track | null {
  if (row.status !== "completed") return null;
  const { id, fileName: title, durationSeconds } = row;
  return { id, title, src: apiAddress("GET /samples/:id/audio", { params: { id } }), durationSeconds };
}

/** What a star does, and whether a row without one leaves the list. */
export interface FavouriteControl {
  toggle: (row: Starred) => void;
  onlyFavourites: boolean;
}

/** For the rows and their keys. */
export const FavouriteContext = createContext<FavouriteControl>({ toggle: () => {}, onlyFavourites: false });

export interface LibraryRowProps {
  row: SampleRow;
  isSelected: boolean;
  /** Whether this is the one row that Tab leads to. */
  isActive: boolean;
  nowMs: number;
  onSelect: (id: string, isSelected: boolean, isRange: boolean) => void;
}

/** The cells of one sample: a table row on wide screens, a card on narrow ones. */
export const LibraryRow = memo(function LibraryRow(props: LibraryRowProps) {
  const { row, isSelected, isActive, nowMs, onSelect } = props;
  const favourites = useContext(FavouriteContext);
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
        <FavouriteButton sample={row} onToggle={favourites.toggle} tabIndex={tabIndex} />
      </td>
      <Cells row={row} nowMs={nowMs} />
    </>
  );
});

/** The name, and the folder or what went wrong. On a card also length and age. */
function RowName({ row, nowMs, tabIndex }: Pick<LibraryRowProps, "row" | "nowMs"> & { tabIndex: number }) {
  return (
    <div className="min-w-0 flex-1">
      <Link
        href={`/samples/${row.id}`}
        prefetch={false}
        tabIndex={tabIndex}
        title={row.fileName}
        className="block truncate rounded-xs font-medium text-sm underline-offset-4 hover:text-primary hover:underline"
      >
        {row.fileName}
      </Link>
      <p className="truncate text-muted-foreground text-xs" title={row.folderPath || undefined}>
        <span className="md:hidden">
          {row.durationSeconds === null ? "" : `${formatDuration(row.durationSeconds)} · `}
          {formatRelativeTime(row.createdAt, nowMs)}
          {row.folderPath ? " · " : ""}
        </span>
        {row.failure && row.status === "failed" ? (
          <span className="text-danger">{row.failure.message}</span>
        ) : (
          row.folderPath
        )}
      </p>
    </div>
  );
}

/** On a card these form the second line: the values, or the status until there are any. */
function Cells({ row, nowMs }: { row: SampleRow; nowMs: number }) {
  const isMeasured = row.status === "completed";
  const value = cn("text-sm", !isMeasured && "max-md:hidden");
  return (
    <>
      <td className={cn("max-md:ml-19.5 max-md:pt-2", isMeasured && "max-md:hidden")}>
        <StatusBadge status={row.status} quiet />
      </td>
      <td className="figures hidden text-right text-sm md:block">
        {row.durationSeconds === null ? <Dash what="Length" /> : formatDuration(row.durationSeconds)}
      </td>
      <td className={cn(value, "max-md:ml-19.5 max-md:pt-2 md:text-right")}>
        <BpmValue row={row} /> <Unit>BPM</Unit>
      </td>
      <td className={cn(value, "max-md:pt-2 md:pl-4")}>
        <KeyValue row={row} /> {row.keyTonic === null && row.note === null ? <Unit>key</Unit> : null}
      </td>
      <td className={cn(value, "max-md:pt-2 md:text-right")}>
        <LoudnessValue row={row} /> <Unit>LUFS</Unit>
      </td>
      <td className="hidden text-right text-muted-foreground text-xs md:block">
        <time dateTime={row.createdAt} title={row.createdAt}>
          {formatRelativeTime(row.createdAt, nowMs)}
        </time>
      </td>
    </>
  );
}

/** For cards, which have no column heads. */
function Unit({ children }: { children: string }) {
  return <span className="text-muted-foreground text-xs md:hidden">{children}</span>;
}

function Dash({ what }: { what: string }) {
  return (
    <span className="text-muted-foreground">
      <span aria-hidden>–</span>
      <span className="sr-only">{what} not measured yet</span>
    </span>
  );
}
