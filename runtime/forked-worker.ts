import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";

const STDERR_TAIL = 4096;

export interface ForkOptions {
  args?: readonly string[];
  /** Options for Node itself. */
  execArgv?: readonly string[];
  /** How long the program may take until its first message. No limit by default. */
  startSeconds?: number;
  /** Whether to keep the end of what it writes to standard error. */
  keepsStderr?: boolean;
}

/** The process ended before it answered. */
export class WorkerEnded extends Error {
  override readonly name = "WorkerEnded";

  constructor(
    /** Its exit code, or the signal that ended it. */
    readonly how: number | string | null,
    /** The last it wrote to standard error. */
    readonly stderrTail: string,
  ) {
    super(`the process ended with ${how}`);
  }
}

/**
 * A Node program in a process of its own, for work that must not harm this one. It sees none of the application's
 * secrets, can be killed at any time, and keeps this process running only while it starts or answers.
 */
export class ForkedWorker {
  private alive = true;
  private stderrTail = "";

  private constructor(private readonly child: ChildProcess) {
    child.stderr?.on("data", (chunk: Buffer) => {
      this.stderrTail = (this.stderrTail + chunk.toString("utf8")).slice(-STDERR_TAIL);
    });
    child.on("exit", () => {
      this.alive = false;
    });
    // A message to a process that has just died. Its exit is reported as well.
    child.on("error", () => {
      this.alive = false;
    });
  }

  /** Resolves with the program's first message. @throws WorkerEnded if it ends first or takes too long */
  static async start(bundlePath: string, options: ForkOptions = {}): Promise<ForkedWorker> {
    const { args = [], execArgv = [], startSeconds, keepsStderr = false } = options;
    const child = fork(bundlePath, args, {
      env: workerEnvironment(),
      // Without this it would inherit the application's own.
      execArgv: [...execArgv],
      serialization: "advanced",
      stdio: ["ignore", "ignore", keepsStderr ? "pipe" : "ignore", "ipc"],
    });
    const worker = new ForkedWorker(child);
    const gaveUp = startSeconds === undefined ? undefined : setTimeout(() => worker.kill(), startSeconds * 1000);
    try {
      await Promise.race([once(child, "message"), worker.death()]);
      return worker;
    } finally {
      clearTimeout(gaveUp);
      worker.leaveEventLoop();
    }
  }

  get pid(): number | undefined {
    return this.child.pid;
  }

  get isAlive(): boolean {
    return this.alive;
  }

  kill(): void {
    this.alive = false;
    this.child.kill("SIGKILL");
  }

  /**
   * Sends a message and reads replies until `answerIn` returns something other than undefined for one of them. An
   * error it throws is thrown here too. Ask one thing at a time.
   * @throws WorkerEnded if the process ends first
   */
  ask<Reply, Answer>(message: object, answerIn: (reply: Reply) => Answer | undefined): Promise<Answer> {
    const { child } = this;
    return new Promise<Answer>((resolve, reject) => {
      const settle = (finish: () => void) => {
        child.off("message", onMessage);
        child.off("close", onClose);
        this.leaveEventLoop();
        finish();
      };
      const onMessage = (reply: Reply) => {
        try {
          const answer = answerIn(reply);
          if (answer !== undefined) settle(() => resolve(answer));
        } catch (error) {
          settle(() => reject(error));
        }
      };
      const onClose = () => settle(() => reject(this.ending()));
      if (child.exitCode !== null || child.signalCode !== null) {
        reject(this.ending());
        return;
      }
      child.on("message", onMessage);
      child.on("close", onClose);
      child.ref();
      child.channel?.ref();
      child.send(message, () => undefined);
    });
  }

  /**
   * For a program that answers several questions at once: hears all it says from now on, and once that it has ended.
   * It does not keep this process running.
   */
  listen<Reply>(heard: (reply: Reply) => void, ended: (how: WorkerEnded) => void): void {
    this.child.on("message", heard);
    if (this.child.exitCode !== null || this.child.signalCode !== null) ended(this.ending());
    else this.child.once("close", () => ended(this.ending()));
    this.leaveEventLoop();
  }

  /** Sends a message. To a process that has ended, nothing is sent. */
  tell(message: object): void {
    if (this.alive && this.child.connected) this.child.send(message, () => undefined);
  }

  /** Rejects when the process has ended. "close" comes after the last of standard error, "exit" may come before. */
  private async death(): Promise<never> {
    await once(this.child, "close");
    throw this.ending();
  }

  private ending(): WorkerEnded {
    return new WorkerEnded(this.child.signalCode ?? this.child.exitCode, this.stderrTail);
  }

  private leaveEventLoop(): void {
    const { child } = this;
    child.unref();
    child.channel?.unref();
    const stderr = child.stderr as { unref?: () => void } | null;
    stderr?.unref?.();
  }
}

/** None of the application's secrets, and none of its Node options. */
function workerEnvironment(): NodeJS.ProcessEnv {
  const { NODE_ENV, SystemRoot, SAMPLEMIND_RUN } = process.env;
  // The last is the mark by which the next start finds a worker that outlived a killed application.
  const kept = { NODE_ENV, SystemRoot, SAMPLEMIND_RUN };
  return Object.fromEntries(Object.entries(kept).filter(([, value]) => value !== undefined)) as NodeJS.ProcessEnv;
}
