import { z } from "zod";
import { pluginVariables } from "@/lib/plugin-variables";

export type PluginSettings = {
  clap: { modelDir: string } | null;
  description: { model: string; apiKey: string; baseUrl: string } | null;
};

/** @throws ZodError if a variable is invalid */
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
