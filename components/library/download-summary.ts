import { errorText } from "@/components/forms/error-text";
import { type ApiAnswer, callApi } from "@/lib/api/client";
import type { Text } from "@/lib/language/text";
import type { Selection } from "@/lib/library/schema";

type Answer = Extract<ApiAnswer<"POST /downloads/summary">, { ok: true }>;
export type DownloadSummary = Answer["body"]["data"];

/** How many files a selection has. Throws if the signal is aborted. */
export async function summaryOf(
  selection: Selection,
  signal: AbortSignal,
  t: Text,
): Promise<{ summary: DownloadSummary | null; problem: string | null }> {
  const answer = await callApi("POST /downloads/summary", { body: { selection }, signal }).catch(() => null);
  signal.throwIfAborted();
  if (answer?.ok) return { summary: answer.body.data, problem: null };
  const { title, detail } = answer?.problem ?? {};
  const said = [title, detail].flatMap((text) => (text ? [t(text)] : []));
  return { summary: null, problem: said.join(". ") || t(errorText()) };
}
