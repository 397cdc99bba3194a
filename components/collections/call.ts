import { errorText } from "@/components/forms/error-text";
import { toast } from "@/components/ui/toast";
import type { ErrorCode } from "@/lib/errors";

interface Answer {
  ok: boolean;
  problem?: { code: string; title?: string; detail?: string } | null;
}

/** The answer if it is a good one. Says why not otherwise, and that nothing has changed. */
export async function orSay<Given extends Answer>(
  what: string,
  asking: Promise<Given>,
): Promise<Extract<Given, { ok: true }> | null> {
  const answer = await asking.catch(() => null);
  if (answer?.ok) return answer as Extract<Given, { ok: true }>;
  const { code, title, detail } = answer?.problem ?? {};
  const text = title ? [title, detail].filter(Boolean).join(". ") : errorText(code as ErrorCode | undefined);
  toast.error(`${what} did not work`, { description: text });
  return null;
}
