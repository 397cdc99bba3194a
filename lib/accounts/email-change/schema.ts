import { z } from "zod";
import { emailSchema, ownPasswordSchema } from "@/lib/accounts/schema";
import { verifyEmailSchema } from "@/lib/accounts/verification/schema";

/** `password` is left out by who has none, having come through another service. */
export const requestEmailChangeSchema = z.object({ email: emailSchema, password: ownPasswordSchema.optional() });
export type RequestEmailChangeInput = z.input<typeof requestEmailChangeSchema>;

/** As for confirming an address: the password is left out by who is signed in to the very account. */
export const confirmEmailChangeSchema = verifyEmailSchema;
export type ConfirmEmailChangeInput = z.input<typeof confirmEmailChangeSchema>;
