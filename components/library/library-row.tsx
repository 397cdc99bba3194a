"use client";

import { memo } from "react";
import { useText } from "#text";
import { BpmValue, KindValue } from "@/components/samples/row-values";
import { StatusBadge } from "@/components/samples/status-badge";
import { cn } from "@/lib/cn";
import { formatDuration } from "@/lib/format/time";
import type { LibraryRow } from "@/lib/library/schema";
import { CELLS, Cover, Length, ShortKey, TagList } from "./cells";
import { COLUMNS, type ColumnId } from "./columns";
import { MiniWave } from "./mini-wave";
import { CELL, cardRole, LAYOUT_ONLY, rowRole } from "./roles";
import { NameLink, PlayButton, type RowPlay, SelectBox, StarButton } from "./row-parts";

/** How a line of the list looks. `narrow` has no columns: a phone is not wide enough for them. */
export type LineShape = "table" | "narrow" | "cards";

export interface ItemProps {
  /** Undefined while it is not read. */
  row: LibraryRow | undefined;
  index: number;
  shape: LineShape;
  isCompact: boolean;
  columns: readonly ColumnId[];
  isActive: boolean;
  isSelected: boolean;
  play: RowPlay;
  nowMs: number;
  /** The height of a line. */
  px: number;
  waveWidth: number;
  /** Whether so many rows pass that nobody reads them: then a row is its name only. */
  isFlying: boolean;
}

/** The cursor is always to be seen, and clearer while the list has the focus. */
const CURSOR =
  "inset-ring-1 inset-ring-primary/70 group-focus-visible/grid:inset-ring-2 group-focus-visible/grid:inset-ring-primary";

/** The element that `aria-activedescendant` names. */
export const itemId = (index: number) => `sample-${index}`;

/** One sample: a row of the table, a row of a narrow list, or a card. */
export const LibraryItem = memo(function LibraryItem(props: ItemProps) {
  const { row, index, shape, isActive, isSelected, px, isFlying } = props;
  const isCard = shape === "cards";
  const Body = isFlying ? FlyingBody : BODIES[shape];
  return (
    <div
      // The header is row 1. Cards stand in rows of their own.
      {...(isCard ? cardRole(isSelected) : rowRole(index + 2, isSelected))}
      id={itemId(index)}
      data-index={index}
      draggable={row?.status === "completed"}
      aria-busy={row ? undefined : true}
      style={{ height: px }}
      className={cn(
        "group/row relative",
        isCard ? "min-w-0 p-1.5" : "border-b hover:bg-muted",
        !isCard && isSelected && "bg-primary/12 hover:bg-primary/16",
        !isCard && isActive && CURSOR,
      )}
    >
      {row ? <Body {...props} row={row} /> : <Waiting shape={shape} />}
    </div>
  );
});

type BodyProps = ItemProps & { row: LibraryRow };

/** Stands for a row that is not read yet, at the same height. */
function Waiting({ shape }: { shape: LineShape }) {
  const t = useText();
  const bar = "rounded-xs bg-pressed";
  return (
    <div {...(shape === "cards" ? {} : CELL)} className="flex size-full items-center gap-4 px-4">
      <span className="sr-only">{t("Loading…")}</span>
      <span aria-hidden className={cn(bar, "size-4")} />
      <span aria-hidden className={cn(bar, "h-3 w-2/5")} />
      <span aria-hidden className={cn(bar, "ml-auto h-3 w-1/5")} />
    </div>
  );
}

/** A dozen elements fewer, so that the names of thousands of rows a second can be drawn. */
function FlyingBody({ row, shape }: BodyProps) {
  return (
    <div {...(shape === "cards" ? {} : CELL)} className="flex size-full items-center overflow-hidden px-21 text-sm">
      {row.fileName}
    </div>
  );
}

/** The folder, or what went wrong. */
function Detail({ row }: { row: LibraryRow }) {
  const t = useText();
  if (row.status === "failed" && row.failure) return <span className="text-danger">{t(row.failure.message)}</span>;
  return row.folderPath;
}

function TableBody(props: BodyProps) {
  const { row, columns, isCompact, isActive, isSelected, play, nowMs, waveWidth } = props;
  const tabIndex = isActive ? 0 : -1;
  const isLoaded = play !== "off";
  const hasDetail = !isCompact && (row.folderPath !== "" || row.status === "failed");
  return (
    <div className="grid size-full grid-cols-(--columns) items-center text-sm" {...LAYOUT_ONLY}>
      <div {...CELL} className="grid place-items-center">
        <SelectBox row={row} tabIndex={tabIndex} isSelected={isSelected} />
      </div>
      <div {...CELL} className="grid place-items-center">
        <PlayButton row={row} tabIndex={tabIndex} play={play} className={isCompact ? "size-5.5" : "size-8"} />
      </div>
      <div {...CELL} className="flex min-w-0 items-center gap-2 px-2">
        <div className="min-w-0 flex-1 leading-tight">
          <NameLink row={row} tabIndex={tabIndex} className="block" />
          {hasDetail ? (
            <p className="truncate text-muted-foreground text-xs" title={row.folderPath || undefined}>
              <Detail row={row} />
            </p>
          ) : null}
        </div>
        {row.status === "completed" || columns.includes("kind") ? null : <StatusBadge status={row.status} />}
      </div>
      {columns.map((id) => {
        const Cell = CELLS[id];
        return (
          <div
            key={id}
            {...CELL}
            className={cn("min-w-0 overflow-hidden whitespace-nowrap px-2", COLUMNS[id].isNumeric && "text-right")}
          >
            <Cell {...{ row, isCompact, isLoaded, tabIndex, nowMs, waveWidth }} />
          </div>
        );
      })}
      <div {...CELL} className="grid place-items-center">
        <StarButton row={row} tabIndex={tabIndex} className={isCompact ? "size-6" : "size-8"} />
      </div>
    </div>
  );
}

/** Two lines on a phone: the name, and under it the values with the waveform; one line where rows are compact. */
function NarrowBody({ row, isCompact, isActive, isSelected, play, waveWidth }: BodyProps) {
  const tabIndex = isActive ? 0 : -1;
  const isMeasured = row.status === "completed";
  const values = isMeasured ? (
    <>
      {row.bpm === null ? null : <BpmValue row={row} hasUnit />}
      <ShortKey row={row} />
    </>
  ) : row.status === "failed" && row.failure && !isCompact ? null : (
    <StatusBadge status={row.status} />
  );
  return (
    <div {...LAYOUT_ONLY} className="flex size-full items-center gap-2.5 px-3">
      <div {...CELL}>
        <SelectBox row={row} tabIndex={tabIndex} isSelected={isSelected} />
      </div>
      <div {...CELL}>
        <PlayButton row={row} tabIndex={tabIndex} play={play} className={isCompact ? "size-7" : "size-9"} />
      </div>
      <div {...CELL} className="min-w-0 flex-1">
        <NameLink row={row} tabIndex={tabIndex} className="block" />
        {isCompact ? null : (
          <div className="mt-1 flex items-center gap-2.5 overflow-hidden whitespace-nowrap text-muted-foreground text-xs">
            {row.status === "failed" ? <Detail row={row} /> : null}
            {isMeasured ? (
              <>
                <MiniWave
                  id={row.id}
                  overview={row.overview}
                  durationSeconds={row.durationSeconds}
                  width={waveWidth}
                  height={18}
                  isLoaded={play !== "off"}
                />
                <Length row={row} />
              </>
            ) : null}
            {values}
          </div>
        )}
      </div>
      {isCompact ? (
        <div {...CELL} className="flex shrink-0 items-baseline gap-2 text-xs">
          {values}
        </div>
      ) : null}
      <div {...CELL}>
        <StarButton row={row} tabIndex={tabIndex} className="size-8" />
      </div>
    </div>
  );
}

/** A cover and the gap beside it. */
const COVER_PX = 66;
const SHORT_WAVE_PX = 56;

function CardBody({ row, isCompact, isActive, isSelected, play, waveWidth }: BodyProps) {
  const t = useText();
  const tabIndex = isActive ? 0 : -1;
  const isLoaded = play !== "off";
  const wave = (width: number, height: number) => (
    <MiniWave
      id={row.id}
      overview={row.overview}
      durationSeconds={row.durationSeconds}
      width={width}
      height={height}
      isLoaded={isLoaded}
    />
  );
  return (
    <div
      className={cn(
        "flex size-full flex-col gap-1.5 rounded-lg border bg-surface p-2.5 group-hover/row:border-border-strong",
        isSelected && "border-primary bg-primary/10",
        isActive && CURSOR,
      )}
    >
      <div className="flex items-center gap-2.5">
        <SelectBox row={row} tabIndex={tabIndex} isSelected={isSelected} />
        <NameLink row={row} tabIndex={tabIndex} className="min-w-0 flex-1" />
        <StarButton row={row} tabIndex={tabIndex} className="-m-1 size-7" />
      </div>
      {isCompact ? null : (
        <div className="flex items-center gap-2.5">
          {row.coverUrl ? <Cover url={row.coverUrl} className="size-14" /> : null}
          {wave(row.coverUrl ? waveWidth - COVER_PX : waveWidth, 56)}
        </div>
      )}
      <div className="mt-auto flex min-w-0 items-center gap-2 text-muted-foreground text-xs">
        <PlayButton row={row} tabIndex={tabIndex} play={play} className="size-7" />
        {isCompact ? wave(SHORT_WAVE_PX, 22) : null}
        {row.status === "completed" ? (
          // What has no room is left out whole, the least important first.
          <span className="flex h-5 min-w-0 flex-wrap items-baseline gap-x-2 overflow-hidden whitespace-nowrap leading-5">
            {row.bpm === null ? null : <BpmValue row={row} hasUnit />}
            <ShortKey row={row} />
            {row.durationSeconds === null ? null : (
              <span className="figures">{formatDuration(row.durationSeconds, t)}</span>
            )}
            {isCompact ? null : <KindValue row={row} />}
          </span>
        ) : row.status === "failed" && row.failure ? (
          <span className="min-w-0 truncate text-danger" title={t(row.failure.message)}>
            {t(row.failure.message)}
          </span>
        ) : (
          <StatusBadge status={row.status} />
        )}
      </div>
      {isCompact ? null : <TagList tags={row.tags.filter((tag) => tag !== row.kind)} tabIndex={tabIndex} />}
    </div>
  );
}

const BODIES = { table: TableBody, narrow: NarrowBody, cards: CardBody } as const;
