import { constants, setPriority } from "node:os";
import { resolve as resolvePath } from "node:path";
import type { FilePath } from "@/lib/analysis/decode/containers/byte-source";
import type { DrawnAvatar } from "@/lib/analysis/pictures/avatar";
import type { PreviewCut } from "@/lib/analysis/playable/copy-writer";
import { AnalysisFailure } from "@/lib/analysis/record/failures";
import type { ValueName } from "@/lib/analysis/record/measured-values";
import type { WantedRegion } from "@/lib/analysis/regions/cut";
import type { DecodedFacts } from "@/lib/analysis/windows/decoded-file";
import { locateWorkerBundle } from "@/runtime/worker-bundle";
import { FairQueue } from "./fair-queue";
import { TIME_LIMITS, type WorkerLimits } from "./limits";
import { thisMachine, workerMemoryBytes, workersFor } from "./machine";
import { WorkerProcess } from "./worker-process";
import type {
  AnalysisProgress,
  AnalysisResult,
  CopyResult,
  CutResult,
  HearResult,
  ResultOf,
  TagsResult,
  WorkerRequest,
} from "./worker-protocol";

interface PoolInput {
  path: FilePath;
  /** Whose file it is. The pool serves one file of each in turn. */
  fairnessKey: string;
  /** Whether it should take moments only. A pool with a lane for such files lets nothing else hold them up. */
  isShort?: boolean | undefined;
  signal?: AbortSignal | undefined;
  onProgress?: (progress: AnalysisProgress) => void;
}

export interface AnalyzeInput extends PoolInput {
  pictures: boolean;
  /** What to measure; everything by default. */
  values?: readonly ValueName[];
  /** A longer recording is refused as too long. */
  mostSeconds?: number;
}

export interface CopyInput extends PoolInput {
  toPath: string;
  /** Make none unless the file is several recordings in a row. */
  onlyIfChained: boolean;
  /** For strangers: with 16 bits, and cut. Left out for a copy of all that was heard. */
  preview?: PreviewCut;
}

export interface TagsInput extends PoolInput {
  /** Whether the cover is wanted too. */
  cover: boolean;
}

export interface HearInput extends PoolInput {
  /** Which part; null for all of it. */
  region: { startSeconds: number; endSeconds: number } | null;
  mostSeconds: number;
  floorDb: number;
}

export interface CutInput extends PoolInput {
  regions: readonly WantedRegion[];
  /** Whether cuts move to zero crossings nearby. */
  isSnapped: boolean;
  /** No file becomes larger. */
  mostBytes: number;
}

export interface KeepInput extends PoolInput {
  toFolder: string;
  /** The first segment that is kept, and how many bytes of segments. */
  fromSegment: number;
  mostBytes: number;
}

export interface PoolOptions {
  /** How many files are analysed at once. By default `ANALYSIS_WORKERS`, or what the machine has cores and memory for. */
  size?: number | undefined;
  /** Keeps one worker more, which only takes short files. */
  quickLane?: boolean | undefined;
  /** Its workers get about a tenth of a core that others want. */
  isYielding?: boolean | undefined;
  /** Path of the worker's bundle, if the caller knows it. */
  workerPath?: string | undefined;
  limits?: Partial<WorkerLimits> | undefined;
}

interface Job {
  input: PoolInput;
  request: WorkerRequest;
  isShort: boolean;
  resolve(result: ResultOf<WorkerRequest>): void;
  reject(reason: unknown): void;
}

const IDLE_MS = 60_000;

/** Opens files in child processes, to measure them or a part of them, to copy them or to read their tags, so that nothing a file does can affect this process or another file. */
export class AnalysisPool {
  private readonly size: number;
  private readonly queue = new FairQueue<Job>();
  private readonly idle = new Map<WorkerProcess, NodeJS.Timeout>();
  private readonly busy = new Set<WorkerProcess>();
  private readonly limits: WorkerLimits;
  private active = 0;
  private quickIsFree: boolean;
  private closed = false;

  constructor(private readonly options: PoolOptions = {}) {
    const machine = thisMachine();
    this.size = Math.max(1, options.size ?? (Number(process.env.ANALYSIS_WORKERS) || workersFor(machine)));
    this.quickIsFree = options.quickLane ?? false;
    this.limits = { memoryBytes: workerMemoryBytes(machine, this.size), ...TIME_LIMITS, ...options.limits };
  }

  /**
   * Resolves with the record, and with the pictures if they were asked for.
   * @throws AnalysisFailure with one of the codes in `ANALYSIS_FAILURES`
   * @throws NotShort if it was to be short, and the lane for short files has given it up
   * @throws the signal's reason if it was aborted
   */
  async analyze(input: AnalyzeInput): Promise<AnalysisResult> {
    const { pictures, values = null, mostSeconds = null } = input;
    return this.run(input, { task: "analyze", path: absolute(input.path), pictures, values, mostSeconds });
  }

  /**
   * Writes a copy that every browser plays to `toPath`, unless none is needed.
   * @throws as `analyze` does
   */
  async copy(input: CopyInput): Promise<CopyResult> {
    const { onlyIfChained, preview = null } = input;
    const toPath = resolvePath(input.toPath);
    return this.run(input, { task: "copy", path: absolute(input.path), toPath, onlyIfChained, preview });
  }

  /**
   * Resolves with what the file says about itself. Damaged tags are left out, not refused.
   * @throws as `analyze` does
   */
  async readTags(input: TagsInput): Promise<TagsResult> {
    return this.run(input, { task: "tags", path: absolute(input.path), cover: input.cover });
  }

  /**
   * Measures a part of a file, to search with what it sounds like.
   * @throws as `analyze` does
   */
  async hear(input: HearInput): Promise<HearResult> {
    const { region, mostSeconds, floorDb } = input;
    const [fromSeconds, toSeconds] = region ? [region.startSeconds, region.endSeconds] : [0, null];
    return this.run(input, { task: "hear", path: absolute(input.path), fromSeconds, toSeconds, mostSeconds, floorDb });
  }

  /**
   * Cuts regions of a file into WAV files, in one pass.
   * @throws as `analyze` does
   */
  async cut({ regions, isSnapped, mostBytes, ...input }: CutInput): Promise<CutResult> {
    const wanted = regions.map((region) => ({ ...region, toPath: resolvePath(region.toPath) }));
    return this.run(input, { task: "cut", path: absolute(input.path), regions: wanted, isSnapped, mostBytes });
  }

  /**
   * Keeps the decoded samples of a file in a folder.
   * @throws as `analyze` does
   */
  async keepDecoded({ toFolder, fromSegment, mostBytes, ...input }: KeepInput): Promise<DecodedFacts> {
    const wanted = { toFolder: resolvePath(toFolder), fromSegment, mostBytes };
    return this.run(input, { task: "keep", path: absolute(input.path), ...wanted });
  }

  /**
   * Draws a person's picture anew in two squares, or says why not.
   * @throws as `analyze` does
   */
  async drawAvatar(input: PoolInput): Promise<DrawnAvatar> {
    return this.run(input, { task: "avatar", path: absolute(input.path) });
  }

  private run<Request extends WorkerRequest>(input: PoolInput, request: Request): Promise<ResultOf<Request>> {
    return new Promise((resolve, reject) => {
      const { signal, fairnessKey, isShort = false } = input;
      if (signal?.aborted) return reject(signal.reason);
      if (this.closed) return reject(new AnalysisFailure("internal", "the pool is closed"));
      const job: Job = { input, request, isShort, resolve: (result) => resolve(result as ResultOf<Request>), reject };
      signal?.addEventListener(
        "abort",
        () => {
          if (this.queue.remove(fairnessKey, job)) reject(signal.reason);
        },
        { once: true },
      );
      this.queue.add(fairnessKey, job);
      this.pump();
    });
  }

  stats(): { size: number; active: number; queued: number; pids: number[] } {
    const workers = [...this.idle.keys(), ...this.busy];
    const pids = workers.flatMap((worker) => worker.pid ?? []);
    return { size: this.size, active: this.active, queued: this.queue.size, pids };
  }

  /** Kills every worker at once. Whatever was being analysed or waiting fails with `internal`. */
  close(): void {
    this.closed = true;
    const failure = new AnalysisFailure("internal", "the pool is closed");
    for (let job = this.queue.take(); job; job = this.queue.take()) job.reject(failure);
    for (const [worker, timer] of this.idle) {
      clearTimeout(timer);
      worker.kill();
    }
    this.idle.clear();
    for (const worker of this.busy) worker.kill(failure);
  }

  private pump(): void {
    while (this.active < this.size) {
      const job = this.queue.take();
      if (!job) return;
      this.active++;
      void this.serve(job).finally(() => {
        this.active--;
        this.pump();
      });
    }
    const short = this.quickIsFree && this.queue.take(({ isShort }) => isShort);
    if (!short) return;
    this.quickIsFree = false;
    void this.serve(short, this.limits.quickSeconds).finally(() => {
      this.quickIsFree = true;
      this.pump();
    });
  }

  private async serve({ input, request, resolve, reject }: Job, mostSeconds?: number): Promise<void> {
    let worker: WorkerProcess | null = null;
    const abort = () => worker?.kill();
    input.signal?.addEventListener("abort", abort, { once: true });
    try {
      worker = this.takeIdle() ?? (await this.startWorker());
      this.busy.add(worker);
      if (this.closed) worker.kill(new AnalysisFailure("internal", "the pool is closed"));
      input.signal?.throwIfAborted();
      resolve(await worker.run(request, { mostSeconds, onProgress: input.onProgress }));
    } catch (error) {
      reject(input.signal?.aborted ? input.signal.reason : error);
    } finally {
      input.signal?.removeEventListener("abort", abort);
      if (worker) this.release(worker);
    }
  }

  private takeIdle(): WorkerProcess | null {
    for (const [worker, timer] of this.idle) {
      clearTimeout(timer);
      this.idle.delete(worker);
      if (worker.isFit) return worker;
      worker.kill();
    }
    return null;
  }

  private async startWorker(): Promise<WorkerProcess> {
    try {
      const bundlePath = this.options.workerPath ?? (await locateWorkerBundle());
      const worker = await WorkerProcess.start(bundlePath, this.limits);
      if (this.options.isYielding) yieldToOthers(worker.pid);
      return worker;
    } catch (error) {
      if (error instanceof AnalysisFailure) throw error;
      throw new AnalysisFailure("internal", String(error), { cause: error });
    }
  }

  private release(worker: WorkerProcess): void {
    this.busy.delete(worker);
    if (!worker.isFit || this.closed) {
      worker.kill();
      return;
    }
    const retire = () => {
      this.idle.delete(worker);
      worker.kill();
    };
    this.idle.set(worker, setTimeout(retire, IDLE_MS).unref());
  }
}

const absolute = (path: FilePath) => (typeof path === "string" ? resolvePath(path) : path);

const POOL = Symbol.for("samplemind.analysis-pool");
const QUERY_POOL = Symbol.for("samplemind.query-pool");
const WINDOW_POOL = Symbol.for("samplemind.window-pool");
const TRYOUT_POOL = Symbol.for("samplemind.tryout-pool");
type Holder = {
  [POOL]?: AnalysisPool;
  [QUERY_POOL]?: AnalysisPool;
  [WINDOW_POOL]?: AnalysisPool;
  [TRYOUT_POOL]?: AnalysisPool;
};

/**
 * The one pool of this process for files of the library.
 * `analysisPool().analyze({ path, fairnessKey, pictures, signal })` gives the record and the pictures, or throws an
 * `AnalysisFailure` with a code. The pool outlives hot reloads; the options of the first call hold.
 */
export function analysisPool(options?: PoolOptions): AnalysisPool {
  const holder = globalThis as Holder;
  holder[POOL] ??= new AnalysisPool(options);
  return holder[POOL];
}

/** A worker of its own for sounds that somebody searches with, and for pictures of people: they wait for no upload, and no upload for them. */
export function queryPool(): AnalysisPool {
  const holder = globalThis as Holder;
  holder[QUERY_POOL] ??= singleWorker();
  return holder[QUERY_POOL];
}

/** A worker of its own for recordings that somebody looks into: some take minutes to decode, and nothing else waits for them. */
export function windowPool(): AnalysisPool {
  const holder = globalThis as Holder;
  holder[WINDOW_POOL] ??= singleWorker();
  return holder[WINDOW_POOL];
}

/**
 * A worker of its own for files of strangers. What people uploaded and wait for has the cores first, so it is no sign of
 * a broken file that its worker reports nothing for a while. Whoever asks ends what takes too long.
 */
export function tryoutPool(): AnalysisPool {
  const holder = globalThis as Holder;
  holder[TRYOUT_POOL] ??= singleWorker({ isYielding: true, limits: { allowanceSeconds: 60, stallSeconds: 60 } });
  return holder[TRYOUT_POOL];
}

function singleWorker(options: PoolOptions = {}): AnalysisPool {
  const machine = thisMachine();
  const memoryBytes = workerMemoryBytes(machine, workersFor(machine));
  return new AnalysisPool({ size: 1, ...options, limits: { memoryBytes, ...options.limits } });
}

/** A system that does not allow it lets them run like the others. */
function yieldToOthers(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // Nobody waits for longer than a stranger's file takes.
  }
}
