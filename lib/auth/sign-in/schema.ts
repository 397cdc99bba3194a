import { z } from "zod";

/** Six digits of an authenticator, or a recovery code; spaces and dashes as people type them. */
export const codeSchema = z
  .string()
  .transform((text) => text.toUpperCase().replaceAll(/[\s-]/g, ""))
  .pipe(z.string().regex(/^(\d{6}|[A-Z2-7]{10})$/, "Enter the six digits, or one of your recovery codes"));

export const secondStepSchema = z.object({ ticket: z.string().min(1).max(4096), code: codeSchema });
export type SecondStepInput = z.input<typeof secondStepSchema>;

/** How next-auth's client tells that a second step is due; the ticket follows. */
export const SECOND_STEP_PREFIX = "SecondStep ";
