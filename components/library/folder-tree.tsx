"use client";

import { ChevronRight, Folder } from "lucide-react";
import { type KeyboardEvent, useCallback, useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { callApi } from "@/lib/api/client";
import { cn } from "@/lib/cn";
import { formatCount } from "@/lib/format/count";
import type { LibraryFolder } from "@/lib/library/schema";

interface Level {
  folders: readonly LibraryFolder[];
  /** Where the next ones begin; null if these are all. */
  nextCursor: string | null;
}

async function readLevel(parent: string, cursor: string | null): Promise<Level | null> {
  const query = { parent, ...(cursor !== null && { cursor }) };
  const answer = await callApi("GET /library/folders", { query }).catch(() => null);
  return answer?.ok ? { folders: answer.body.data, nextCursor: answer.body.nextCursor } : null;
}

/** The folders above one, from the top: `drums/kicks` → drums. */
const parentsOf = (path: string) => {
  const parts = path.split("/");
  return parts.slice(1).map((_, at) => parts.slice(0, at + 1).join("/"));
};

interface Line {
  folder: LibraryFolder;
  level: number;
  /** The folder whose further folders a button under this line fetches. */
  moreOf: string | null;
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
  const [levels, setLevels] = useState<ReadonlyMap<string, Level>>(new Map());
  const [open, setOpen] = useState<ReadonlySet<string>>(() => new Set(folder === null ? [] : parentsOf(folder)));
  const [focused, setFocused] = useState<string | null>(null);
  const tree = useRef<HTMLDivElement>(null);
  const read = useCallback(async (parent: string, cursor: string | null = null) => {
    const level = await readLevel(parent, cursor);
    if (!level) return;
    setLevels((old) => {
      const before = cursor === null ? [] : (old.get(parent)?.folders ?? []);
      return new Map(old).set(parent, { ...level, folders: [...before, ...level.folders] });
    });
  }, []);
  const opened = useRef(open);
  opened.current = open;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another number of samples is why it reads again.
  useEffect(() => {
    for (const parent of ["", ...opened.current]) void read(parent);
  }, [read, total]);

  const toggle = (path: string, isOpen: boolean) => {
    setOpen((old) => {
      const next = new Set(old);
      if (isOpen) next.add(path);
      else next.delete(path);
      return next;
    });
    if (isOpen && !levels.has(path)) void read(path);
  };
  const lines = linesOf(levels, open);
  const active = lines.some((line) => line.folder.path === focused) ? focused : (folder ?? lines[0]?.folder.path);
  const focus = (path: string | undefined) => {
    if (path === undefined) return;
    setFocused(path);
    tree.current?.querySelector<HTMLElement>(`[data-path="${CSS.escape(path)}"]`)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const at = lines.findIndex((line) => line.folder.path === active);
    const line = lines[at];
    if (!line || event.altKey || event.ctrlKey || event.metaKey) return;
    const { path, hasFolders } = line.folder;
    const isOpen = open.has(path);
    const keys: Record<string, () => void> = {
      ArrowDown: () => focus(lines[at + 1]?.folder.path),
      ArrowUp: () => focus(lines[at - 1]?.folder.path),
      Home: () => focus(lines[0]?.folder.path),
      End: () => focus(lines.at(-1)?.folder.path),
      ArrowRight: () => (isOpen ? focus(lines[at + 1]?.folder.path) : hasFolders && toggle(path, true)),
      ArrowLeft: () => (isOpen ? toggle(path, false) : focus(parentsOf(path).at(-1))),
      Enter: () => onFolder(path === folder ? null : path),
      " ": () => onFolder(path === folder ? null : path),
    };
    const act = keys[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };
  if (levels.get("")?.folders.length === 0) {
    return <p className="px-3 py-2 text-muted-foreground text-sm">No folders yet. Drop a folder on the upload page.</p>;
  }
  return (
    <div>
      <button
        type="button"
        aria-pressed={folder === null}
        onClick={() => onFolder(null)}
        className={cn(
          "flex h-7.5 w-full items-center gap-2 rounded-sm px-2.5 text-left text-sm hover:bg-muted",
          folder === null ? "text-primary" : "text-muted-foreground",
        )}
      >
        All samples
      </button>
      <div ref={tree} role="tree" aria-label="Folders" onKeyDown={onKeyDown} className="text-sm">
        {lines.map(({ folder: each, level, moreOf }) => {
          const { path, name, count, hasFolders } = each;
          const isOpen = open.has(path);
          return (
            <div key={path} role="none">
              <div
                role="treeitem"
                data-path={path}
                aria-level={level}
                aria-expanded={hasFolders ? isOpen : undefined}
                aria-selected={path === folder}
                tabIndex={path === active ? 0 : -1}
                onFocus={() => setFocused(path)}
                onClick={() => onFolder(path === folder ? null : path)}
                onKeyDown={() => {}}
                title={name}
                style={{ paddingLeft: `${(level - 1) * 14 + 4}px` }}
                className={cn(
                  "flex h-7.5 cursor-pointer items-center gap-1.5 rounded-sm pr-2.5 hover:bg-muted focus-visible:-outline-offset-2",
                  path === folder && "bg-primary/12 text-primary hover:bg-primary/16",
                )}
              >
                <span
                  aria-hidden
                  className={cn("grid size-6 shrink-0 place-items-center rounded-xs", hasFolders && "hover:bg-border")}
                  onClick={(event) => {
                    if (!hasFolders) return;
                    event.stopPropagation();
                    toggle(path, !isOpen);
                  }}
                >
                  {hasFolders ? (
                    <ChevronRight className={cn("size-3.5 transition-transform", isOpen && "rotate-90")} />
                  ) : (
                    <Folder className="size-3.5 text-muted-foreground" />
                  )}
                </span>
                <span className="min-w-0 flex-1 truncate">{name}</span>
                <span className="figures text-muted-foreground text-xs">{formatCount(count)}</span>
              </div>
              {moreOf === null ? null : (
                <Button
                  size="sm"
                  variant="ghost"
                  onClick={() => void read(moreOf, levels.get(moreOf)?.nextCursor ?? null)}
                >
                  More folders
                </Button>
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** The folders that are seen, from the top. */
function linesOf(levels: ReadonlyMap<string, Level>, open: ReadonlySet<string>): Line[] {
  const under = (parent: string, level: number): Line[] => {
    const known = levels.get(parent);
    const lines = (known?.folders ?? []).flatMap((folder): Line[] => [
      { folder, level, moreOf: null },
      ...(open.has(folder.path) ? under(folder.path, level + 1) : []),
    ]);
    const last = lines.at(-1);
    if (last && known && known.nextCursor !== null) last.moreOf = parent;
    return lines;
  };
  return under("", 1);
}
