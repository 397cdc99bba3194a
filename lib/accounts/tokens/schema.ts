import { z } from "zod";

export type TokenPurpose = "verify-email" | "reset-password" | "change-email";

/** As a link carries it. What has another shape is no token of ours and is not asked for. */
export const tokenSchema = z.string().regex(/^[\w-]{43}$/, "This link is not complete");
