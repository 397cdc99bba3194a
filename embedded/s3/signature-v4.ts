import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import { S3Error } from "./s3-error";
import { header, parameter, type S3Request } from "./s3-request";

const ALGORITHM = "AWS4-HMAC-SHA256";
const MAX_SKEW_MS = 15 * 60 * 1000;
const MAX_EXPIRY_SECONDS = 7 * 24 * 60 * 60;
export const UNSIGNED_PAYLOAD = "UNSIGNED-PAYLOAD";
export const EMPTY_SHA256 = createHash("sha256").digest("hex");

export interface Credentials {
  accessKeyId: string;
  secretAccessKey: string;
  region: string;
}

/** A verified signature: the hash that its payload must have, and the start of the chain of chunk signatures. */
export interface Signature {
  /** Whether it is in the query: then whoever has the address can use it, not only a holder of the secret. */
  isPresigned: boolean;
  payloadHash: string;
  amzDate: string;
  scope: string;
  signingKey: Buffer;
  signature: string;
}

interface Claim {
  credential: string;
  amzDate: string;
  signedHeaders: string[];
  signature: string;
  payloadHash: string;
}

/** Verifies signature version 4 in the headers or in the query. Throws an S3Error if it is missing or wrong. */
export function verifySignature(request: S3Request, credentials: Credentials, now: Date): Signature {
  const inQuery =
    parameter(request, "X-Amz-Algorithm") !== undefined || parameter(request, "X-Amz-Signature") !== undefined;
  const authorization = request.headers.get("authorization");
  if (inQuery && authorization) throw new S3Error("InvalidArgument", "Only one auth mechanism allowed.");
  if (!inQuery && !authorization) throw new S3Error("AccessDenied", "Access Denied.");
  const claim = inQuery ? claimFromQuery(request, now) : claimFromHeaders(request, authorization ?? "", now);
  const { scope, signingKey } = checkCredential(claim.credential, claim.amzDate, credentials);
  checkSignedHeaders(request, claim.signedHeaders);
  const matches = canonicalRequests(request, claim).some((canonical) =>
    equalHex(signString(signingKey, ALGORITHM, claim.amzDate, scope, sha256(canonical)), claim.signature),
  );
  if (!matches) {
    throw new S3Error(
      "SignatureDoesNotMatch",
      "The request signature we calculated does not match the one you provided.",
    );
  }
  const { payloadHash, amzDate, signature } = claim;
  return { isPresigned: inQuery, payloadHash, amzDate, scope, signingKey, signature };
}

function claimFromHeaders(request: S3Request, authorization: string, now: Date): Claim {
  const fields =
    /^AWS4-HMAC-SHA256\s+Credential=([^,\s]+),\s*SignedHeaders=([^,\s]+),\s*Signature=([0-9a-f]{64})$/.exec(
      authorization,
    );
  const [, credential = "", signedHeaders = "", signature = ""] = fields ?? [];
  if (!fields) throw new S3Error("AuthorizationHeaderMalformed", "The authorization header is malformed.");
  const amzDate = request.headers.get("x-amz-date") ?? toAmzDate(request.headers.get("date"));
  const payloadHash = request.headers.get("x-amz-content-sha256");
  if (!payloadHash) throw new S3Error("MissingSecurityHeader", "Missing required header: x-amz-content-sha256.");
  if (Math.abs(parseAmzDate(amzDate).getTime() - now.getTime()) > MAX_SKEW_MS) {
    throw new S3Error(
      "RequestTimeTooSkewed",
      "The difference between the request time and the current time is too large.",
    );
  }
  return { credential, amzDate, signedHeaders: signedHeaders.split(";"), signature, payloadHash };
}

function claimFromQuery(request: S3Request, now: Date): Claim {
  const [algorithm, credential, amzDate, expires, signedHeaders, signature] = [
    "X-Amz-Algorithm",
    "X-Amz-Credential",
    "X-Amz-Date",
    "X-Amz-Expires",
    "X-Amz-SignedHeaders",
    "X-Amz-Signature",
  ].map((name) => parameter(request, name) ?? "");
  const expirySeconds = /^\d{1,6}$/.test(expires ?? "") ? Number(expires) : Number.NaN;
  if (algorithm !== ALGORITHM || !credential || !amzDate || !signedHeaders || !signature) {
    throw new S3Error(
      "AuthorizationQueryParametersError",
      "Query-string authentication requires all X-Amz-* parameters.",
    );
  }
  if (!(expirySeconds >= 1 && expirySeconds <= MAX_EXPIRY_SECONDS)) {
    throw new S3Error("AuthorizationQueryParametersError", "X-Amz-Expires must be between 1 second and one week.");
  }
  const startsAtMs = parseAmzDate(amzDate).getTime();
  if (startsAtMs - now.getTime() > MAX_SKEW_MS) throw new S3Error("AccessDenied", "Request is not valid yet.");
  if (now.getTime() > startsAtMs + expirySeconds * 1000) throw new S3Error("AccessDenied", "Request has expired.");
  const payloadHash = header(request, "x-amz-content-sha256") ?? UNSIGNED_PAYLOAD;
  return { credential, amzDate, signedHeaders: signedHeaders.split(";"), signature, payloadHash };
}

/** Checks `key/date/region/s3/aws4_request` and derives the key of that day. Shared with POST policies. */
export function checkCredential(
  credential: string,
  amzDate: string,
  credentials: Credentials,
): { scope: string; signingKey: Buffer } {
  const [accessKeyId = "", date = "", region, service, terminator, ...rest] = credential.split("/");
  const malformed =
    date !== amzDate.slice(0, 8) || service !== "s3" || terminator !== "aws4_request" || rest.length > 0;
  if (malformed || region !== credentials.region) {
    const message = `The credential must end in ${amzDate.slice(0, 8)}/${credentials.region}/s3/aws4_request.`;
    throw new S3Error("AuthorizationHeaderMalformed", message);
  }
  if (
    !timingSafeEqual(
      createHash("sha256").update(accessKeyId).digest(),
      createHash("sha256").update(credentials.accessKeyId).digest(),
    )
  ) {
    throw new S3Error("InvalidAccessKeyId", "The access key Id you provided does not exist in our records.");
  }
  const parts = [date, region, "s3", "aws4_request"];
  const signingKey = parts.reduce<Buffer>(
    (key, part) => hmac(key, part),
    Buffer.from(`AWS4${credentials.secretAccessKey}`),
  );
  return { scope: parts.join("/"), signingKey };
}

/** `host` and every `x-amz-*` header must be signed. An unsigned one could change what the signer allowed. */
function checkSignedHeaders(request: S3Request, signedHeaders: string[]): void {
  if (!signedHeaders.includes("host")) throw new S3Error("AccessDenied", "The host header must be signed.");
  for (const name of request.headers.keys()) {
    if (name.startsWith("x-amz-") && !signedHeaders.includes(name)) {
      throw new S3Error("AccessDenied", `There were headers present in the request which were not signed: ${name}.`);
    }
  }
  if (header(request, "x-amz-security-token")) throw new S3Error("InvalidToken", "Session tokens are not supported.");
}

/** One canonical request for each host that the client may have used and each spelling of the path. */
function canonicalRequests(request: S3Request, claim: Claim): string[] {
  const query = request.query
    .filter(([name]) => name !== "X-Amz-Signature")
    .map(([name, value]) => [encodeRfc3986(name), encodeRfc3986(value)] as const)
    .sort(([a, x], [b, y]) => compare(a, b) || compare(x, y))
    .map(([name, value]) => `${name}=${value}`)
    .join("&");
  const paths = new Set([request.path.split("/").map(encodeRfc3986).join("/"), request.rawPath]);
  const requests: string[] = [];
  for (const host of hostCandidates(request.headers)) {
    const headerLines = claim.signedHeaders.map((name) => {
      const value = name === "host" ? host : (request.headers.get(name) ?? "");
      return `${name}:${value.trim().replace(/ +/g, " ")}\n`;
    });
    for (const path of paths) {
      const signed = claim.signedHeaders.join(";");
      requests.push([request.method, path, query, headerLines.join(""), signed, claim.payloadHash].join("\n"));
    }
  }
  return requests;
}

/** Behind a proxy, the client's host is in X-Forwarded-Host. The store serves every host, so either is accepted. */
function hostCandidates(headers: Headers): Set<string> {
  const forwarded = (headers.get("x-forwarded-host") ?? "").split(",");
  return new Set([headers.get("host") ?? "", ...forwarded].map((host) => host.trim()).filter(Boolean));
}

export function signString(signingKey: Buffer, ...lines: string[]): string {
  return hmac(signingKey, lines.join("\n")).toString("hex");
}

export function equalHex(expected: string, given: string): boolean {
  const [a, b] = [Buffer.from(expected), Buffer.from(given)];
  return a.length === b.length && timingSafeEqual(a, b);
}

export function parseAmzDate(text: string): Date {
  const match = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(text);
  const date = match ? new Date(`${match[1]}-${match[2]}-${match[3]}T${match[4]}:${match[5]}:${match[6]}Z`) : null;
  if (!date || Number.isNaN(date.getTime())) throw new S3Error("AccessDenied", "The request has no valid date.");
  return date;
}

function toAmzDate(httpDate: string | null): string {
  const date = new Date(httpDate ?? "");
  return Number.isNaN(date.getTime()) ? "" : date.toISOString().replace(/[-:]|\.\d{3}/g, "");
}

function encodeRfc3986(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function hmac(key: Buffer, text: string): Buffer {
  return createHmac("sha256", key).update(text).digest();
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
