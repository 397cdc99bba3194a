import type { Readable } from "node:stream";
import type { ArchivePaths } from "@/lib/archives/archive-paths";
import { ZipStream } from "@/lib/archives/zip-stream";
import { ROWS_AT_ONCE } from "@/lib/downloads/constants";
import { planCopy } from "@/lib/downloads/copy-of";
import { type ListedSample, readListed } from "@/lib/downloads/data";
import { labelledName } from "@/lib/downloads/labelled-name";
import type { ArchiveOptions } from "@/lib/downloads/schema";
import { openCopy } from "@/lib/downloads/tagged/stored-copy";
import { AppError } from "@/lib/errors";
import type { FlagHolder } from "@/lib/flags/data";
import { logger } from "@/lib/platform/logger";
import { archivePlaces } from "./archive-places";
import { type ArchiveLine, attributionText } from "./attribution";

export interface ArchiveRequested extends ArchiveOptions {
  ids: readonly string[];
  /** The folder that everything is in; else it is at the top. */
  root?: string;
}

/**
 * A ZIP of these samples, made while it is read. An original that is not there is named in the attribution. If storage fails
 * half-way, the stream fails: what came before has no directory, and no program takes it for a whole archive.
 */
export function selectionArchive(owner: FlagHolder, wanted: ArchiveRequested, signal: AbortSignal): Readable {
  const zip = new ZipStream();
  fill(zip, owner, wanted, signal).then(
    () => zip.end(),
    (error: Error) => {
      if (!zip.isClosed) logger().warn({ err: error }, "an archive broke off");
      zip.fail(error);
    },
  );
  return zip.output;
}

async function fill(zip: ZipStream, owner: FlagHolder, wanted: ArchiveRequested, signal: AbortSignal): Promise<void> {
  const { paths, attribution } = archivePlaces(wanted.root ?? "");
  const lines: ArchiveLine[] = [];
  for (let from = 0; from < wanted.ids.length; from += ROWS_AT_ONCE) {
    const portion = wanted.ids.slice(from, from + ROWS_AT_ONCE);
    for (const sample of await readListed(owner, portion)) {
      if (zip.isClosed) throw new AppError("storage_unavailable", { message: "nobody reads the archive any more" });
      lines.push(await addSample(zip, sample, { ...wanted, paths, signal }));
    }
  }
  const about = { at: new Date(), withTags: wanted.withTags };
  zip.addBytes(attribution, Buffer.from(`\uFEFF${attributionText(about, lines)}`));
}

async function addSample(
  zip: ZipStream,
  sample: ListedSample,
  { withTags, naming, keepFolders, paths, signal }: ArchiveOptions & { paths: ArchivePaths; signal: AbortSignal },
): Promise<ArchiveLine> {
  const { row, fileTags, sha256, objectKey } = sample;
  const said = { row, fileTags, sha256 };
  if (objectKey === null) return { ...said, path: null, why: whyMissing(row.status) };
  const plan = await planCopy(sample, withTags);
  const stream = plan && (await openCopy(objectKey, plan, signal));
  if (!plan || !stream) return { ...said, path: null, why: LOST };
  const name = naming === "labelled" ? labelledName(row) : row.fileName;
  const path = paths.place(keepFolders ? row.folderPath : "", name);
  await zip.add(path, stream, { compress: false, mtime: new Date(row.createdAt), sizeBytes: plan.sizeBytes });
  return { ...said, path, untagged: plan.untagged };
}

const LOST = "The original is not in storage any more.";

function whyMissing(status: ListedSample["row"]["status"]): string {
  if (status === "uploading") return "The upload is not complete.";
  return status === "failed" ? "The file was refused and not kept." : LOST;
}
