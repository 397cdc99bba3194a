import { z } from "zod";
import { msg } from "@/lib/language/text";
import { TOKEN_SHAPE } from "./token-shape";

export type TokenPurpose = "verify-email" | "reset-password" | "change-email";

/** A token as a link carries it. The database is not asked for anything of another shape. */
export const tokenSchema = z.string().regex(TOKEN_SHAPE, msg("This link is incomplete"));
