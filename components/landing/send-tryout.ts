import { msg } from "@/lib/language/text";
import { TRYOUT_BYTES_MAX, TRYOUT_LINES, TRYOUT_PATH } from "@/lib/tryouts/constants";
import type { TriedSound, TryoutLine, TryoutProblem } from "@/lib/tryouts/tried-sound";
import { TRYOUT_REFUSALS } from "@/lib/tryouts/tryout-refused";
import type { TryStage } from "./try-stage";

export type Tried = { ok: true; sound: TriedSound } | { ok: false; problem: TryoutProblem };

const NOT_SENT: TryoutProblem = {
  status: 0,
  code: "not_sent",
  title: msg("The file could not be sent"),
  detail: msg("Check your connection and try again."),
};

const refusedWith = (problem: TryoutProblem): Tried => ({ ok: false, problem });

/** Sends a file to be measured, and tells how far it is. Null if it was stopped. */
export function sendTryout(
  file: File,
  { onStage, signal }: { onStage(stage: TryStage): void; signal: AbortSignal },
): Promise<Tried | null> {
  if (file.size > TRYOUT_BYTES_MAX) {
    return Promise.resolve(refusedWith({ code: "too_large", ...TRYOUT_REFUSALS.too_large }));
  }
  if (signal.aborted) return Promise.resolve(null);
  // `fetch` does not say how much has been sent.
  const request = new XMLHttpRequest();
  return new Promise((resolve) => {
    let read = 0;
    let tried: Tried = refusedWith(NOT_SENT);
    const readLines = () => {
      const end = request.responseText.lastIndexOf("\n") + 1;
      const lines = request.responseText.slice(read, end).split("\n").filter(Boolean);
      read = Math.max(read, end);
      for (const text of lines) {
        const line = JSON.parse(text) as TryoutLine;
        if ("data" in line) tried = { ok: true, sound: line.data };
        else if ("problem" in line) tried = refusedWith(line.problem);
        else onStage({ name: line.phase, fraction: line.fraction });
      }
    };
    request.upload.onprogress = ({ loaded, total }) =>
      onStage(loaded < total ? { name: "sending", fraction: loaded / total } : { name: "waiting", fraction: null });
    request.onprogress = () => {
      if (request.status === 200) readLines();
    };
    request.onload = () => {
      if (request.status === 200) readLines();
      else tried = refusedWith(problemOf(request.responseText));
      resolve(tried);
    };
    // An upload that is refused half-way may look like a broken line.
    request.onerror = () => resolve(refusedWith(NOT_SENT));
    request.onabort = () => resolve(null);
    signal.addEventListener("abort", () => request.abort(), { once: true });
    request.open("POST", TRYOUT_PATH);
    request.setRequestHeader("Accept", TRYOUT_LINES);
    request.setRequestHeader("Content-Type", "application/octet-stream");
    request.send(file);
  });
}

/** What refused may be a proxy, which writes what it likes. */
function problemOf(text: string): TryoutProblem {
  try {
    const problem: Partial<TryoutProblem> | null = JSON.parse(text);
    const { title, code, detail, status } = problem ?? {};
    if (typeof title !== "string" || typeof code !== "string") return NOT_SENT;
    return { title, code, status: Number(status), detail: typeof detail === "string" ? detail : undefined };
  } catch {
    return NOT_SENT;
  }
}
