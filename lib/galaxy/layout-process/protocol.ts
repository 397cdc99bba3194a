/** What the application asks: one layout. The process ends with its answer. */
export interface LayoutRequest {
  /** Vectors as they are stored, one after the other (`STORED_BYTES` each). */
  vectors: Uint8Array;
  /** The places before, not a number where there was none; null for a layout from nothing. */
  old: { places: Float32Array; scale: number } | null;
}

/** What the process says. `started` is its first message. */
export type LayoutReport = { type: "started" } | { type: "done"; places: Float32Array; scale: number };
