import { nextStep, refusalSentence } from "@/lib/quotas/sentences";
import type { UsedUp } from "./upload-error";
import type { UploadItem } from "./upload-item";

/** Remembers which quota refused a file, so that the server is not asked for every other one of a folder. */
export class UsedUpQuota {
  #usedUp: UsedUp | null = null;

  remember(usedUp: UsedUp): void {
    this.#usedUp = usedUp;
  }

  /** The person asks again: room may have been made, or another day begun. */
  forget(): void {
    this.#usedUp = null;
  }

  /** Why this file would be refused as well; null where it may be sent. A begun upload has its place already. */
  refusalOf({ uploadId, sizeBytes }: UploadItem): string | null {
    const usedUp = this.#usedUp;
    if (!usedUp || uploadId) return null;
    if (usedUp.kind === "storage_bytes" && usedUp.used + sizeBytes <= usedUp.allowed) return null;
    return `${refusalSentence({ ...usedUp, askedBytes: sizeBytes })} ${nextStep(usedUp)}`;
  }
}
