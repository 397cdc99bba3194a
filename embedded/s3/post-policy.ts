import { z } from "zod";
import { S3Error } from "./s3-error";
import { type Credentials, checkCredential, equalHex, parseAmzDate, signString } from "./signature-v4";

const MAX_AGE_MS = 7 * 24 * 60 * 60 * 1000;
const MAX_SKEW_MS = 15 * 60 * 1000;
const UNCONDITIONED = new Set(["policy", "x-amz-signature", "file", "bucket"]);

const policySchema = z.object({
  expiration: z.iso.datetime({ offset: true }),
  conditions: z.array(
    z.union([
      z.tuple([z.string().toLowerCase().pipe(z.literal("content-length-range")), z.coerce.number(), z.coerce.number()]),
      z.tuple([
        z
          .string()
          .toLowerCase()
          .pipe(z.enum(["eq", "starts-with"])),
        z.string().startsWith("$"),
        z.string(),
      ]),
      z.record(z.string(), z.string()),
    ]),
  ),
});
type Policy = z.infer<typeof policySchema>;

export interface SizeLimits {
  minBytes: number;
  maxBytes: number;
}

/**
 * Verifies a form's policy: its signature, its date, that a condition allows every field, and that every condition
 * holds. `fields` have lower-case names, `bucket` is the one in the URL. Returns the limits of the file's size.
 */
export function checkPostPolicy(
  fields: ReadonlyMap<string, string>,
  bucket: string,
  credentials: Credentials,
  now: Date,
): SizeLimits {
  const policyText = fields.get("policy");
  if (!policyText || !fields.get("x-amz-signature")) throw denied("The form has no signed policy.");
  checkPolicySignature(fields, policyText, credentials, now);
  const policy = parsePolicy(policyText);
  if (new Date(policy.expiration) < now) throw denied("Invalid according to Policy: Policy expired.");
  const actual = new Map(fields);
  if ((actual.get("bucket") ?? bucket) !== bucket) throw denied("The form names a different bucket from its address.");
  actual.set("bucket", bucket);
  return checkConditions(policy, actual);
}

function checkPolicySignature(
  fields: ReadonlyMap<string, string>,
  policyText: string,
  credentials: Credentials,
  now: Date,
): void {
  if (fields.get("x-amz-algorithm") !== "AWS4-HMAC-SHA256") throw denied("Only AWS4-HMAC-SHA256 is accepted.");
  const amzDate = fields.get("x-amz-date") ?? "";
  const ageMs = now.getTime() - parseAmzDate(amzDate).getTime();
  if (ageMs > MAX_AGE_MS || ageMs < -MAX_SKEW_MS) throw denied("The policy's date is too far from the current time.");
  const { signingKey } = checkCredential(fields.get("x-amz-credential") ?? "", amzDate, credentials);
  if (!equalHex(signString(signingKey, policyText), fields.get("x-amz-signature") ?? "")) {
    throw new S3Error("SignatureDoesNotMatch", "The policy's signature does not match.");
  }
}

function parsePolicy(text: string): Policy {
  try {
    return policySchema.parse(JSON.parse(Buffer.from(text, "base64").toString("utf8")));
  } catch (cause) {
    throw new S3Error("InvalidPolicyDocument", "The form's policy document is not valid.", { cause });
  }
}

function checkConditions(policy: Policy, fields: ReadonlyMap<string, string>): SizeLimits {
  const limits: SizeLimits = { minBytes: 0, maxBytes: Number.POSITIVE_INFINITY };
  const conditioned = new Set<string>();
  const require = (name: string, isAllowed: (value: string) => boolean) => {
    const field = name.toLowerCase();
    conditioned.add(field);
    if (!isAllowed(fields.get(field) ?? "")) throw denied(`Invalid according to Policy: condition on ${field} failed.`);
  };
  for (const condition of policy.conditions) {
    if (!Array.isArray(condition)) {
      for (const [name, value] of Object.entries(condition)) require(name, (given) => given === value);
    } else if (condition[0] === "content-length-range") {
      limits.minBytes = Math.max(limits.minBytes, condition[1]);
      limits.maxBytes = Math.min(limits.maxBytes, condition[2]);
    } else {
      const [operator, name, value] = condition;
      require(name.slice(1), (given) => (operator === "eq" ? given === value : given.startsWith(value)));
    }
  }
  if (!conditioned.has("bucket")) throw denied("Invalid according to Policy: it names no bucket.");
  for (const name of fields.keys()) {
    if (!conditioned.has(name) && !UNCONDITIONED.has(name) && !name.startsWith("x-ignore-")) {
      throw denied(`Invalid according to Policy: extra input fields: ${name}.`);
    }
  }
  return limits;
}

function denied(message: string): S3Error {
  return new S3Error("AccessDenied", message);
}
