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

/** Has a language model reword the description, and refuses an answer that says more than was measured. */
export class RewritePlugin implements Plugin<"description"> {
  readonly name = "description";
  readonly readsFile = false;

  constructor(private readonly options: RewriteOptions) {}

  async run({ record }: PluginInput, signal?: AbortSignal): Promise<RewriteResult> {
    const facts = factsOf(record);
    if (!facts) throw new PluginFailure("refused", "there is no description to reword");
    const description = (await this.ask(facts, signal)).trim();
    const fault = rewriteFault(description, facts);
    if (fault) throw new PluginFailure("refused", `the reworded description was refused: ${fault}`);
    return { description, model: this.options.model };
  }

  close(): void {
    // Keeps nothing open between descriptions.
  }

  private async ask(facts: string, signal?: AbortSignal): Promise<string> {
    const { model, apiKey, baseUrl } = this.options;
    const seconds = this.options.secondsMax ?? REWRITE_SECONDS_MAX;
    const limit = AbortSignal.timeout(seconds * 1000);
    // Loaded only if the plug-in is on, so that it does not slow down the application's start.
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
      throw new PluginFailure("crashed", `the language model could not be reached: ${String(cause)}`, { cause });
    }
  }
}

/** The facts that may be repeated: composed sentences and tags. The file's name and owner never leave the machine. */
function factsOf({ description, tags }: Pick<AnalysisRecord, "description" | "tags">): string | null {
  return description && `Facts: ${description}\nTags: ${tags.join(", ")}`;
}
