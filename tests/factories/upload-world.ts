import { expect, vi } from "vitest";
import type { FoundFile } from "@/components/upload/file-intake";
import type { SendHooks, SendOutcome, SendRequest } from "@/components/upload/send-file";
import { UploadRunner } from "@/components/upload/upload-runner";
import { UploadStore } from "@/components/upload/upload-store";
import type { KnownBytes } from "@/lib/uploads/schema";

export interface Sending extends SendHooks {
  request: SendRequest;
  resolve: (outcome: SendOutcome) => void;
  reject: (error: unknown) => void;
}

/** An upload runner whose requests the test answers. */
export class UploadWorld {
  readonly store = new UploadStore((notify) => notify());
  readonly sending: Sending[] = [];
  readonly cancelled: string[] = [];
  known: KnownBytes[] = [];
  hash = async (file: Blob) => `sha-${await file.text()}`;
  readonly runner = new UploadRunner(this.store, {
    hash: (file) => this.hash(file),
    findKnown: async (sha256s) => this.known.filter((one) => sha256s.includes(one.sha256)),
    send: (request, hooks) =>
      new Promise((resolve, reject) => {
        hooks.signal.addEventListener("abort", () => reject(hooks.signal.reason));
        this.sending.push({ request, ...hooks, resolve, reject });
      }),
    cancel: async (uploadId) => void this.cancelled.push(uploadId),
    nowMs: () => 0,
  });

  add(...contents: string[]): void {
    this.runner.add(contents.map((content) => found(`${content}.wav`, content)));
  }

  async whenSending(count: number): Promise<void> {
    await vi.waitFor(() => expect(this.sending).toHaveLength(count));
  }

  byName(fileName: string) {
    const item = [...this.store.items()].find((one) => one.fileName === fileName);
    if (!item) throw new Error(`no row for ${fileName}`);
    return item;
  }

  sent(fileName: string): Sending {
    const sending = this.sending.findLast((one) => one.request.begin.fileName === fileName);
    if (!sending) throw new Error(`${fileName} is not being sent`);
    return sending;
  }
}

/** A file as a person would choose it. */
export const found = (name: string, content: string): FoundFile => ({
  file: new File([content], name),
  folderPath: "",
  isExplicit: true,
});
