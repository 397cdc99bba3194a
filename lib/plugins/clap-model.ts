import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { GENRES } from "@/lib/analysis/record/values/genres";
import { INSTRUMENTS } from "@/lib/analysis/record/values/instruments";
import { MOODS } from "@/lib/analysis/record/values/moods";
import { softmax } from "@/lib/dsp/learned/softmax";
import { CLAP_TAG_CONFIDENCE_MIN, CLAP_TAGS_MAX } from "./constants";
import { PluginFailure } from "./plugin";
import type { ClapResult } from "./schema";
import { type ClapTensor, loadTransformers, type Transformers } from "./transformers";

const LABELS: readonly string[] = [...new Set<string>([...INSTRUMENTS, ...GENRES, ...MOODS])];
const PROMPT = (label: string) => `this is the sound of ${label}`;
/** File suffix of the weights for each precision, named as the library names it. The first that exists is used. */
const PRECISIONS = { fp32: "", fp16: "_fp16", q8: "_quantized" };
/** Scale of the cosines before the softmax if the configuration has none: 1 / 0.07, as CLAP is trained. */
const LOGIT_SCALE = 1 / 0.07;

type Parts = Awaited<ReturnType<typeof loadParts>>;

/** The operator's CLAP model, loaded from a local folder only. */
export class ClapModel {
  private labels: Promise<number[][]> | null = null;

  private constructor(
    private readonly parts: Parts,
    private readonly name: string,
    private readonly logitScale: number,
  ) {}

  /** @throws PluginFailure `not_installed`, `bad_model` */
  static async load(modelDir: string, applicationFolder: string): Promise<ClapModel> {
    const folder = resolve(modelDir);
    const configuration = join(folder, "config.json");
    if (!existsSync(configuration)) throw new PluginFailure("bad_model", `CLAP_MODEL_DIR has no ${configuration}`);
    const transformers = loadTransformers(applicationFolder);
    try {
      const text = readFileSync(configuration, "utf8");
      const digest = createHash("sha256").update(text).digest("hex").slice(0, 12);
      const { logit_scale_init_value: scale } = JSON.parse(text) as { logit_scale_init_value?: unknown };
      const parts = await loadParts(transformers, folder);
      return new ClapModel(parts, `${basename(folder)}@${digest}`, typeof scale === "number" ? scale : LOGIT_SCALE);
    } catch (cause) {
      throw new PluginFailure("bad_model", `the model in ${folder} cannot be loaded: ${String(cause)}`, { cause });
    }
  }

  /** Returns tags and the mean embedding for excerpts of one sound. */
  async describe(excerpts: readonly Float32Array[]): Promise<ClapResult> {
    const embeddings: number[][] = [];
    for (const excerpt of excerpts) embeddings.push(await this.embedAudio(excerpt));
    const length = embeddings[0]?.length ?? 0;
    const embedding = unit(Array.from({ length }, (_, i) => embeddings.reduce((sum, e) => sum + (e[i] ?? 0), 0)));
    this.labels ??= this.embedTexts(LABELS.map(PROMPT));
    const tags = this.tagsOf(embedding, await this.labels);
    return { tags, embedding: embedding.map((value) => Math.round(value * 1e5) / 1e5 + 0), model: this.name };
  }

  /** One vector of length 1 for each text. */
  async embedTexts(texts: readonly string[]): Promise<number[][]> {
    const inputs = this.parts.tokenizer(texts, { padding: true, truncation: true });
    return rowsOf((await this.parts.textModel(inputs)).text_embeds);
  }

  private async embedAudio(samples: Float32Array): Promise<number[]> {
    const { audio_embeds } = await this.parts.audioModel(await this.parts.processor(samples));
    return rowsOf(audio_embeds)[0] ?? [];
  }

  private tagsOf(embedding: readonly number[], labels: readonly number[][]): ClapResult["tags"] {
    const logits = labels.map(
      (label) => this.logitScale * label.reduce((sum, value, i) => sum + value * (embedding[i] ?? 0), 0),
    );
    const shares = softmax(logits);
    return LABELS.map((label, index) => ({ label, confidence: shares[index] ?? 0 }))
      .filter(({ confidence }) => confidence >= CLAP_TAG_CONFIDENCE_MIN)
      .sort((a, b) => b.confidence - a.confidence)
      .slice(0, CLAP_TAGS_MAX);
  }
}

async function loadParts(transformers: Transformers, folder: string) {
  const { env, AutoTokenizer, AutoProcessor, ClapTextModelWithProjection, ClapAudioModelWithProjection } = transformers;
  // Nothing is ever downloaded: either the folder has the model, or there is none.
  Object.assign(env, { allowRemoteModels: false, allowLocalModels: true, useFSCache: false });
  env.localModelPath = dirname(folder);
  const local = { local_files_only: true };
  const weights = (model: string) => ({ ...local, dtype: precisionOf(folder, model) });
  const name = basename(folder);
  const [tokenizer, processor, textModel, audioModel] = await Promise.all([
    AutoTokenizer.from_pretrained(name, local),
    AutoProcessor.from_pretrained(name, local),
    ClapTextModelWithProjection.from_pretrained(name, weights("text_model")),
    ClapAudioModelWithProjection.from_pretrained(name, weights("audio_model")),
  ]);
  return { tokenizer, processor, textModel, audioModel };
}

function precisionOf(folder: string, model: string): string {
  const found = Object.entries(PRECISIONS).find(([, suffix]) =>
    existsSync(join(folder, "onnx", `${model}${suffix}.onnx`)),
  );
  if (!found) throw new Error(`onnx/${model}.onnx is missing`);
  return found[0];
}

function rowsOf(tensor: ClapTensor | undefined): number[][] {
  const [rows = 0, columns = 0] = tensor?.dims ?? [];
  if (!tensor || rows * columns === 0) throw new Error("the model returned no embedding");
  return Array.from({ length: rows }, (_, row) =>
    unit(Array.from(tensor.data.subarray(row * columns, (row + 1) * columns))),
  );
}

function unit(values: number[]): number[] {
  const length = Math.hypot(...values);
  if (!Number.isFinite(length)) throw new Error("the model returned something that is not a number");
  return length > 0 ? values.map((value) => value / length) : values;
}
