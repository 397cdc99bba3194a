import type { DragEvent } from "react";
import { type DraggedFile, fileOf, putFile } from "@/components/samples/drag-out";
import { toast } from "@/components/ui/toast";
import { apiAddress } from "@/lib/api/client";
import type { Text } from "@/lib/language/text";
import type { LibraryRow, Selection } from "@/lib/library/schema";

/** Ids that fit into an address. */
const LINKED_IDS_MAX = 200;
const LINKED_CHARACTERS_MAX = 1500;

/** A selection as a download's address says it; null if it does not fit into one. */
export function linkedSelection(selection: Selection): { q: string } | { ids: string } | null {
  if ("ids" in selection) return selection.ids.length <= LINKED_IDS_MAX ? { ids: selection.ids.join(",") } : null;
  const isPlain = (selection.except?.length ?? 0) === 0 && selection.query.length <= LINKED_CHARACTERS_MAX;
  return isPlain ? { q: selection.query } : null;
}

type DraggedRow = Pick<LibraryRow, "id" | "fileName" | "status">;

const archiveOf = (count: number, linked: { q: string } | { ids: string }): DraggedFile => ({
  name: `${count} samples.zip`,
  address: apiAddress("GET /downloads/archive", { query: linked }),
  type: "application/zip",
});

/** What is selected, if the dragged row is part of it. */
export interface DraggedSelection {
  selection: Selection;
  count: number;
}

/** The file that a dragged row gives: a ZIP if it is one of several selected, unless they do not fit into an address. */
export function draggedFile(
  row: DraggedRow,
  picked: DraggedSelection | null,
): { file: DraggedFile; leavesOutOthers: boolean } {
  if (picked === null || picked.count <= 1) return { file: fileOf(row), leavesOutOthers: false };
  const linked = linkedSelection(picked.selection);
  return { file: linked ? archiveOf(picked.count, linked) : fileOf(row), leavesOutOthers: linked === null };
}

/**
 * Lets a row that is dragged give its original where it is dropped, or a ZIP of all that is selected if it is one of
 * several. A sample that is not analysed gives nothing. If the row goes alone although others are selected, the person
 * is told.
 */
export function dragRows(event: DragEvent, row: DraggedRow, picked: DraggedSelection | null, t: Text): void {
  if (row.status !== "completed") {
    event.preventDefault();
    return;
  }
  const { file, leavesOutOthers } = draggedFile(row, picked);
  putFile(event, file);
  if (leavesOutOthers && picked)
    toast.warning(t("Only {name} is dragged", { name: row.fileName }), {
      description: t.count(
        picked.count,
        "{count} sample is selected, which is more than a drag can hold. “Download” gives all of them as a ZIP.",
        "{count} samples are selected, which is more than a drag can hold. “Download” gives all of them as a ZIP.",
      ),
    });
}
