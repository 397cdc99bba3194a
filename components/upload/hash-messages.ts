/** Messages between the page and its hashing worker. */
export type HashRequest = { type: "hash"; requestId: number; file: Blob } | { type: "cancel"; requestId: number };

export type HashReply =
  | { type: "progress"; requestId: number; hashedBytes: number }
  | { type: "done"; requestId: number; sha256: string }
  | { type: "failed"; requestId: number };
