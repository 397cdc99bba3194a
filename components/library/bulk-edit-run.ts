import { callApi } from "@/lib/api/client";
import type { BulkEdit, BulkEditInput } from "@/lib/bulk-edits/schema";
import { msg } from "@/lib/language/text";

/** How often an edit that is still running is asked for, and while there is no answer. */
const ASK_MS = 400;
const ASK_LATER_MS = 10_000;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

const REFUSALS: Record<string, string> = {
  nothing_selected: msg("None of these samples is in the library any more."),
  too_many: msg("That is more samples than one edit can change. Narrow the search."),
  forbidden: msg("Your account is not allowed to change samples."),
  unauthenticated: msg("You are signed out. Sign in again in another tab, then try again."),
};

/** Why an edit was not begun or undone, as a sentence. */
export class EditRefused extends Error {}

const refusal = (code: string | undefined) =>
  new EditRefused((code && REFUSALS[code]) ?? msg("The server did not answer as expected. Try again in a moment."));

/**
 * Does an edit and follows it to its end. `onProgress` is told whenever it is known to be further. Asked again with the
 * same key, because the answer was lost, it is not done twice.
 */
export async function runBulkEdit(
  input: BulkEditInput,
  idempotencyKey: string,
  onProgress: (edit: BulkEdit) => void,
): Promise<BulkEdit> {
  const answer = await callApi("POST /bulk-edits", { body: input, idempotencyKey });
  if (!answer.ok) throw refusal(answer.problem?.code);
  return follow(answer.body.data, onProgress);
}

export async function undoBulkEdit(id: string, onProgress: (edit: BulkEdit) => void = () => {}): Promise<BulkEdit> {
  const answer = await callApi("POST /bulk-edits/:id/undo", { params: { id } });
  if (!answer.ok) throw refusal(answer.problem?.code);
  return follow(answer.body.data, onProgress);
}

async function follow(begun: BulkEdit, onProgress: (edit: BulkEdit) => void): Promise<BulkEdit> {
  let edit = begun;
  let wait = ASK_MS;
  while (edit.state === "running" || edit.state === "undoing") {
    onProgress(edit);
    await pause(wait);
    // It runs on whether or not anybody hears of it.
    const answer = await callApi("GET /bulk-edits/:id", { params: { id: edit.id } }).catch(() => null);
    if (answer?.ok) edit = answer.body.data;
    else if (answer?.status === 404 || answer?.status === 401) throw refusal(answer.problem?.code);
    wait = answer?.ok ? ASK_MS : Math.min(ASK_LATER_MS, wait * 2);
  }
  return edit;
}
