import type { ObjectRecord } from "./object-file";
import type { Precondition } from "./object-store";
import { S3Error } from "./s3-error";

/** The outcome of a read with `If-*` headers. */
export type ReadOutcome = "send" | "not_modified";

/** RFC 9110's order: If-Match, else If-Unmodified-Since; then If-None-Match, else If-Modified-Since. */
export function checkReadConditions(headers: Headers, record: ObjectRecord, prefix = ""): ReadOutcome {
  const [match, noneMatch] = [headers.get(`${prefix}if-match`), headers.get(`${prefix}if-none-match`)];
  const unmodifiedSince = httpSeconds(headers.get(`${prefix}if-unmodified-since`));
  const modifiedSince = httpSeconds(headers.get(`${prefix}if-modified-since`));
  const modifiedSeconds = Math.floor(record.lastModifiedMs / 1000);
  if (match !== null ? !listsEtag(match, record.etag) : unmodifiedSince !== null && modifiedSeconds > unmodifiedSince) {
    throw failed();
  }
  const isSame = noneMatch !== null ? listsEtag(noneMatch, record.etag) : isUnchanged(modifiedSeconds, modifiedSince);
  return isSame ? "not_modified" : "send";
}

/** `If-Match: <etag>` and `If-None-Match: *` on a write. Undefined if it is unconditional. */
export function writePrecondition(headers: Headers): Precondition | undefined {
  const [match, noneMatch] = [headers.get("if-match"), headers.get("if-none-match")];
  if (match === null && noneMatch === null) return undefined;
  if (noneMatch !== null && noneMatch.trim() !== "*") {
    throw new S3Error("NotImplemented", "If-None-Match on a write accepts only `*`.");
  }
  return (current) => {
    if (noneMatch !== null && current) throw failed();
    if (match === null) return;
    if (!current) throw new S3Error("NoSuchKey", "The specified key does not exist.");
    if (!listsEtag(match, current.etag)) throw failed();
  };
}

/** True if a range may be sent: there is no `If-Range`, or it names the object as it is now. */
export function rangeApplies(headers: Headers, record: ObjectRecord): boolean {
  const condition = headers.get("if-range");
  if (condition === null) return true;
  if (condition.includes('"')) return condition.trim() === `"${record.etag}"`;
  return httpSeconds(condition) === Math.floor(record.lastModifiedMs / 1000);
}

function listsEtag(list: string, etag: string): boolean {
  return list.split(",").some((item) => {
    const name = item.trim();
    return name === "*" || name.replace(/^W\//, "").replace(/^"(.*)"$/, "$1") === etag;
  });
}

function isUnchanged(modifiedSeconds: number, sinceSeconds: number | null): boolean {
  return sinceSeconds !== null && modifiedSeconds <= sinceSeconds;
}

function httpSeconds(date: string | null): number | null {
  const milliseconds = Date.parse(date ?? "");
  return Number.isNaN(milliseconds) ? null : Math.floor(milliseconds / 1000);
}

function failed(): S3Error {
  return new S3Error("PreconditionFailed", "At least one of the pre-conditions you specified did not hold.");
}
