import { Scope } from "@/components/ui/scope";
import { msg } from "@/lib/language/text";
import { UploadError } from "./upload-error";

export interface PutBytes {
  url: string;
  body: Blob;
  headers?: Record<string, string>;
  signal: AbortSignal;
  /** Called with the bytes sent so far; with 0 when an attempt fails. */
  onProgress: (sentBytes: number) => void;
}

const NO_ROOM = msg(
  "This server has no room for the file. Ask the person who runs it to free some space, then try again.",
);

/** The browser sets these headers itself. Setting them here only causes a warning in the console. */
const FORBIDDEN_HEADERS = new Set(["content-length", "host"]);

/** A PUT with upload progress, which `fetch` does not report. */
export function putBytes({ url, body, headers = {}, signal, onProgress }: PutBytes): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const scope = new Scope();
    const fail = (error: unknown) => {
      scope.dispose();
      onProgress(0);
      reject(error);
    };
    if (signal.aborted) return fail(signal.reason);
    scope.listen(signal, "abort", () => request.abort());
    request.open("PUT", url);
    for (const [name, value] of Object.entries(headers)) {
      if (!FORBIDDEN_HEADERS.has(name.toLowerCase())) request.setRequestHeader(name, value);
    }
    request.upload.onprogress = (event) => onProgress(event.loaded);
    request.onabort = () => fail(signal.reason);
    request.onerror = () => fail(unreachable());
    request.onload = () => {
      if (request.status >= 300) return fail(refusal(request.status));
      scope.dispose();
      onProgress(body.size);
      resolve();
    };
    request.send(body);
  });
}

/** There was no answer. This also happens if the file has changed on disk since it was chosen. */
const unreachable = () =>
  new UploadError(msg("The connection to storage was lost. If you changed the file, choose it again."), {
    isRetryable: true,
    code: "offline",
  });

/** Storage answers 507 if its disk is almost full, and 403 if the address has expired. Only a new address helps then. */
const refusal = (status: number) =>
  new UploadError(status === 507 ? NO_ROOM : msg`Storage rejected the file (${status}).`, {
    isRetryable: (status >= 500 && status !== 507) || status === 408 || status === 429,
    code: status === 403 ? "address_expired" : `storage_${status}`,
  });
