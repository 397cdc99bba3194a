import { S3Error } from "./s3-error";

const MAX_KEY_BYTES = 1024;
const BUCKET_NAME = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;

/** What a request asks for, read once from the undecoded URL. Both the signature and the operation use it. */
export interface S3Request {
  method: string;
  /** As it was in the URL. */
  rawPath: string;
  /** Percent-decoded, with the base path where the store is mounted. */
  path: string;
  bucket: string;
  key: string;
  query: [name: string, value: string][];
  headers: Headers;
  body: ReadableStream<Uint8Array> | null;
  signal: AbortSignal;
  /** Aborted with an S3Error when the server wants no more of the body. */
  halted: AbortController;
  /** A body that sends nothing for this long is given up. However long it takes in all does not matter. */
  silenceMs: number;
}

export function readS3Request(request: Request, basePath: string, silenceMs: number): S3Request {
  const { pathname, search } = splitUrl(request.url);
  const path = decode(pathname);
  if (path !== basePath && !path.startsWith(`${basePath}/`))
    throw new S3Error("InvalidURI", "The path is outside the store.");
  const [bucket = "", ...rest] = path.slice(basePath.length + 1).split("/");
  const key = rest.join("/");
  if (bucket) assertBucketName(bucket);
  if (key) assertKey(key);
  const { method, headers, body, signal } = request;
  const query = readQuery(search);
  const halted = new AbortController();
  return { method, rawPath: pathname, path, bucket, key, query, headers, body, signal, halted, silenceMs };
}

/** The exact, undecoded path and query of an absolute URL. `URL` would change some characters. */
function splitUrl(url: string): { pathname: string; search: string } {
  const match = /^[a-z]+:\/\/[^/?#]*([^?#]*)(?:\?([^#]*))?/i.exec(url);
  return { pathname: match?.[1] || "/", search: match?.[2] ?? "" };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (cause) {
    throw new S3Error("InvalidURI", "Couldn't parse the specified URI.", { cause });
  }
}

/** A `+` in a query means a space, for its value and for its signature. */
function readQuery(search: string): [string, string][] {
  return search
    .split("&")
    .filter((pair) => pair !== "")
    .map((pair) => {
      const equals = pair.indexOf("=");
      const parts = equals < 0 ? [pair, ""] : [pair.slice(0, equals), pair.slice(equals + 1)];
      const [name = "", value = ""] = parts.map((part) => decode(part.replaceAll("+", " ")));
      return [name, value];
    });
}

/** The first value of a query parameter, or undefined if it is absent. */
export function parameter(request: S3Request, name: string): string | undefined {
  return request.query.find(([candidate]) => candidate === name)?.[1];
}

/** A header, or the `x-amz-*` parameter that takes its place in a presigned URL. */
export function header(request: S3Request, name: string): string | undefined {
  const value = request.headers.get(name);
  if (value !== null) return value;
  if (!name.startsWith("x-amz-")) return undefined;
  return request.query.find(([candidate]) => candidate.toLowerCase() === name)?.[1];
}

export function assertBucketName(bucket: string): void {
  if (!BUCKET_NAME.test(bucket) || bucket.includes("..")) {
    throw new S3Error("InvalidBucketName", "The specified bucket is not valid.");
  }
}

/**
 * Keys are hashed into paths, so none can leave the folder. This refuses keys that an HTTP server or URL parser on the
 * way would rewrite (`.` and `..` segments, `//`), because not every route could reach them.
 */
export function assertKey(key: string): void {
  if (Buffer.byteLength(key) > MAX_KEY_BYTES) throw new S3Error("KeyTooLongError", "Your key is too long.");
  const isRewritten = /(^|\/)\.{1,2}(\/|$)|\/\/|^\//.test(key);
  if (key === "" || isRewritten || !key.isWellFormed()) {
    throw new S3Error("InvalidURI", "A key must not be empty or have a segment that is empty, `.` or `..`.");
  }
}
