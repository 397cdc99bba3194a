import { z } from "zod";
import { codeSchema } from "@/lib/accounts/second-factor/schema";

export const secondStepSchema = z.object({ ticket: z.string().min(1).max(4096), code: codeSchema });
export type SecondStepInput = z.input<typeof secondStepSchema>;

/** Marks an error of next-auth's client that asks for the second step. The ticket follows. */
export const SECOND_STEP_PREFIX = "SecondStep ";
