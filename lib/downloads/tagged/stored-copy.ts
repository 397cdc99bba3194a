import { Readable } from "node:stream";
import type { AnalysisRecord } from "@/lib/analysis/record/schema";
import { AppError } from "@/lib/errors";
import { getObjectStream, readObjectRange } from "@/lib/platform/s3";
import { windowed } from "./byte-reader";
import { type Piece, type Stretch, sizeOfAll } from "./pieces";
import { taggedCopy, type Untagged } from "./tagged-copy";
import { unlessSilent } from "./unless-silent";
import type { WantedTags } from "./wanted-tags";

/** The socket itself has more patience, for people who pause. */
const STORAGE_SILENT_MS = 30_000;

export interface StoredOriginal {
  key: string;
  sizeBytes: number;
  container: AnalysisRecord["container"] | null;
}

/** What a copy will be, before a byte of it is sent. */
export interface CopyPlan {
  pieces: Piece[];
  sizeBytes: number;
  /** Why it has no tags of ours, if it was to have some. */
  untagged: Untagged | null;
}

/** The original as it is. */
export const plainCopy = ({ sizeBytes }: StoredOriginal): CopyPlan => ({
  pieces: [{ from: 0, to: sizeBytes }],
  sizeBytes,
  untagged: null,
});

/** A copy with tags. Reads the headers alone. Null if storage has no such object. */
export async function taggedPlan(original: StoredOriginal, wanted: WantedTags): Promise<CopyPlan | null> {
  const { key, sizeBytes, container } = original;
  if (!container) return { ...plainCopy(original), untagged: "nothing_known" };
  let isMissing = false;
  const reader = windowed(sizeBytes, async (offsetBytes, lengthBytes) => {
    const bytes = await readObjectRange(key, { offsetBytes, lengthBytes });
    isMissing ||= bytes === null;
    return bytes ?? new Uint8Array(0);
  });
  const { pieces, untagged } = await taggedCopy(reader, container, wanted);
  return isMissing ? null : { pieces, sizeBytes: sizeOfAll(pieces), untagged };
}

/** The bytes of a copy, from storage. Null if there is no such object. The stream fails if one of its stretches breaks off. */
export async function openCopy(key: string, { pieces }: CopyPlan, signal?: AbortSignal): Promise<Readable | null> {
  const first = pieces.findIndex((piece) => !(piece instanceof Uint8Array));
  if (first < 0) return Readable.from(pieces);
  const opened = await openStretch(key, pieces[first] as Stretch, signal);
  if (!opened) return null;
  // If the caller goes before the first byte is read, nobody else listens.
  opened.on("error", () => {});
  const stream = Readable.from(bytesOf(key, pieces, { at: first, stream: opened }, signal), { objectMode: false });
  stream.once("close", () => opened.destroy());
  return stream;
}

async function openStretch(key: string, { from, to }: Stretch, signal?: AbortSignal): Promise<Readable | null> {
  if (from === to) return Readable.from([]);
  const range = { offsetBytes: from, lengthBytes: to - from };
  return (await getObjectStream(key, { signal, range, isSentOn: true }))?.stream ?? null;
}

async function* bytesOf(
  key: string,
  pieces: readonly Piece[],
  opened: { at: number; stream: Readable },
  signal?: AbortSignal,
): AsyncGenerator<Uint8Array> {
  for (const [index, piece] of pieces.entries()) {
    if (piece instanceof Uint8Array) {
      yield piece;
      continue;
    }
    const stream = index === opened.at ? opened.stream : await openStretch(key, piece, signal);
    let left = piece.to - piece.from;
    for await (const chunk of stream ? unlessSilent(stream, STORAGE_SILENT_MS) : []) {
      left -= chunk.length;
      yield chunk;
    }
    // Silently shorter would be a damaged file that nobody notices.
    if (left !== 0)
      throw new AppError("storage_unavailable", { message: "an original has another size than it should" });
  }
}
