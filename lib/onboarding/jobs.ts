import "server-only";
import { createHash } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { v7 as uuidv7 } from "uuid";
import { demoSounds } from "@/db/seed/demo-sounds";
import { isFlagOn } from "@/lib/flags/data";
import type { Ctx } from "@/lib/identity/actor";
import { appUrl } from "@/lib/platform/app-url";
import { sendFile } from "@/lib/platform/s3-upload";
import { findUpload } from "@/lib/uploads/data";
import { beginUpload, cancelUpload, completeUpload } from "@/lib/uploads/mutations";
import { TRY_FOLDER } from "./constants";
import { findUploader } from "./lookups";

/** What became of one of the sounds. */
export type Made = "made" | "exists" | "refused" | "unknown";

/**
 * Renders one of the project's own sounds and uploads it as the person would, so that it is analysed and counted as any
 * other. A second call finds the bytes in the library.
 */
export async function makeTrySound(ownerId: string, fileName: string): Promise<Made> {
  const sound = demoSounds.find((one) => one.fileName === fileName);
  const actor = await findUploader(ownerId);
  if (!sound || !actor) return "unknown";
  const ctx: Ctx = { actor, requestId: uuidv7(), address: null, userAgent: null };
  const bytes = sound.render();
  const folderPath = (await isFlagOn(actor, "folder-upload")) ? TRY_FOLDER : "";
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const file = { fileName, folderPath, sizeBytes: bytes.length, declaredType: "audio/wav", sha256 };
  // The address is for a browser, and nobody asks at it here.
  const begun = await beginUpload(ctx, file, new URL(appUrl("/")).origin);
  if (!begun.ok) return begun.reason === "already_owned" ? "exists" : "refused";
  const { uploadId } = begun.value;
  try {
    await send(ctx, uploadId, bytes);
    const completed = await completeUpload(ctx, uploadId);
    if (completed.ok) return "made";
  } catch (error) {
    await cancelUpload(ctx, uploadId);
    throw error;
  }
  await cancelUpload(ctx, uploadId);
  return "refused";
}

async function send(ctx: Ctx, uploadId: string, bytes: Uint8Array): Promise<void> {
  const upload = await findUpload(ctx.actor.id, uploadId);
  if (!upload?.multipartUploadId) throw new Error("the upload is gone");
  const { objectKey: key, multipartUploadId, partSizeBytes } = upload;
  const folder = await mkdtemp(join(tmpdir(), "samplemind-try-"));
  try {
    const path = join(folder, "sound.wav");
    await writeFile(path, bytes);
    await sendFile({ key, uploadId: multipartUploadId, path, partBytes: partSizeBytes ?? bytes.length });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
