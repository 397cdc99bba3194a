import type { AnalysisRecord } from "@/lib/analysis/record/schema";
import { REWRITE_SECONDS_MAX } from "./constants";
import { type Plugin, PluginFailure, type PluginInput } from "./plugin";
import { rewriteFault } from "./rewrite-check";
import type { RewriteResult } from "./schema";

export type RewriteOptions = { model: string; apiKey: string; baseUrl: string; secondsMax?: number };

const INSTRUCTIONS =
  "You reword descriptions of sounds for a musician's library. Use only the facts given: add no number, instrument, " +
  "genre, mood, place, name or use that is not among them, and leave none of the numbers' units out. " +
  "Answer with one to three plain sentences and nothing else.";
const TOKENS_MAX = 300;

/** A description reworded by a language model; refused where it says more than was measured. */
export class RewritePlugin implements Plugin<"description"> {
  readonly name = "description";
  readonly readsFile = false;

  constructor(private readonly options: RewriteOptions) {}

  async run({ record }: PluginInput, signal?: AbortSignal): Promise<RewriteResult> {
    const facts = factsOf(record);
    if (!facts) throw new PluginFailure("refused", "nothing was described that could be reworded");
    const description = (await this.ask(facts, signal)).trim();
    const fault = rewriteFault(description, facts);
    if (fault) throw new PluginFailure("refused", `the reworded description was refused: ${fault}`);
    return { description, model: this.options.model };
  }

  close(): void {
    // Holds nothing between two descriptions.
  }

  private async ask(facts: string, signal?: AbortSignal): Promise<string> {
    const { model, apiKey, baseUrl } = this.options;
    const seconds = this.options.secondsMax ?? REWRITE_SECONDS_MAX;
    const limit = AbortSignal.timeout(seconds * 1000);
    // Loaded where it is switched on only: the start of the application does not wait for it.
    const [{ generateText }, { createOpenAICompatible }] = await Promise.all([
      import("ai"),
      import("@ai-sdk/openai-compatible"),
    ]);
    const provider = createOpenAICompatible({ name: "description", baseURL: baseUrl, apiKey });
    try {
      const { text } = await generateText({
        model: provider(model),
        system: INSTRUCTIONS,
        prompt: facts,
        temperature: 0,
        maxOutputTokens: TOKENS_MAX,
        maxRetries: 1,
        abortSignal: signal ? AbortSignal.any([signal, limit]) : limit,
      });
      return text;
    } catch (cause) {
      signal?.throwIfAborted();
      if (limit.aborted) throw new PluginFailure("timed_out", `no answer within ${seconds} s`, { cause });
      throw new PluginFailure("crashed", `the language model could not be asked: ${String(cause)}`, { cause });
    }
  }
}

/** All that may be said: the composed sentences and the tags. Nothing of the file's name or owner leaves the machine. */
function factsOf({ description, tags }: Pick<AnalysisRecord, "description" | "tags">): string | null {
  return description && `Facts: ${description}\nTags: ${tags.join(", ")}`;
}
