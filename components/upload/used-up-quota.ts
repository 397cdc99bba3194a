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

  /** Why this file would be refused as well; null if it may be sent. An upload that has begun has its place already. */
  refusalOf({ uploadId, sizeBytes }: UploadItem): string | null {
    const usedUp = this.#usedUp;
    if (!usedUp || uploadId) return null;
    if (usedUp.kind === "storage_bytes" && usedUp.used + sizeBytes <= usedUp.allowed) return null;
    return `${refusalSentence({ ...usedUp, askedBytes: sizeBytes })} ${nextStep(usedUp)}`;
  }
}
