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
  /** The name of this process in the leases it holds. */
  owner: string;
  leaseMs: number;
  backoffScale: number;
  /** Aborts when the executor has to stop. Nothing new begins then. */
  stopping: AbortSignal;
  /** Aborts a moment later. Running calls are then abandoned and their leases returned. */
  abandoning: AbortSignal;
  /** Whether events may be routed. False until the executor knows which functions exist. */
  mayRoute: () => boolean;
  /** Makes the loop check at once what is due. */
  wake: () => void;
  /** Called if a call did not reach the app, or the app cut it off. */
  onAppAway: (call: Call, message: string) => void;
}
