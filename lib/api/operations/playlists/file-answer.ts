import { z } from "zod";
import type { RawAnswer } from "@/lib/api/http/responses";
import { ok, type Result, refused } from "@/lib/errors";
import type { Actor } from "@/lib/identity/actor";
import { FILE_SAMPLES_MAX } from "@/lib/playlists/constants";
import { fileTracksOf } from "@/lib/playlists/data";
import type { FileSet } from "@/lib/playlists/files/file-track";
import { writeM3u8 } from "@/lib/playlists/files/m3u8";
import { writeRekordbox } from "@/lib/playlists/files/rekordbox";
import { writeTraktor } from "@/lib/playlists/files/traktor";
import { FILE_FORMATS, type FileFormat } from "@/lib/playlists/schema";
import type { SampleRow } from "@/lib/samples/schema";

const FOLDER_MAX = 500;

/** `folder` is where the files lie on the person's computer; without it they are named as in a ZIP download. */
export const fileQuery = z.object({ format: z.enum(FILE_FORMATS), folder: z.string().max(FOLDER_MAX).default("") });

const WRITERS: Record<FileFormat, { write: (set: FileSet) => string; type: string; ending: string }> = {
  m3u8: { write: writeM3u8, type: "application/vnd.apple.mpegurl; charset=utf-8", ending: ".m3u8" },
  rekordbox: { write: writeRekordbox, type: "application/xml; charset=utf-8", ending: ".xml" },
  traktor: { write: writeTraktor, type: "application/xml; charset=utf-8", ending: ".nml" },
};

/** A list of samples as a file for another program. */
export async function answerFile(
  actor: Actor,
  { name, rows }: { name: string; rows: readonly SampleRow[] },
  { format, folder }: z.output<typeof fileQuery>,
): Promise<Result<RawAnswer, "too_many">> {
  if (rows.length > FILE_SAMPLES_MAX) return refused("too_many");
  const { write, type, ending } = WRITERS[format];
  const body = write({ name, tracks: await fileTracksOf(actor, rows), folder: folder.trim() });
  const fileName = encodeURIComponent(`${name}${ending}`).replaceAll("'", "%27");
  const headers = {
    "Content-Type": type,
    "Content-Disposition": `attachment; filename="playlist${ending}"; filename*=UTF-8''${fileName}`,
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
  };
  return ok({ body, headers });
}
