import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { AnalysisFailure } from "@/lib/analysis/record/failures";
import { endWithParent } from "@/runtime/parent-watch";
import { clapExcerpts } from "./clap-audio";
import { ClapModel } from "./clap-model";
import type { ClapReport, ClapRequest } from "./clap-protocol";
import { PluginFailure } from "./plugin";

// Entry of the child process that holds a CLAP model: `dist/clap-process.mjs <model folder>`.

const applicationFolder = join(dirname(fileURLToPath(import.meta.url)), "..");
const [, , modelDir = ""] = process.argv;
let loading: Promise<ClapModel> | null = null;

function report(message: ClapReport): void {
  process.send?.(message);
}

async function answer(request: ClapRequest): Promise<ClapReport> {
  loading ??= ClapModel.load(modelDir, applicationFolder);
  const model = await loading;
  if (request.type === "embed") return { type: "embedded", embeddings: await model.embedTexts(request.texts) };
  const excerpts = await clapExcerpts(request.path, request.durationSeconds);
  return { type: "analyzed", result: await model.describe(excerpts) };
}

function failureOf(error: unknown): ClapReport {
  if (error instanceof PluginFailure) return { type: "failed", code: error.code, message: error.message };
  if (error instanceof AnalysisFailure) return { type: "failed", code: "bad_audio", message: error.message };
  return { type: "failed", code: "bad_model", message: error instanceof Error ? error.message : String(error) };
}

if (process.send === undefined) {
  process.stderr.write("The CLAP plug-in starts this process; it cannot be run by hand.\n");
  process.exit(2);
}
process.on("message", (request: ClapRequest) => {
  answer(request).catch(failureOf).then(report);
});
endWithParent();
report({ type: "ready" });
