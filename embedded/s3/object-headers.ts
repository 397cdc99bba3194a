import type { ObjectRecord } from "./object-file";
import { S3Error } from "./s3-error";
import { header, parameter, type S3Request } from "./s3-request";
import type { Checksum } from "./streaming-checksum";

const META = "x-amz-meta-";
const MAX_METADATA_BYTES = 2048;
const STORED = ["cache-control", "content-disposition", "content-language", "content-type", "expires"] as const;
const OVERRIDABLE = [...STORED, "content-encoding"] as const;
/** Refused, because ignoring them would look as if this store did what they ask for. */
const REFUSED = [
  "x-amz-server-side-encryption",
  "x-amz-object-lock-",
  "x-amz-tagging",
  "x-amz-website-redirect-location",
  "x-amz-write-offset-bytes",
];

type Described = Pick<ObjectRecord, "headers" | "metadata">;

/** The headers and metadata that a write gives its object. */
export function describedBy(request: S3Request): Described {
  const encoding = (request.headers.get("content-encoding") ?? "")
    .split(",")
    .map((coding) => coding.trim())
    .filter((coding) => coding !== "" && coding !== "aws-chunked")
    .join(",");
  const given: [string, string][] = STORED.map((name) => [name, request.headers.get(name) ?? ""]);
  const prefixed = [...request.headers.keys(), ...request.query.map(([name]) => name.toLowerCase())];
  const names = new Set(prefixed.filter((name) => name.startsWith("x-amz-")));
  return collect(
    [...given, ["content-encoding", encoding]],
    [...names].map((name) => [name, header(request, name) ?? ""]),
  );
}

/** Like `describedBy`, but from the fields of a form. */
export function describedByFields(fields: ReadonlyMap<string, string>): Described {
  const given = OVERRIDABLE.map((name): [string, string] => [name, fields.get(name) ?? ""]);
  return collect(given, [...fields]);
}

function collect(given: [string, string][], amazon: [string, string][]): Described {
  const refused = amazon.find(([name]) => REFUSED.some((prefix) => name.startsWith(prefix)));
  if (refused) throw new S3Error("NotImplemented", `${refused[0]} is not supported.`);
  const metadata = amazon
    .filter(([name]) => name.startsWith(META))
    .map(([name, value]) => [name.slice(META.length), value] as const);
  const metadataBytes = metadata.reduce((sum, entry) => sum + Buffer.byteLength(entry.join("")), 0);
  if (metadataBytes > MAX_METADATA_BYTES) {
    throw new S3Error("MetadataTooLarge", "Your metadata headers exceed the maximum allowed metadata size.");
  }
  return { headers: Object.fromEntries(given.filter(([, value]) => value)), metadata: Object.fromEntries(metadata) };
}

/** The headers of GET and HEAD, with the `response-*` overrides of a signed query. */
export function objectHeaders(request: S3Request, record: ObjectRecord): Headers {
  const headers = new Headers({
    "content-type": "binary/octet-stream",
    "accept-ranges": "bytes",
    etag: `"${record.etag}"`,
    "last-modified": new Date(record.lastModifiedMs).toUTCString(),
  });
  for (const [name, value] of Object.entries(record.headers)) headers.set(name, value);
  for (const [name, value] of Object.entries(record.metadata)) headers.set(META + name, value);
  for (const name of OVERRIDABLE) {
    const value = parameter(request, `response-${name}`);
    if (value === undefined) continue;
    try {
      headers.set(name, value);
    } catch (cause) {
      throw new S3Error("InvalidArgument", `response-${name} is not a header value.`, { cause });
    }
  }
  return headers;
}

export function checksumHeaders(checksum: Checksum | undefined): Record<string, string> {
  if (!checksum) return {};
  return { [`x-amz-checksum-${checksum.algorithm}`]: checksum.value, "x-amz-checksum-type": checksum.type };
}

/** The checksum as elements of an XML answer. */
export function checksumElements(checksum: Checksum | undefined): Record<string, string> {
  if (!checksum) return {};
  return { [`Checksum${checksum.algorithm.toUpperCase()}`]: checksum.value, ChecksumType: checksum.type };
}
