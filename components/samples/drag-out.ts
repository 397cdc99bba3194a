import type { DragEvent } from "react";
import { toast } from "@/components/ui/toast";
import { apiAddress } from "@/lib/api/client";
import { extensionOf } from "@/lib/format/audio-files";
import { formatCount } from "@/lib/format/count";
import type { Selection } from "@/lib/library/schema";
import type { SampleRow } from "@/lib/samples/schema";
import { linkedSelection } from "./linked-selection";

/**
 * Dragging sound out of the browser, onto the desktop or into a DAW. Chromium saves the one address that a drag names, with the
 * session of this page, where it is dropped. Other browsers drop a link: a download button does there what this does here.
 */
const DOWNLOAD_URL = "DownloadURL";

export interface DraggedFile {
  /** The name under which it is saved. */
  name: string;
  /** On this origin. */
  address: string;
  type: string;
}

const TYPES: Readonly<Record<string, string>> = {
  ...{ wav: "audio/wav", wave: "audio/wav", bwf: "audio/wav", aif: "audio/aiff", aiff: "audio/aiff" },
  ...{ flac: "audio/flac", mp3: "audio/mpeg", ogg: "audio/ogg", oga: "audio/ogg", opus: "audio/ogg" },
  ...{ m4a: "audio/mp4", mp4: "audio/mp4", aac: "audio/aac" },
};
/** `type:name:address`, as the browser reads it: colons end the first two. */
export function downloadUrl({ name, address, type }: DraggedFile, origin: string): string {
  const plain = name.toWellFormed().replace(/[\p{Cc}\p{Cf}:/\\]/gu, "_");
  return `${type}:${plain}:${new URL(address, origin).href}`;
}

/** Puts a file into the drag that begins. The caller may add to it what other places of the page take. */
export function putFile(event: DragEvent, file: DraggedFile): void {
  event.dataTransfer.setData(DOWNLOAD_URL, downloadUrl(file, window.location.origin));
  event.dataTransfer.effectAllowed = "copyMove";
}

type DraggedRow = Pick<SampleRow, "id" | "fileName" | "status">;

const fileOf = ({ id, fileName }: DraggedRow): DraggedFile => ({
  name: fileName,
  address: apiAddress("GET /samples/:id/audio", { params: { id }, query: { download: "1" } }),
  type: TYPES[extensionOf(fileName)] ?? "application/octet-stream",
});

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
export function dragOut(event: DragEvent, row: DraggedRow, picked: DraggedSelection | null): void {
  if (row.status !== "completed") {
    event.preventDefault();
    return;
  }
  const { file, leavesOutOthers } = draggedFile(row, picked);
  putFile(event, file);
  if (leavesOutOthers && picked)
    toast.warning(`Only ${row.fileName} is dragged`, {
      description: `${formatCount(picked.count)} samples are selected, which is more than a drag can hold. “Download” gives all of them as a ZIP.`,
    });
}
