import type { TriedSound } from "@/lib/tryouts/tried-sound";
import stored from "./example-record.json";

/** One of the sounds of the demo library. Made by formulas, so nobody's music is shown. */
export const EXAMPLE_FILE = "Night drive Gm 122.wav";

/** What was measured in it. `tests/integration/landing-example.test.ts` wrote it, and fails when the engine measures something else. */
export const EXAMPLE = stored as unknown as TriedSound & { sizeBytes: number };
