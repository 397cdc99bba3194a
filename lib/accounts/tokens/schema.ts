import { z } from "zod";

export type TokenPurpose = "verify-email" | "reset-password" | "change-email";

/** A token as a link carries it. The database is not asked for anything of another shape. */
export const tokenSchema = z.string().regex(/^[\w-]{43}$/, "This link is incomplete");
