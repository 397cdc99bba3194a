import { createReadStream } from "node:fs";
import type { Readable } from "node:stream";
import { ArchivePaths, safePart } from "@/lib/archives/archive-paths";
import { ZipStream } from "@/lib/archives/zip-stream";
import { type CutFiles, type CutRefusal, cutSample } from "@/lib/downloads/regions/data";
import { partName } from "@/lib/downloads/regions/region-name";
import type { Snap } from "@/lib/downloads/schema";
import { ok, refused } from "@/lib/errors";
import type { FlagHolder } from "@/lib/flags/data";
import { listSlices } from "./data";

export interface Exported {
  name: string;
  stream: Readable;
  /** Null if it is not known before the end. */
  sizeBytes: number | null;
  release: () => void;
}

type Refusal = CutRefusal | { ok: false; reason: "no_slices" };
interface Wanted {
  sampleId: string;
  snap: Snap;
}

/** Every slice of a sample as a WAV, in a ZIP. */
export async function slicesArchive(
  owner: FlagHolder,
  { sampleId, snap }: Wanted,
  signal: AbortSignal,
): Promise<{ ok: true; value: Exported } | Refusal> {
  const all = await listSlices(owner.id, sampleId);
  if (!all) return refused("not_found");
  if (all.length === 0) return refused("no_slices");
  const cut = await cutSample(owner, { sampleId, regions: all, snap }, signal);
  if (!cut.ok) return cut;
  const { fileName, release } = cut.value;
  const zip = new ZipStream();
  fill(zip, cut.value, all).then(
    () => zip.end(),
    (error: Error) => zip.fail(error),
  );
  return ok({
    name: partName(fileName, "slices").replace(/wav$/, "zip"),
    stream: zip.output,
    sizeBytes: null,
    release,
  });
}

async function fill(zip: ZipStream, { files, fileName }: CutFiles, all: readonly { name: string }[]): Promise<void> {
  const paths = new ArchivePaths("");
  for (const [index, { path, sizeBytes }] of files.entries()) {
    // In their order, whatever sorts them.
    const number = String(index + 1).padStart(String(files.length).length, "0");
    const name = partName(fileName, `${number} ${safePart(all[index]?.name ?? "")}`);
    await zip.add(paths.place("", name), createReadStream(path), { compress: false, sizeBytes });
  }
}

/** The whole recording as one WAV, with a named cue point where each slice begins. */
export async function slicesWithCues(
  owner: FlagHolder,
  sampleId: string,
  signal: AbortSignal,
): Promise<{ ok: true; value: Exported } | Refusal> {
  const all = await listSlices(owner.id, sampleId);
  if (!all) return refused("not_found");
  if (all.length === 0) return refused("no_slices");
  const cues = all.map(({ startSeconds, name }) => ({ seconds: startSeconds, label: name }));
  const whole = { startSeconds: 0, endSeconds: Number.POSITIVE_INFINITY, cues };
  const cut = await cutSample(owner, { sampleId, regions: [whole], snap: "none" }, signal);
  if (!cut.ok) return cut;
  const { fileName, files, release } = cut.value;
  const [file] = files as [(typeof files)[number]];
  const stream = createReadStream(file.path);
  return ok({ name: partName(fileName, "with cues"), stream, sizeBytes: file.sizeBytes, release });
}
