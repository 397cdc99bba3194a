import { errorText } from "@/components/forms/error-text";
import { toast } from "@/components/ui/toast";
import type { ErrorCode } from "@/lib/errors";
import { ENGLISH, type Text } from "@/lib/language/text";

interface Answer {
  ok: boolean;
  problem?: { code: string; title?: string; detail?: string } | null;
}

/** The answer if it is a good one. Says why not otherwise, and that nothing has changed. `what` is a marked text. */
export async function orSay<Given extends Answer>(
  what: string,
  asking: Promise<Given>,
  t: Text = ENGLISH,
): Promise<Extract<Given, { ok: true }> | null> {
  const answer = await asking.catch(() => null);
  if (answer?.ok) return answer as Extract<Given, { ok: true }>;
  const { code, title, detail } = answer?.problem ?? {};
  const said = [title, detail].flatMap((text) => (text ? [t(text)] : [])).join(". ");
  toast.error(t("{what} did not work", { what: t(what) }), {
    description: title ? said : t(errorText(code as ErrorCode | undefined)),
  });
  return null;
}
