import { logger } from "@/lib/platform/logger";
import type { Comparing } from "@/lib/similarity/engine/compared-rows";
import type { SoundHit } from "@/lib/similarity/schema";
import { ForkedWorker, type WorkerEnded } from "@/runtime/forked-worker";
import { locateBundle } from "@/runtime/worker-bundle";
import type { IndexReport, IndexRequest, IndexState, IndexStatistics } from "./protocol";
import type { Asking } from "./turns";

/**
 * An answer takes tens of milliseconds. After this long, and a little more for each question of many, it is somebody
 * else's: whoever takes it from a process that is only busy has much more work with it.
 */
const ANSWER_MS = 5000;
const QUESTION_MS = 500;
/** The process says something every second. If it does not for so long, it is replaced. */
const SILENCE_MS = 30_000;
const START_SECONDS = 30;
const RESTART_MIN_MS = 250;
const RESTART_MAX_MS = 30_000;

type Answer = Extract<IndexReport, { type: "answer" | "compared" }>;
type Settle = (answer: Answer | null) => void;

/**
 * The application's side of the process with the index of sounds: starts it, asks it, and replaces it when it ends,
 * after a wait that doubles each time. Whatever happens to the process, a question is answered or given back.
 */
export class IndexClient {
  #worker: ForkedWorker | null = null;
  #state: IndexState | null = null;
  #restarts = 0;
  #waitMs = RESTART_MIN_MS;
  #isStopped = false;
  #lastId = 0;
  #heardMs = 0;
  #restartTimer: NodeJS.Timeout | undefined;
  readonly #open = new Map<number, Settle>();
  readonly #watch: NodeJS.Timeout;

  constructor(private readonly databaseUrl: string) {
    this.#watch = setInterval(() => this.#replaceIfSilent(), SILENCE_MS / 3).unref();
    void this.#start();
  }

  statistics(): IndexStatistics {
    const status = this.#state === null ? "starting" : this.#state.isReady ? "ready" : "building";
    return { status, state: this.#state, processId: this.#worker?.pid ?? null, restarts: this.#restarts };
  }

  /**
   * One list of hits for each question. Null if the process cannot answer now, or does not in time.
   * @throws what `signal` was aborted with
   */
  async ask(asking: Asking, signal?: AbortSignal): Promise<SoundHit[][] | null> {
    const withinMs = ANSWER_MS + asking.questions.length * QUESTION_MS;
    const answer = await this.#exchange((id) => ({ type: "ask", id, asking }), withinMs, signal);
    return answer?.type === "answer" ? answer.hits : null;
  }

  /** How alike samples are to a sound. Null if the process cannot answer now, or does not in time. */
  async compare(comparing: Comparing, signal?: AbortSignal): Promise<SoundHit[] | null> {
    const answer = await this.#exchange((id) => ({ type: "compare", id, comparing }), ANSWER_MS, signal);
    return answer?.type === "compared" ? answer.hits : null;
  }

  async #exchange(
    requestOf: (id: number) => IndexRequest,
    withinMs: number,
    signal?: AbortSignal,
  ): Promise<Answer | null> {
    signal?.throwIfAborted();
    const worker = this.#worker;
    if (!worker || !this.#state?.isReady) return null;
    const id = ++this.#lastId;
    const giveUp = () => this.#settle(id, null);
    const timer = setTimeout(giveUp, withinMs);
    signal?.addEventListener("abort", giveUp);
    try {
      const answer = await new Promise<Answer | null>((resolve) => {
        this.#open.set(id, resolve);
        worker.tell(requestOf(id));
      });
      if (answer === null) worker.tell({ type: "cancel", id });
      signal?.throwIfAborted();
      return answer;
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener("abort", giveUp);
    }
  }

  stop(): void {
    this.#isStopped = true;
    clearInterval(this.#watch);
    clearTimeout(this.#restartTimer);
    this.#worker?.kill();
  }

  async #start(): Promise<void> {
    try {
      const bundle = await locateBundle("similarity-index");
      const worker = await ForkedWorker.start(bundle, { startSeconds: START_SECONDS, keepsStderr: true });
      if (this.#isStopped) return worker.kill();
      this.#worker = worker;
      this.#heardMs = performance.now();
      worker.listen<IndexReport>(
        (report) => this.#heard(report),
        (how) => this.#ended(how),
      );
      worker.tell({ type: "open", databaseUrl: this.databaseUrl });
    } catch (error) {
      this.#startAgain(error);
    }
  }

  #heard(report: IndexReport): void {
    this.#heardMs = performance.now();
    if (report.type === "answer" || report.type === "compared") this.#settle(report.id, report);
    if (report.type === "unready") this.#settle(report.id, null);
    if (report.type !== "state") return;
    if (report.state.isReady) this.#waitMs = RESTART_MIN_MS;
    if (report.state.trouble !== null && report.state.trouble !== this.#state?.trouble) {
      logger().warn({ trouble: report.state.trouble }, "the index of sounds cannot read the database");
    }
    this.#state = report.state;
  }

  #ended(how: WorkerEnded): void {
    this.#worker = null;
    this.#state = null;
    for (const id of [...this.#open.keys()]) this.#settle(id, null);
    if (this.#isStopped) return;
    this.#restarts++;
    this.#startAgain(how);
  }

  #startAgain(error: unknown): void {
    if (this.#isStopped) return;
    const stderr = (error as Partial<WorkerEnded>).stderrTail;
    logger().warn({ err: error, stderr, waitMs: this.#waitMs }, "the index of sounds starts again");
    this.#restartTimer = setTimeout(() => void this.#start(), this.#waitMs).unref();
    this.#waitMs = Math.min(RESTART_MAX_MS, this.#waitMs * 2);
  }

  #replaceIfSilent(): void {
    if (this.#worker && performance.now() - this.#heardMs > SILENCE_MS) this.#worker.kill();
  }

  #settle(id: number, answer: Answer | null): void {
    this.#open.get(id)?.(answer);
    this.#open.delete(id);
  }
}

const shared = globalThis as unknown as { samplemindSimilarityIndex?: IndexClient };

/** The one index of this process, if it was started. */
export const runningIndex = (): IndexClient | null => shared.samplemindSimilarityIndex ?? null;

/** Starts the process with the index, once. Returns what stops it. */
export function startIndex(databaseUrl: string): () => void {
  shared.samplemindSimilarityIndex ??= new IndexClient(databaseUrl);
  const client = shared.samplemindSimilarityIndex;
  return () => {
    client.stop();
    if (shared.samplemindSimilarityIndex === client) delete shared.samplemindSimilarityIndex;
  };
}
