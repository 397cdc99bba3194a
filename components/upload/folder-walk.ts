import type { FoundFile } from "./file-intake";

const CHUNK_FILES = 200;

/** All entries of a folder. A reader returns them in portions (100 in Chromium) and ends with an empty one. */
export async function readAllEntries(reader: FileSystemDirectoryReader): Promise<FileSystemEntry[]> {
  const all: FileSystemEntry[] = [];
  for (;;) {
    const portion = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (portion.length === 0) return all;
    all.push(...portion);
  }
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;

const byName = (a: FileSystemEntry, b: FileSystemEntry) => a.name.localeCompare(b.name, undefined, { numeric: true });

/** The folder of a path: `/drums/kicks/a.wav` → `drums/kicks`. */
export function folderOf(fullPath: string): string {
  const parts = fullPath.split("/").filter(Boolean);
  return parts.slice(0, -1).join("/");
}

export interface WalkFailure {
  path: string;
}

/** A dropped file or folder: its entry and, in Chromium, its handle. */
export interface DroppedRoot {
  entry: FileSystemEntry;
  handle: Promise<FileSystemHandle | null>;
}

/**
 * Walks dropped files and folders in the order of their names. It yields files in portions, so that the page can show
 * the first of ten thousand files before the last is found. Unreadable entries are reported and skipped.
 */
export async function* walkDropped(
  roots: readonly DroppedRoot[],
  onUnreadable: (failure: WalkFailure) => void = () => {},
): AsyncGenerator<FoundFile[]> {
  let portion: FoundFile[] = [];
  for (const root of roots) {
    for await (const entry of filesUnder(root.entry, onUnreadable)) {
      try {
        const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject));
        portion.push({
          file,
          folderPath: folderOf(entry.fullPath),
          isExplicit: root.entry.isFile,
          handle: () => handleAt(root, entry.fullPath),
        });
      } catch {
        onUnreadable({ path: entry.fullPath });
      }
      if (portion.length >= CHUNK_FILES) {
        yield portion;
        portion = [];
      }
    }
  }
  if (portion.length > 0) yield portion;
}

async function* filesUnder(
  entry: FileSystemEntry,
  onUnreadable: (failure: WalkFailure) => void,
): AsyncGenerator<FileSystemFileEntry> {
  if (isFile(entry)) {
    yield entry;
    return;
  }
  if (!isFolder(entry)) return;
  let children: FileSystemEntry[];
  try {
    children = await readAllEntries(entry.createReader());
  } catch {
    onUnreadable({ path: entry.fullPath });
    return;
  }
  for (const child of children.sort(byName)) yield* filesUnder(child, onUnreadable);
}

async function handleAt(root: DroppedRoot, fullPath: string): Promise<FileSystemFileHandle | null> {
  try {
    let at = await root.handle;
    const [, ...rest] = fullPath.split("/").filter(Boolean);
    for (const [index, part] of rest.entries()) {
      if (at?.kind !== "directory") return null;
      const folder = at as FileSystemDirectoryHandle;
      const isLast = index === rest.length - 1;
      at = isLast ? await folder.getFileHandle(part) : await folder.getDirectoryHandle(part);
    }
    return at?.kind === "file" ? (at as FileSystemFileHandle) : null;
  } catch {
    return null;
  }
}

/** Files from a file dialog or a paste. Only the folder dialog sets `webkitRelativePath`. */
export function foundFromPicker(files: Iterable<File>): FoundFile[] {
  return Array.from(files, (file) => ({
    file,
    folderPath: folderOf(file.webkitRelativePath),
    isExplicit: file.webkitRelativePath === "",
  }));
}
