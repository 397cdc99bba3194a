import { z } from "zod";
import { emailSchema, ownPasswordSchema } from "@/lib/accounts/schema";
import { verifyEmailSchema } from "@/lib/accounts/verification/schema";

/** A person who signs in through another service has no password and leaves it out. */
export const requestEmailChangeSchema = z.object({ email: emailSchema, password: ownPasswordSchema.optional() });
export type RequestEmailChangeInput = z.input<typeof requestEmailChangeSchema>;

/** As for confirming an address: a person who is signed in to the same account leaves the password out. */
export const confirmEmailChangeSchema = verifyEmailSchema;
export type ConfirmEmailChangeInput = z.input<typeof confirmEmailChangeSchema>;
