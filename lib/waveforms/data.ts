import "server-only";
import { AnalysisFailure, failureOf, storedFailure } from "@/lib/analysis/record/failures";
import type { AnalysisFailureCode } from "@/lib/analysis/record/schema";
import { readAudible } from "@/lib/collections/data";
import { ok, type Result, refused } from "@/lib/errors";
import type { Actor } from "@/lib/identity/actor";
import { logger } from "@/lib/platform/logger";
import { headObject } from "@/lib/platform/s3";
import { findSampleObjects, type SampleObjects } from "@/lib/samples/objects/data";
import { inTurn } from "@/lib/similarity/query-sounds/waiting";
import { WINDOW_ORIGINAL_BYTES_MAX } from "./constants";
import { decodedOriginals } from "./decoded-originals";
import { readDecoded, segmentsFor } from "./read-decoded";
import type { WantedWindow } from "./schema";
import type { WaveformWindow } from "./window-format";

/** The decoded sound that somebody may hear. Its version changes with what a window of it says. */
export interface WindowSource {
  original: Pick<SampleObjects, "originalKey" | "durationSeconds" | "sampleRateHz" | "channels">;
  version: string;
}

export async function findWindowSource(hearer: Actor, sampleId: string): Promise<WindowSource | null> {
  const found = await readAudible(hearer, sampleId, (owner) => findSampleObjects(owner, sampleId));
  return found && { original: found, version: `${found.sha256.slice(0, 16)}-${found.analyserVersion}` };
}

export type WindowRefusal =
  | { ok: false; reason: "no_original" | "behind_the_end" | "too_large" | "busy" }
  | { ok: false; reason: "cannot_be_decoded"; detail: string };

/** Samples of a recording, from its original. A worker decodes it once, the first time that somebody asks. */
export async function readWindow(
  hearer: Actor,
  { original }: WindowSource,
  wanted: WantedWindow,
): Promise<{ ok: true; value: WaveformWindow } | WindowRefusal> {
  const { originalKey: key, ...sound } = original;
  if (!key) return refused("no_original");
  try {
    const found = await decodedOriginals().read(
      { key, fairnessKey: hearer.id, ...sound },
      (frames) => segmentsFor(wanted, frames),
      (work) => inTurn(hearer.id, async () => assertSmallEnough(key).then(work)),
      async (folder, facts): Promise<Result<WaveformWindow, "behind_the_end">> =>
        wanted.start < facts.frames ? ok(await readDecoded(folder, facts, wanted)) : refused("behind_the_end"),
    );
    if (typeof found === "string") return refused(found === "busy" ? "busy" : "no_original");
    return found.value;
  } catch (error) {
    if (!(error instanceof AnalysisFailure) || OF_THE_SERVER.has(error.code)) throw error;
    if (error.code === "too_large") return refused("too_large");
    logger().info({ code: error.code, detail: error.detail }, "an original that cannot be decoded again");
    return { ok: false, reason: "cannot_be_decoded", detail: failureOf(storedFailure(error)).message };
  }
}

/** Failures of this machine, not of the file. */
const OF_THE_SERVER = new Set<AnalysisFailureCode>(["internal", "missing_file", "unreadable_file", "cancelled"]);

/** @throws AnalysisFailure `too_large` */
async function assertSmallEnough(key: string): Promise<void> {
  const stored = await headObject(key);
  if (stored && stored.sizeBytes > WINDOW_ORIGINAL_BYTES_MAX) throw new AnalysisFailure("too_large", "an original");
}
