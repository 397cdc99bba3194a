import type { TriedSound } from "@/lib/tryouts/tried-sound";
import stored from "./example-record.json";

/** What was measured in `EXAMPLE_FILE`. `tests/integration/landing-example.test.ts` wrote it, and fails when the engine measures something else. */
export const EXAMPLE = stored as unknown as TriedSound & { sizeBytes: number };
