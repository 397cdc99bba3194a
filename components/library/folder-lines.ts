import type { LibraryFolder } from "@/lib/library/schema";

/** The folders directly below one, as far as they are read. */
export interface FolderLevel {
  folders: readonly LibraryFolder[];
  /** Where the next ones begin; null if these are all. */
  nextCursor: string | null;
}

export interface FolderLine {
  folder: LibraryFolder;
  level: number;
  /** Set under the last folder of a level that has more: the folder above. */
  moreOf: string | null;
}

/** The folders above one, from the top: `drums/kicks/808` → drums, drums/kicks. */
export function parentsOf(path: string): string[] {
  const parts = path.split("/");
  return parts.slice(1).map((_, at) => parts.slice(0, at + 1).join("/"));
}

/** The folders that are seen, from the top. */
export function folderLines(levels: ReadonlyMap<string, FolderLevel>, open: ReadonlySet<string>): FolderLine[] {
  const under = (parent: string, level: number): FolderLine[] => {
    const known = levels.get(parent);
    const lines = (known?.folders ?? []).flatMap((folder): FolderLine[] => [
      { folder, level, moreOf: null },
      ...(open.has(folder.path) ? under(folder.path, level + 1) : []),
    ]);
    const last = lines.at(-1);
    if (last && known && known.nextCursor !== null) last.moreOf = parent;
    return lines;
  };
  return under("", 1);
}

export type FolderCommand = { kind: "focus" | "open" | "close" | "choose"; path: string };

/** What a key does in the tree, as the ARIA pattern describes it; null for keys that it does not handle. */
export function folderCommand(
  key: string,
  { lines, at, isOpen }: { lines: readonly FolderLine[]; at: number; isOpen: boolean },
): FolderCommand | null {
  const folder = lines[at]?.folder;
  if (!folder) return null;
  const focus = (path: string | undefined): FolderCommand => ({ kind: "focus", path: path ?? folder.path });
  switch (key) {
    case "ArrowDown":
      return focus(lines[at + 1]?.folder.path);
    case "ArrowUp":
      return focus(lines[at - 1]?.folder.path);
    case "Home":
      return focus(lines[0]?.folder.path);
    case "End":
      return focus(lines.at(-1)?.folder.path);
    case "ArrowRight":
      if (isOpen) return focus(lines[at + 1]?.folder.path);
      return folder.hasFolders ? { kind: "open", path: folder.path } : focus(folder.path);
    case "ArrowLeft":
      return isOpen ? { kind: "close", path: folder.path } : focus(parentsOf(folder.path).at(-1));
    case "Enter":
    case " ":
      return { kind: "choose", path: folder.path };
    default:
      return null;
  }
}
