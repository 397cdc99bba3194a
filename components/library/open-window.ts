import { LibraryWindow } from "./library-window";
import type { Question, RowSource } from "./window-source";

export interface OpenedWindow {
  window: LibraryWindow;
  /** Where the sample is that the place is kept by; else the index it was at before. */
  index: number;
}

/** Opens a list as it is now, with the rows around a place already there. Throws if they do not come. */
export async function openWindow(
  source: RowSource,
  question: Question,
  keep: { id: string | null; index: number },
): Promise<OpenedWindow> {
  const [list, place] = await Promise.all([
    source.anchors(question),
    keep.id === null ? null : source.place(question, keep.id),
  ]);
  const window = new LibraryWindow(question, source, list);
  const index = Math.max(0, Math.min(list.total - 1, place ?? keep.index));
  await window.read(Math.max(0, index - ROWS_AROUND), index + ROWS_AROUND);
  return { window, index };
}

const ROWS_AROUND = 60;
