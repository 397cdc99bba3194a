import { z } from "zod";
import { ownPasswordSchema } from "@/lib/accounts/schema";
import { tokenSchema } from "@/lib/accounts/tokens/schema";

/** A person who is signed in to the same account leaves the password out. */
export const verifyEmailSchema = z.object({ token: tokenSchema, password: ownPasswordSchema.optional() });
export type VerifyEmailInput = z.input<typeof verifyEmailSchema>;
