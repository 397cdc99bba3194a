import { v7 as uuidv7 } from "uuid";
import type { FoundFile } from "./file-intake";
import type { SendRequest } from "./send-file";
import type { UploadItem } from "./upload-item";

/** Makes the request for a file. Every try has the same key until one is answered, so that only one upload begins. */
export class SendRequests {
  readonly #keys = new Map<number, string>();

  requestOf(item: UploadItem, sha256: string, found: FoundFile): SendRequest {
    const { id, fileName, folderPath, sizeBytes, declaredType, uploadId, sampleId, uploadKind } = item;
    const beginKey = this.#keys.get(id) ?? uuidv7();
    this.#keys.set(id, beginKey);
    return {
      file: found.file,
      begin: { fileName, folderPath, sizeBytes, declaredType, sha256 },
      beginKey,
      batch: found.batch,
      resume: uploadId && sampleId && uploadKind === "multipart" ? { uploadId, sampleId } : null,
    };
  }

  /** The server gave a ticket or a refusal: the next request for this file is a new one. */
  answered(id: number): void {
    this.#keys.delete(id);
  }
}
