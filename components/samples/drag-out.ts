import type { DragEvent } from "react";
import { apiAddress } from "@/lib/api/client";
import { extensionOf } from "@/lib/format/audio-files";
import type { SampleRow } from "@/lib/samples/schema";

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

type DraggedSample = Pick<SampleRow, "id" | "fileName">;

export const fileOf = ({ id, fileName }: DraggedSample): DraggedFile => ({
  name: fileName,
  address: apiAddress("GET /samples/:id/audio", { params: { id }, query: { download: "1" } }),
  type: TYPES[extensionOf(fileName)] ?? "application/octet-stream",
});

/** Lets what is dragged give its original where it is dropped. */
export const dragOut = (event: DragEvent, sample: DraggedSample): void => putFile(event, fileOf(sample));
