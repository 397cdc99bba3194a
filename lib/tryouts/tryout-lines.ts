import type { AnalysisProgress } from "@/lib/analysis/worker/worker-protocol";
import { TRYOUT_LINES } from "./constants";
import type { TriedSound, TryoutLine, TryoutProblem } from "./tried-sound";

export interface LinesOptions {
  work: Promise<TriedSound>;
  /** Who is told how far the analysis is. */
  onProgress(listener: (progress: AnalysisProgress) => void): void;
  problemOf(error: unknown): TryoutProblem;
  /** Nobody reads on. */
  onGone(): void;
}

/** One JSON value a line: how far it is, and at last the sound or the problem. */
export function answerInLines({ work, onProgress, problemOf, onGone }: LinesOptions): Response {
  const encoder = new TextEncoder();
  let isOpen = true;
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const send = (line: TryoutLine) => {
        if (isOpen) controller.enqueue(encoder.encode(`${JSON.stringify(line)}\n`));
      };
      send({ phase: "waiting", fraction: null });
      onProgress(({ phase, fraction }) => send({ phase, fraction }));
      void work
        .then(
          (data) => send({ data }),
          (error) => send({ problem: problemOf(error) }),
        )
        .then(() => {
          if (isOpen) controller.close();
        });
    },
    cancel() {
      isOpen = false;
      onGone();
    },
  });
  const headers = {
    "Content-Type": TRYOUT_LINES,
    // A proxy that collects what it passes on would hold the lines back.
    "Cache-Control": "private, no-store, no-transform",
    "X-Accel-Buffering": "no",
    "X-Content-Type-Options": "nosniff",
  };
  return new Response(body, { headers });
}
