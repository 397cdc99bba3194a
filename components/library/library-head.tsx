"use client";

import type { Header } from "@tanstack/react-table";
import { ArrowDown, ArrowUp } from "lucide-react";
import { type DragEvent, type KeyboardEvent, useState } from "react";
import { useText } from "#text";
import { cn } from "@/lib/cn";
import { msg } from "@/lib/language/text";
import type { ListSort } from "@/lib/search/words/schema";
import { COLUMNS, type ColumnFacts, type ColumnId } from "./columns";
import { checkboxRole, headRole, LAYOUT_ONLY, ROWS, rowRole } from "./roles";
import type { ColumnsControl, columnFeatures } from "./use-columns";

export const HEAD_PX = 34;

export interface LibraryHeadProps {
  columns: ColumnsControl;
  sort: ListSort;
  onSort: (sort: ListSort) => void;
  allSelected: boolean;
  someSelected: boolean;
  onSelectAll: (isSelected: boolean) => void;
}

/** The order after a press on a head. */
export function nextSort({ sort: order, firstDescending }: ColumnFacts, sort: ListSort): ListSort {
  if (!order) return sort;
  const [up, down] = [order, `-${order}`] as const;
  if (sort === up) return down;
  if (sort === down) return up;
  return firstDescending ? down : up;
}

const NAME: ColumnFacts = { label: msg("Name"), width: 0, sort: "name" };

/** The heads of the columns: they sort, and are moved and resized by mouse and by key. */
export function LibraryHead({ columns, sort, onSort, allSelected, someSelected, onSelectAll }: LibraryHeadProps) {
  const t = useText();
  const [dragged, setDragged] = useState<ColumnId | null>(null);
  return (
    <div {...ROWS} className="sticky top-0 z-10 border-b bg-surface" style={{ height: HEAD_PX }}>
      <div {...rowRole(1)} className="grid size-full grid-cols-(--columns) items-center">
        <Plain>
          <button
            type="button"
            {...checkboxRole(allSelected ? true : someSelected ? "mixed" : false)}
            aria-label={t("Select all")}
            onClick={() => onSelectAll(!allSelected)}
            className={cn(
              "relative grid size-4 place-items-center rounded-xs border border-input bg-muted before:absolute before:-inset-2 hover:border-foreground/60",
              (allSelected || someSelected) && "border-primary bg-primary",
            )}
          >
            {allSelected || someSelected ? (
              <span aria-hidden className="h-0.5 w-2 rounded-full bg-primary-foreground" />
            ) : null}
          </button>
        </Plain>
        <Plain>
          <span className="sr-only">{t("Preview")}</span>
        </Plain>
        <Head facts={NAME} sort={sort} onSort={onSort} />
        {columns.table.getHeaderGroups()[0]?.headers.map((header) => (
          <MovableHead
            key={header.id}
            header={header}
            columns={columns}
            sort={sort}
            onSort={onSort}
            dragged={dragged}
            onDragged={setDragged}
          />
        ))}
        <Plain>
          <span className="sr-only">{t("Favourite")}</span>
        </Plain>
      </div>
    </div>
  );
}

function Plain({ children }: { children: React.ReactNode }) {
  return (
    <div {...headRole(undefined)} className="grid place-items-center">
      {children}
    </div>
  );
}

interface HeadProps extends Pick<LibraryHeadProps, "sort" | "onSort"> {
  facts: ColumnFacts;
  onKeyDown?: (event: KeyboardEvent) => void;
  children?: React.ReactNode;
  isMovable?: boolean;
}

function Head({ facts, sort, onSort, onKeyDown, children, isMovable = false }: HeadProps) {
  const t = useText();
  const order = sort.replace(/^-/, "");
  const isSorted = facts.sort === order;
  const isDescending = sort.startsWith("-");
  const Arrow = isDescending ? ArrowDown : ArrowUp;
  return (
    <div
      {...headRole(isSorted ? (isDescending ? "descending" : "ascending") : facts.sort ? "none" : undefined)}
      className={cn("relative flex h-full min-w-0 items-center px-2", facts.isNumeric && "justify-end")}
    >
      <button
        type="button"
        onClick={() => facts.sort && onSort(nextSort(facts, sort))}
        onKeyDown={onKeyDown}
        aria-keyshortcuts={isMovable ? "Alt+ArrowLeft Alt+ArrowRight Shift+ArrowLeft Shift+ArrowRight" : undefined}
        className={cn(
          "eyebrow flex min-w-0 items-center gap-1 rounded-xs",
          facts.isNumeric && "flex-row-reverse",
          facts.sort ? "hover:text-foreground" : "cursor-default!",
          isSorted && "text-foreground!",
        )}
      >
        <span className="truncate">{t(facts.label)}</span>
        {isSorted ? <Arrow aria-hidden className="size-3.5 shrink-0 text-primary" /> : null}
      </button>
      {children}
    </div>
  );
}

interface MovableHeadProps extends Pick<LibraryHeadProps, "columns" | "sort" | "onSort"> {
  header: Header<typeof columnFeatures, never, unknown>;
  dragged: ColumnId | null;
  onDragged: (id: ColumnId | null) => void;
}

const WIDER_PX = 16;

function MovableHead({ header, columns, sort, onSort, dragged, onDragged }: MovableHeadProps) {
  const t = useText();
  const id = header.column.id as ColumnId;
  const [isOver, setOver] = useState(false);
  const onKeyDown = (event: KeyboardEvent) => {
    const direction = event.key === "ArrowLeft" ? -1 : event.key === "ArrowRight" ? 1 : 0;
    if (direction === 0 || event.altKey === event.shiftKey) return;
    event.preventDefault();
    if (event.altKey) columns.move(id, direction);
    else columns.widen(id, direction * WIDER_PX);
  };
  const resize = header.getResizeHandler();
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    if (dragged && dragged !== id) columns.moveTo(dragged, id);
    onDragged(null);
  };
  // By keys, the button in it does the same.
  const dragging = {
    ...LAYOUT_ONLY,
    draggable: true,
    onDragStart: (event: DragEvent) => {
      event.dataTransfer.effectAllowed = "move";
      event.dataTransfer.setData("text/plain", t(COLUMNS[id].label));
      onDragged(id);
    },
    onDragEnd: () => onDragged(null),
    onDragOver: (event: DragEvent) => {
      if (!dragged) return;
      event.preventDefault();
      setOver(true);
    },
    onDragLeave: () => setOver(false),
    onDrop: drop,
  };
  return (
    <div
      {...dragging}
      className={cn("h-full min-w-0", isOver && dragged !== id && "bg-primary/15", dragged === id && "opacity-50")}
    >
      <Head facts={COLUMNS[id]} sort={sort} onSort={onSort} onKeyDown={onKeyDown} isMovable>
        <span
          aria-hidden
          draggable
          onDragStart={(event) => {
            event.preventDefault();
            event.stopPropagation();
          }}
          onMouseDown={resize}
          onTouchStart={resize}
          onDoubleClick={() => columns.reset(id)}
          className="absolute inset-y-1.5 right-0 w-2 cursor-col-resize touch-none border-transparent border-r-2 hover:border-primary"
        />
      </Head>
    </div>
  );
}
