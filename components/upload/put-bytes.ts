import { UploadError } from "./upload-error";

export interface PutBytes {
  url: string;
  body: Blob;
  headers?: Record<string, string>;
  signal: AbortSignal;
  /** Bytes of this body that are out so far; falls back to 0 when a try fails. */
  onProgress: (sentBytes: number) => void;
}

/** Headers a browser sets itself; setting them by hand is refused with a console warning. */
const FORBIDDEN_HEADERS = new Set(["content-length", "host"]);

/** A PUT with upload progress, which `fetch` still does not report. */
export function putBytes({ url, body, headers = {}, signal, onProgress }: PutBytes): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const abort = () => request.abort();
    const fail = (error: unknown) => {
      signal.removeEventListener("abort", abort);
      onProgress(0);
      reject(error);
    };
    if (signal.aborted) return fail(signal.reason);
    signal.addEventListener("abort", abort, { once: true });
    request.open("PUT", url);
    for (const [name, value] of Object.entries(headers)) {
      if (!FORBIDDEN_HEADERS.has(name.toLowerCase())) request.setRequestHeader(name, value);
    }
    request.upload.onprogress = (event) => onProgress(event.loaded);
    request.onabort = () => fail(signal.reason);
    request.onerror = () => fail(unreachable());
    request.onload = () => {
      if (request.status >= 300) return fail(refusal(request.status));
      signal.removeEventListener("abort", abort);
      onProgress(body.size);
      resolve();
    };
    request.send(body);
  });
}

/** No answer at all. A file changed on disk since it was picked ends here as well. */
const unreachable = () =>
  new UploadError("The connection to storage broke off. If the file was changed meanwhile, pick it again.", {
    isRetryable: true,
    code: "offline",
  });

/** 403 is what an expired address answers: asking for a new one helps, sending to the same does not. */
const refusal = (status: number) =>
  new UploadError(`Storage did not take the file (${status}).`, {
    isRetryable: status >= 500 || status === 408 || status === 429,
    code: status === 403 ? "address_expired" : `storage_${status}`,
  });
