import { createRequire } from "node:module";
import { join } from "node:path";
import { PluginFailure } from "./plugin";

/** The part of @huggingface/transformers that is used. The operator installs the package. */
type Tensor = { data: Float32Array; dims: number[] };
type Pretrained<T> = {
  from_pretrained(model: string, options?: { local_files_only?: boolean; dtype?: string }): Promise<T>;
};
type Model = (inputs: unknown) => Promise<Record<string, Tensor | undefined>>;
export type Transformers = {
  env: { allowRemoteModels: boolean; allowLocalModels: boolean; localModelPath: string; useFSCache: boolean };
  AutoTokenizer: Pretrained<(texts: readonly string[], options: { padding: true; truncation: true }) => unknown>;
  AutoProcessor: Pretrained<(samples: Float32Array) => Promise<unknown>>;
  ClapTextModelWithProjection: Pretrained<Model>;
  ClapAudioModelWithProjection: Pretrained<Model>;
};
export type ClapTensor = Tensor;

/**
 * Loads it from `plugins/clap/node_modules`, or from the application's own packages.
 * @throws PluginFailure `not_installed`
 */
export function loadTransformers(applicationFolder: string): Transformers {
  const require = createRequire(join(applicationFolder, "plugins", "clap", "package.json"));
  try {
    return require("@huggingface/transformers") as Transformers;
  } catch (cause) {
    throw new PluginFailure(
      "not_installed",
      'CLAP_MODEL_DIR is set, but the plug-in\'s packages are not installed. Run "npm run plugins:clap".',
      { cause },
    );
  }
}
