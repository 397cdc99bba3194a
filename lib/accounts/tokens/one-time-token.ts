import { createHash, randomBytes } from "node:crypto";

const TOKEN_BYTES = 32;

/** 256 random bits for a link, as 43 characters that need no escaping. */
export const newToken = (): string => randomBytes(TOKEN_BYTES).toString("base64url");

/** What the database keeps of a token. It is random enough that nobody can guess it from a plain hash. */
export const tokenHash = (token: string): string => createHash("sha256").update(token).digest("hex");
