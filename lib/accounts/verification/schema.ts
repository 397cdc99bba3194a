import { z } from "zod";
import { ownPasswordSchema } from "@/lib/accounts/schema";
import { tokenSchema } from "@/lib/accounts/tokens/schema";

/** The password is left out by who is signed in to the very account. */
export const verifyEmailSchema = z.object({ token: tokenSchema, password: ownPasswordSchema.optional() });
export type VerifyEmailInput = z.input<typeof verifyEmailSchema>;
