import { z } from "zod";
import { oneLine } from "@/lib/format/one-line";
import { formatCidr, parseCidr } from "@/lib/identity/api-keys/cidr";
import { msg } from "@/lib/language/text";
import { ALLOWED_CIDRS_MAX, EXPIRY_DAYS_MAX, KEY_SCOPES, REQUESTS_PER_MINUTE_MAX } from "./constants";

const cidr = z
  .string()
  .trim()
  .transform((text, check) => {
    const parsed = parseCidr(text);
    if (parsed) return formatCidr(parsed);
    check.addIssue({ code: "custom", message: msg`"${text}" is not an IP address or range such as 203.0.113.0/24` });
    return z.NEVER;
  });

export const createApiKeySchema = z.object({
  name: z
    .string()
    .transform(oneLine)
    .pipe(z.string().min(1, msg("Enter the name of the program")).max(100, msg("Use at most 100 characters"))),
  scopes: z
    .array(z.enum(KEY_SCOPES))
    .min(1, msg("Choose at least one permission"))
    .transform((scopes) => [...new Set(scopes)]),
  /** Null for a key that never expires. */
  expiresInDays: z.number().int().min(1).max(EXPIRY_DAYS_MAX).nullable(),
  /** Empty allows every address. */
  allowedCidrs: z
    .array(cidr)
    .max(ALLOWED_CIDRS_MAX, msg`Use at most ${ALLOWED_CIDRS_MAX} addresses and ranges`)
    .default([])
    .transform((cidrs) => [...new Set(cidrs)]),
  /** Null for the default limits. */
  requestsPerMinute: z
    .number({ error: msg("Enter a number") })
    .int(msg("Enter a whole number"))
    .min(1, msg("At least 1"))
    .max(REQUESTS_PER_MINUTE_MAX, msg`At most ${REQUESTS_PER_MINUTE_MAX}`)
    .nullable()
    .default(null),
});
export type CreateApiKey = z.input<typeof createApiKeySchema>;

export const apiKeyIdSchema = z.object({ id: z.uuid() });

/** A key as its owner sees it, without the secret. Times are ISO 8601. */
export interface ApiKeyListing {
  id: string;
  name: string;
  prefix: string;
  scopes: string[];
  allowedCidrs: string[];
  requestsPerMinute: number | null;
  createdAt: string;
  expiresAt: string | null;
  isExpired: boolean;
  lastUsedAt: string | null;
  lastUsedAddress: string | null;
}

/** A new key, the only time its secret is shown. */
export interface NewApiKey {
  id: string;
  secret: string;
}
