import { z } from "zod";
import { codeSchema } from "@/lib/accounts/second-factor/schema";

export const secondStepSchema = z.object({ ticket: z.string().min(1).max(4096), code: codeSchema });
export type SecondStepInput = z.input<typeof secondStepSchema>;
