import type { Text } from "@/lib/language/text";
import { nextStep, refusalSentence } from "@/lib/quotas/sentences";
import type { UsedUp } from "./upload-error";
import type { UploadItem } from "./upload-item";

/** Remembers which quota refused a file, so that the server is not asked about every other file of a folder. */
export class UsedUpQuota {
  #usedUp: UsedUp | null = null;

  remember(usedUp: UsedUp): void {
    this.#usedUp = usedUp;
  }

  /** Called when the person tries again: they may have made room, or a new day has begun. */
  forget(): void {
    this.#usedUp = null;
  }

  /** The quota that this file would be too much for; null if it may be sent. What has begun has its place already. */
  refusalOf({ uploadId, sizeBytes }: UploadItem): UsedUp | null {
    const usedUp = this.#usedUp;
    if (!usedUp || uploadId) return null;
    if (usedUp.kind === "storage_bytes" && usedUp.used + sizeBytes <= usedUp.allowed) return null;
    return usedUp;
  }
}

/** What is used up, and what to do about it. */
export const quotaText = (usedUp: UsedUp, askedBytes: number, t: Text): string =>
  `${refusalSentence({ ...usedUp, askedBytes }, t)} ${nextStep(usedUp, t)}`;

/** Why the file is not in the library. */
export function refusalText({ message, usedUp, sizeBytes }: UploadItem, t: Text): string {
  if (usedUp) return quotaText(usedUp, sizeBytes, t);
  return message === null ? "" : t(message);
}
