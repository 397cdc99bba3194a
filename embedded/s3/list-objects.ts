import { compareUtf8, type ListedKey } from "./key-index";
import type { Context } from "./object-operations";
import { S3Error } from "./s3-error";
import { parameter } from "./s3-request";
import { xmlResponse } from "./xml";

const MAX_KEYS = 1000;

interface Page {
  contents: ListedKey[];
  commonPrefixes: string[];
  /** Where the next page begins, or null on the last one. */
  next: Position | null;
}

/** After this key, or after every key with this prefix. */
type Position = { key: string } | { prefix: string };

/** One page of keys in UTF-8 order. Keys that share `prefix…delimiter` become one common prefix. */
export function listPage(
  keys: readonly ListedKey[],
  options: { prefix: string; delimiter: string; after: Position | null; maxKeys: number },
): Page {
  const { prefix, delimiter, maxKeys } = options;
  const page: Page = { contents: [], commonPrefixes: [], next: null };
  let position = Math.max(firstNotBefore(keys, prefix), options.after ? firstAfter(keys, options.after) : 0);
  let last: Position | null = null;
  for (let entry = keys[position]; entry?.key.startsWith(prefix); entry = keys[position]) {
    if (page.contents.length + page.commonPrefixes.length === maxKeys) {
      page.next = last;
      break;
    }
    const end = delimiter ? entry.key.indexOf(delimiter, prefix.length) : -1;
    if (end < 0) {
      page.contents.push(entry);
      last = { key: entry.key };
      position += 1;
    } else {
      last = { prefix: entry.key.slice(0, end + delimiter.length) };
      page.commonPrefixes.push(last.prefix);
      position = firstAfter(keys, last);
    }
  }
  return page;
}

function firstNotBefore(keys: readonly ListedKey[], key: string): number {
  return partition(keys, (candidate) => compareUtf8(candidate, key) >= 0);
}

function firstAfter(keys: readonly ListedKey[], position: Position): number {
  if ("key" in position) return partition(keys, (candidate) => compareUtf8(candidate, position.key) > 0);
  const { prefix } = position;
  return partition(keys, (candidate) => !candidate.startsWith(prefix) && compareUtf8(candidate, prefix) > 0);
}

/** The first position where the predicate holds. It must hold for all later ones too. */
function partition(keys: readonly ListedKey[], holds: (key: string) => boolean): number {
  let [low, high] = [0, keys.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(keys[middle]?.key ?? "")) high = middle;
    else low = middle + 1;
  }
  return low;
}

export async function listObjects({ store, request }: Context): Promise<Response> {
  await store.requireBucket(request.bucket);
  const [prefix, delimiter, startAfter] = ["prefix", "delimiter", "start-after"].map(
    (name) => parameter(request, name) ?? "",
  );
  const token = parameter(request, "continuation-token");
  const maxKeys = readMaxKeys(parameter(request, "max-keys"));
  const after = token === undefined ? (startAfter ? { key: startAfter } : null) : decodeToken(token);
  const keys = await store.index(request.bucket).keys();
  const page = listPage(keys, { prefix: prefix ?? "", delimiter: delimiter ?? "", after, maxKeys });
  const isUrl = parameter(request, "encoding-type") === "url";
  const encode = (text: string) => (isUrl ? encodeURIComponent(text).replaceAll("%2F", "/") : text);
  return xmlResponse("ListBucketResult", {
    Name: request.bucket,
    Prefix: encode(prefix ?? ""),
    Delimiter: delimiter ? encode(delimiter) : undefined,
    StartAfter: startAfter ? encode(startAfter) : undefined,
    EncodingType: isUrl ? "url" : undefined,
    MaxKeys: maxKeys,
    KeyCount: page.contents.length + page.commonPrefixes.length,
    IsTruncated: page.next !== null,
    ContinuationToken: token,
    NextContinuationToken: page.next ? encodeToken(page.next) : undefined,
    Contents: page.contents.map((entry) => ({
      Key: encode(entry.key),
      LastModified: new Date(entry.lastModifiedMs).toISOString(),
      ETag: `"${entry.etag}"`,
      Size: entry.sizeBytes,
      StorageClass: "STANDARD",
      Owner: parameter(request, "fetch-owner") === "true" ? { ID: "owner", DisplayName: "owner" } : undefined,
    })),
    CommonPrefixes: page.commonPrefixes.map((common) => ({ Prefix: encode(common) })),
  });
}

function readMaxKeys(text: string | undefined): number {
  if (text === undefined) return MAX_KEYS;
  if (!/^\d{1,9}$/.test(text)) throw new S3Error("InvalidArgument", "max-keys is not a number.");
  return Math.min(MAX_KEYS, Number(text));
}

function encodeToken(position: Position): string {
  const text = "key" in position ? `k${position.key}` : `p${position.prefix}`;
  return Buffer.from(text).toString("base64url");
}

function decodeToken(token: string): Position {
  const text = Buffer.from(token, "base64url").toString("utf8");
  if (text.startsWith("k")) return { key: text.slice(1) };
  if (text.startsWith("p")) return { prefix: text.slice(1) };
  throw new S3Error("InvalidArgument", "The continuation token provided is incorrect.");
}
