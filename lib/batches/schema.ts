export const BATCH_KINDS = ["upload", "import", "analysis"] as const;
export type BatchKind = (typeof BATCH_KINDS)[number];
