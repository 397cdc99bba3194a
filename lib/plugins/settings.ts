import { z } from "zod";

/** Variables that switch plug-ins on; `lib/env.ts` and the CLI check the same ones. */
export const pluginVariables = {
  /** Folder of a CLAP model in ONNX form: config.json, tokenizer.json, onnx/audio_model.onnx and so on. */
  CLAP_MODEL_DIR: z.string().min(1).optional(),
  /** Name of a language model that may reword descriptions; the address speaks the OpenAI protocol. */
  DESCRIPTION_MODEL: z.string().min(1).optional(),
  DESCRIPTION_API_KEY: z.string().min(1).optional(),
  DESCRIPTION_BASE_URL: z.url().default("https://api.openai.com/v1"),
};

export type PluginSettings = {
  clap: { modelDir: string } | null;
  description: { model: string; apiKey: string; baseUrl: string } | null;
};

/** @throws ZodError where a variable is not what it should be */
export function pluginSettings(variables: Record<string, string | undefined>): PluginSettings {
  const set = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ""));
  const { CLAP_MODEL_DIR, DESCRIPTION_MODEL, DESCRIPTION_API_KEY, DESCRIPTION_BASE_URL } = z
    .object(pluginVariables)
    .parse(set);
  return {
    clap: CLAP_MODEL_DIR ? { modelDir: CLAP_MODEL_DIR } : null,
    description:
      DESCRIPTION_MODEL && DESCRIPTION_API_KEY
        ? { model: DESCRIPTION_MODEL, apiKey: DESCRIPTION_API_KEY, baseUrl: DESCRIPTION_BASE_URL }
        : null,
  };
}
