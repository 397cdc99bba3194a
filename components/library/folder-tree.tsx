"use client";

import { ChevronRight, Folder } from "lucide-react";
import { type KeyboardEvent, type MouseEvent, useCallback, useEffect, useRef, useState } from "react";
import { useText } from "#text";
import { Button } from "@/components/ui/button";
import { callApi } from "@/lib/api/client";
import { cn } from "@/lib/cn";
import { formatCount } from "@/lib/format/count";
import { type FolderLevel, type FolderLine, folderCommand, folderLines, parentsOf } from "./folder-lines";

async function readLevel(parent: string, cursor: string | null): Promise<FolderLevel | null> {
  const query = { parent, ...(cursor !== null && { cursor }) };
  const answer = await callApi("GET /library/folders", { query }).catch(() => null);
  return answer?.ok ? { folders: answer.body.data, nextCursor: answer.body.nextCursor } : null;
}

export interface FolderTreeProps {
  /** The folder shown, as `in:` has it. Null for all. */
  folder: string | null;
  /** Samples may have come into other folders when this changes. */
  total: number;
  onFolder: (path: string | null) => void;
}

/** The folders of the library, level by level as they are opened, with the samples in and below each. */
export function FolderTree({ folder, total, onFolder }: FolderTreeProps) {
  const t = useText();
  const [levels, setLevels] = useState<ReadonlyMap<string, FolderLevel>>(new Map());
  const [open, setOpen] = useState<ReadonlySet<string>>(() => new Set(folder === null ? [] : parentsOf(folder)));
  const [focused, setFocused] = useState<string | null>(null);
  const tree = useRef<HTMLDivElement>(null);
  const opened = useRef(open);
  useEffect(() => {
    opened.current = open;
  }, [open]);
  const read = useCallback(async (parent: string, cursor: string | null = null) => {
    const level = await readLevel(parent, cursor);
    if (!level) return;
    setLevels((old) => {
      const before = cursor === null ? [] : (old.get(parent)?.folders ?? []);
      return new Map(old).set(parent, { ...level, folders: [...before, ...level.folders] });
    });
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another number of samples is why it reads again.
  useEffect(() => {
    for (const parent of ["", ...opened.current]) void read(parent);
  }, [read, total]);

  const toggle = (path: string, isOpen: boolean) => {
    const next = new Set(open);
    if (isOpen) next.add(path);
    else next.delete(path);
    setOpen(next);
    if (isOpen && !levels.has(path)) void read(path);
  };
  const lines = folderLines(levels, open);
  const isSeen = (path: string | null) => lines.some((line) => line.folder.path === path);
  const active = isSeen(focused) ? focused : isSeen(folder) ? folder : lines[0]?.folder.path;
  const choose = (path: string) => onFolder(path === folder ? null : path);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey || active == null) return;
    const at = lines.findIndex((line) => line.folder.path === active);
    const command = folderCommand(event.key, { lines, at, isOpen: open.has(active) });
    if (!command) return;
    event.preventDefault();
    if (command.kind === "choose") choose(command.path);
    else if (command.kind !== "focus") toggle(command.path, command.kind === "open");
    else tree.current?.querySelector<HTMLElement>(`[data-path="${CSS.escape(command.path)}"]`)?.focus();
  };
  if (levels.get("")?.folders.length === 0) {
    return (
      <p className="px-3 py-2 text-muted-foreground text-sm">
        {t("No folders yet. Drop a folder on the upload page.")}
      </p>
    );
  }
  const treeProps = { role: "tree", "aria-label": t("Folders"), onKeyDown };
  return (
    <>
      <button
        type="button"
        aria-pressed={folder === null}
        onClick={() => onFolder(null)}
        className={cn(
          "flex h-7.5 w-full items-center rounded-sm px-2.5 text-left text-sm hover:bg-muted focus-visible:-outline-offset-2",
          folder === null ? "text-primary" : "text-muted-foreground",
        )}
      >
        {t("All samples")}
      </button>
      <div ref={tree} className="text-sm" {...treeProps}>
        {lines.map((line) => (
          <FolderItem
            key={line.folder.path}
            line={line}
            isOpen={open.has(line.folder.path)}
            isShown={line.folder.path === folder}
            isActive={line.folder.path === active}
            onToggle={(isOpen) => toggle(line.folder.path, isOpen)}
            onChoose={() => choose(line.folder.path)}
            onFocus={() => setFocused(line.folder.path)}
          />
        ))}
      </div>
      {lines.flatMap(({ moreOf }) =>
        moreOf === null ? (
          []
        ) : (
          <Button
            key={moreOf}
            size="sm"
            variant="ghost"
            onClick={() => void read(moreOf, levels.get(moreOf)?.nextCursor ?? null)}
          >
            {moreOf === "" ? t("More folders") : t("More folders in {folder}", { folder: moreOf })}
          </Button>
        ),
      )}
    </>
  );
}

interface FolderItemProps {
  line: FolderLine;
  isOpen: boolean;
  isShown: boolean;
  isActive: boolean;
  onToggle: (isOpen: boolean) => void;
  onChoose: () => void;
  onFocus: () => void;
}

function FolderItem({ line, isOpen, isShown, isActive, onToggle, onChoose, onFocus }: FolderItemProps) {
  const t = useText();
  const { path, name, count, hasFolders } = line.folder;
  const onClick = (event: MouseEvent) => {
    const isOnArrow = event.target instanceof Element && event.target.closest("[data-arrow]") !== null;
    if (isOnArrow) onToggle(!isOpen);
    else onChoose();
  };
  const item = {
    role: "treeitem",
    tabIndex: isActive ? 0 : -1,
    "aria-level": line.level,
    "aria-expanded": hasFolders ? isOpen : undefined,
    "aria-selected": isShown,
    ...{ onClick, onFocus },
  };
  return (
    <div
      data-path={path}
      title={name}
      style={{ paddingLeft: `${(line.level - 1) * 14 + 4}px` }}
      className={cn(
        "flex h-7.5 cursor-pointer items-center gap-1.5 rounded-sm pr-2.5 hover:bg-muted focus-visible:-outline-offset-2",
        isShown && "bg-primary/12 text-primary hover:bg-primary/16",
      )}
      {...item}
    >
      <span
        aria-hidden
        data-arrow={hasFolders || undefined}
        className={cn("grid size-6 shrink-0 place-items-center rounded-xs", hasFolders && "hover:bg-pressed")}
      >
        {hasFolders ? (
          <ChevronRight className={cn("size-3.5 transition-transform", isOpen && "rotate-90")} />
        ) : (
          <Folder className="size-3.5 text-muted-foreground" />
        )}
      </span>
      <span className="min-w-0 flex-1 truncate">{name}</span>
      <span className="figures text-muted-foreground text-xs">{formatCount(count, t)}</span>
    </div>
  );
}
