import { z } from "zod";
import type { Result } from "@/lib/errors";

/** What a form shows once it was sent: with scripts in its place, and without in the page that comes as the answer. */
export interface FormAnswer<Reason extends string> {
  isDone: boolean;
  reason: Reason | null;
  /** The first message of each field that was not accepted. */
  fields: Partial<Record<string, string>>;
  /** What was typed, so that nothing of it is lost. */
  typed: Record<string, string>;
}

/** Fields that Next.js adds to a form to find its action. */
const NOT_OURS = "$ACTION";

/** The texts of a form, as a browser sends it with scripts or without, or as an object. */
export const formFields = z.preprocess(
  (sent) =>
    sent instanceof FormData ? Object.fromEntries([...sent].filter(([name]) => !name.startsWith(NOT_OURS))) : sent,
  z.record(z.string(), z.string()),
);

/** Checks what was typed and calls the verb with it. Whatever comes of it, the texts go back to the form. */
export async function answerForm<Schema extends z.ZodType, Reason extends string>(
  schema: Schema,
  typed: Record<string, string>,
  verb: (input: z.input<Schema>) => Promise<Result<unknown, Reason>>,
): Promise<FormAnswer<Reason>> {
  const checked = schema.safeParse(typed);
  if (!checked.success) return { isDone: false, reason: null, fields: firstMessages(checked.error), typed };
  const result = await verb(typed as z.input<Schema>);
  if (result.ok) return { isDone: true, reason: null, fields: {}, typed: {} };
  return { isDone: false, reason: result.reason, fields: {}, typed };
}

function firstMessages(error: z.ZodError): Record<string, string> {
  const messages: Record<string, string> = {};
  for (const { path, message } of error.issues) messages[String(path[0] ?? "")] ??= message;
  return messages;
}
