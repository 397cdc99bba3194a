import { readFile } from "node:fs/promises";
import { openFileSource } from "@/lib/analysis/decode/containers/byte-source";
import { probeAudio } from "@/lib/analysis/decode/containers/container";
import { type DecodedAudio, decodeAudio } from "@/lib/analysis/decode/decode";
import { createEngine } from "@/lib/analysis/engine/engine";
import { encodeCover } from "@/lib/analysis/file-tags/cover";
import { readEmbeddedTags } from "@/lib/analysis/file-tags/embedded-tags";
import { type DrawnAvatar, drawAvatar } from "@/lib/analysis/pictures/avatar";
import { writePlayableCopy } from "@/lib/analysis/playable/copy-writer";
import { ANALYSER_VERSION } from "@/lib/analysis/record/constants";
import { AnalysisFailure } from "@/lib/analysis/record/failures";
import { assertFiniteRecord } from "@/lib/analysis/record/finite-record";
import { cutRegions } from "@/lib/analysis/regions/cut";
import type { DecodedFacts } from "@/lib/analysis/windows/decoded-file";
import { keepDecoded } from "@/lib/analysis/windows/keep-decoded";
import { endWithParent } from "@/runtime/parent-watch";
import { hear } from "./hear";
import type {
  AnalysisPhase,
  AnalysisResult,
  AnalyzeRequest,
  AvatarRequest,
  CopyRequest,
  CopyResult,
  CutRequest,
  CutResult,
  KeepRequest,
  ResultOf,
  TagsRequest,
  TagsResult,
  WorkerReport,
  WorkerRequest,
} from "./worker-protocol";

// Entry of the child processes that `pool.ts` keeps. It takes one file after another, to measure it or a part of it, to copy it,
// to cut parts out of it, to keep it decoded, to read its tags or to draw a picture anew.

const REPORT_INTERVAL_MS = 100;

function report(message: WorkerReport): void {
  process.send?.(message);
}

const eventLoopTurn = () => new Promise<void>((resolve) => setImmediate(resolve));

async function analyze(request: AnalyzeRequest): Promise<AnalysisResult> {
  const startedAt = performance.now();
  const most = request.mostSeconds ?? Number.POSITIVE_INFINITY;
  const source = openFileSource(request.path);
  try {
    const audio = await decodeAudio(source, probeAudio(source));
    const { sampleRateHz, channels, speakers, container, codec, declaredSeconds } = audio.probe;
    if ((declaredSeconds ?? 0) > most) throw new AnalysisFailure("too_long", `${declaredSeconds} s`);
    const engine = createEngine({
      sampleRateHz,
      channels,
      speakers,
      pictures: request.pictures,
      ...(request.values ? { values: request.values } : {}),
    });
    const pace = new Pace();
    for await (const block of audio.blocks) {
      engine.push(block);
      // A header may say less than there is, or nothing.
      if (audio.report.decodedSamples / sampleRateHz > most) throw new AnalysisFailure("too_long");
      await pace.turn("decoding", audio);
    }
    await pace.turn("finishing", audio);
    const { features, pictures } = engine.finish();
    const durationSeconds = audio.report.decodedSamples / sampleRateHz;
    const format = { sampleRateHz, channels, container, codec };
    const partial = [...audio.report.partial];
    const joined = audio.report.isJoined ? ({ isJoined: true } as const) : {};
    const record = { analyserVersion: ANALYSER_VERSION, durationSeconds, ...format, partial, ...joined, ...features };
    assertFiniteRecord(record);
    return { record, pictures, analysisSeconds: (performance.now() - startedAt) / 1000 };
  } finally {
    source.close();
  }
}

async function copy({ path, toPath, onlyIfChained, preview }: CopyRequest): Promise<CopyResult> {
  const source = openFileSource(path);
  try {
    const pace = new Pace();
    const onBlock = (audio: DecodedAudio) => pace.turn("decoding", audio);
    return { sizeBytes: await writePlayableCopy(source, toPath, { onlyIfChained, preview, onBlock }) };
  } finally {
    source.close();
  }
}

async function tags({ path, cover: isWanted }: TagsRequest): Promise<TagsResult> {
  const { tags: found, cover } = await readEmbeddedTags(path);
  if (!isWanted) return { tags: found, coverWebp: null };
  const coverWebp = cover && (await encodeCover(cover.bytes));
  const isLeftOut = cover !== null && coverWebp === null && !found.notes.includes("cover_left_out");
  return { tags: isLeftOut ? { ...found, notes: [...found.notes, "cover_left_out"] } : found, coverWebp };
}

async function cut({ path, ...request }: CutRequest): Promise<CutResult> {
  const source = openFileSource(path);
  try {
    const pace = new Pace();
    const onBlock = (audio: DecodedAudio) => pace.turn("decoding", audio);
    return { regions: await cutRegions(source, { ...request, onBlock }) };
  } finally {
    source.close();
  }
}

async function keep({ path, ...request }: KeepRequest): Promise<DecodedFacts> {
  const source = openFileSource(path);
  try {
    const pace = new Pace();
    const onBlock = (audio: DecodedAudio) => pace.turn("decoding", audio);
    return await keepDecoded(source, { ...request, onBlock });
  } finally {
    source.close();
  }
}

async function avatar({ path }: AvatarRequest): Promise<DrawnAvatar> {
  return drawAvatar(await readFile(path));
}

function perform(request: WorkerRequest): Promise<ResultOf<WorkerRequest>> {
  if (request.task === "hear") {
    const pace = new Pace();
    return hear(request, (audio) => pace.turn("decoding", audio));
  }
  if (request.task === "copy") return copy(request);
  if (request.task === "cut") return cut(request);
  if (request.task === "keep") return keep(request);
  if (request.task === "avatar") return avatar(request);
  return request.task === "tags" ? tags(request) : analyze(request);
}

/** Tells the pool how far the analysis is, and gives the process a chance to notice that its parent is gone. */
class Pace {
  private reportedAt = performance.now();

  async turn(phase: AnalysisPhase, { probe, report: decoded }: DecodedAudio): Promise<void> {
    if (phase === "decoding" && performance.now() - this.reportedAt < REPORT_INTERVAL_MS) return;
    const decodedSeconds = decoded.decodedSamples / probe.sampleRateHz;
    const fraction = probe.declaredSeconds ? Math.min(1, decodedSeconds / probe.declaredSeconds) : null;
    report({ type: "progress", phase, decodedSeconds, fraction });
    this.reportedAt = performance.now();
    await eventLoopTurn();
  }
}

function failureOf(error: unknown): WorkerReport {
  if (error instanceof AnalysisFailure) {
    return { type: "failed", code: error.code, found: error.found, detail: error.detail ?? null };
  }
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  if (error instanceof WebAssembly.RuntimeError) return { type: "failed", code: "decoder_crashed", detail };
  const allocation = error instanceof RangeError && /allocation|memory|array length/i.test(error.message);
  return { type: "failed", code: allocation ? "out_of_memory" : "internal", detail };
}

if (process.send === undefined) {
  process.stderr.write("Only the analysis pool starts this program.\n");
  process.exit(2);
}
process.on("message", (request: WorkerRequest) => {
  perform(request)
    .then((result) => report({ type: "done", result }))
    .catch((error) => report(failureOf(error)));
});
endWithParent();
report({ type: "ready" });
