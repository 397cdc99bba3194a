import { env } from "@/lib/env";
import { logger } from "@/lib/platform/logger";
import { ClapPlugin } from "./clap";
import { PluginFailure } from "./plugin";

/** Queries come again, page by page and person by person. */
const KEPT = 200;
/** A search waits no longer for what its words sound like. */
const WAIT_MS = 1500;

// Pages and routes are bundled separately, but share one process with the model.
const shared = globalThis as unknown as { samplemindWordModel?: ClapPlugin; samplemindWords?: Map<string, number[]> };

/** Whether the operator has turned on the plug-in that compares words with sounds. */
export const hasWordModel = (): boolean => Boolean(env.CLAP_MODEL_DIR);

/**
 * What words sound like: a vector of length 1 to compare with CLAP's embeddings of sounds. The model runs in a process
 * of its own beside that of the pipeline, so that a search does not wait until a file is analysed. Null without the
 * plug-in, if it fails, and if it takes too long; the answer is then there for the next search.
 */
export async function embedWords(words: string): Promise<number[] | null> {
  const modelDir = env.CLAP_MODEL_DIR;
  if (!modelDir || words === "") return null;
  shared.samplemindWords ??= new Map();
  const known = shared.samplemindWords.get(words);
  if (known) return known;
  shared.samplemindWordModel ??= new ClapPlugin({ modelDir });
  const asked = shared.samplemindWordModel.embedTexts([words]).then(
    ([vector]) => keep(words, vector ?? null),
    (error: unknown) => {
      const code = error instanceof PluginFailure ? error.code : "crashed";
      logger().warn({ err: error, code }, "words cannot be compared with sounds");
      return null;
    },
  );
  return Promise.race([asked, later()]);
}

function keep(words: string, vector: number[] | null): number[] | null {
  const kept = shared.samplemindWords;
  if (!kept || !vector) return vector;
  kept.set(words, vector);
  const [oldest] = kept.keys();
  if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
  return vector;
}

const later = () => new Promise<null>((resolve) => setTimeout(resolve, WAIT_MS, null).unref());
