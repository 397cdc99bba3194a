import { S3Error } from "./s3-error";

const MAX_KEY_BYTES = 1024;
const BUCKET_NAME = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;

/** What a request asks for, read once from the undecoded URL. Signature and operation both use this view. */
export interface S3Request {
  method: string;
  /** As it stood in the URL. */
  rawPath: string;
  /** Percent-decoded, with the base path the store is mounted at. */
  path: string;
  bucket: string;
  key: string;
  query: [name: string, value: string][];
  headers: Headers;
  body: ReadableStream<Uint8Array> | null;
  signal: AbortSignal;
}

export function readS3Request(request: Request, basePath: string): S3Request {
  const { pathname, search } = splitUrl(request.url);
  const path = decode(pathname);
  if (path !== basePath && !path.startsWith(`${basePath}/`))
    throw new S3Error("InvalidURI", "Not under the store's path.");
  const [bucket = "", ...rest] = path.slice(basePath.length + 1).split("/");
  const key = rest.join("/");
  if (bucket) assertBucketName(bucket);
  if (key) assertKey(key);
  const { method, headers, body, signal } = request;
  return { method, rawPath: pathname, path, bucket, key, query: readQuery(search), headers, body, signal };
}

/** Exact, undecoded path and query of an absolute URL; `URL` would change some of its characters. */
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

/** A `+` in a query stands for a space, in its meaning and in its signature. */
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

/** The first value of a query parameter; undefined where it is absent. */
export function parameter(request: S3Request, name: string): string | undefined {
  return request.query.find(([candidate]) => candidate === name)?.[1];
}

/** A header, or the `x-amz-*` parameter that presigning moves it to. */
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
 * Keys are hashed into paths, so none can leave the folder. Refused is what an HTTP server or URL parser on the way
 * rewrites (`.` and `..` segments, `//`): such a key would be reachable by some routes and not by others.
 */
export function assertKey(key: string): void {
  if (Buffer.byteLength(key) > MAX_KEY_BYTES) throw new S3Error("KeyTooLongError", "Your key is too long.");
  const isRewritten = /(^|\/)\.{1,2}(\/|$)|\/\/|^\//.test(key);
  if (key === "" || isRewritten || !key.isWellFormed()) {
    throw new S3Error("InvalidURI", "A key must not be empty nor have a segment that is empty, `.` or `..`.");
  }
}
