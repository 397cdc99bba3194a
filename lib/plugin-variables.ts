import { z } from "zod";

/** Variables that switch plug-ins on. `lib/env.ts` and the CLI check the same ones. */
export const pluginVariables = {
  /** Folder of a CLAP model in ONNX form: config.json, tokenizer.json, onnx/audio_model.onnx and so on. */
  CLAP_MODEL_DIR: z.string().min(1).optional(),
  /** Name of a language model that rewords descriptions. Its server must speak the OpenAI protocol. */
  DESCRIPTION_MODEL: z.string().min(1).optional(),
  DESCRIPTION_API_KEY: z.string().min(1).optional(),
  DESCRIPTION_BASE_URL: z.url().default("https://api.openai.com/v1"),
};
