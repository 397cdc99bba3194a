import type { Database } from "./database";
import type { Log } from "./log";
import type { Call } from "./queue";
import type { Registry } from "./registry";
import type { Keys } from "./signature";

/** What the parts of one running executor share. */
export interface Core {
  database: Database;
  registry: Registry;
  log: Log;
  /** Null in development mode. */
  keys: Keys | null;
  /** Names this process in the leases it holds. */
  owner: string;
  leaseMs: number;
  backoffScale: number;
  /** Aborts when the executor is told to stop: nothing new begins. */
  stopping: AbortSignal;
  /** Aborts a moment later: calls under way are given up, their leases given back. */
  abandoning: AbortSignal;
  /** Whether events may be given their effects: not before it is known which functions there are. */
  mayRoute: () => boolean;
  /** Makes the loop look at once what is due. */
  wake: () => void;
  /** A call did not reach the app, or was cut off by it. */
  onAppAway: (call: Call, message: string) => void;
}
