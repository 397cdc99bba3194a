import { eventType } from "inngest";
import { followSample } from "@/lib/batches/jobs";
import { lookUpSample } from "@/lib/duplicates/jobs";
import { catalogue } from "@/lib/events/catalogue";
import { inngest } from "@/lib/events/executor-client";
import { copyAnalysis } from "@/lib/pipeline/analyses/jobs";
import { PLACES, STEP_RETRIES } from "@/lib/pipeline/constants";
import { completeSample, failSample } from "@/lib/pipeline/runs/jobs";
import { analyzeSample } from "@/lib/pipeline/steps/analyze-sample";
import { enrichSample, hasPlugins } from "@/lib/pipeline/steps/enrich-sample";
import { playSample } from "@/lib/pipeline/steps/play-sample";
import { readFileTags } from "@/lib/pipeline/steps/read-file-tags";
import { verifySample } from "@/lib/pipeline/steps/verify-sample";

/** From uploaded bytes to a completed or failed sample. Each step can be killed at any point and run again. */
export const sampleAnalyze = inngest.createFunction(
  {
    id: "sample-analyze",
    triggers: [eventType("sample.uploaded", { schema: catalogue["sample.uploaded"].payload })],
    retries: STEP_RETRIES,
    // Each lane has places of its own, so that nobody's long files hold up a short one.
    concurrency: [
      { limit: PLACES.all, key: "event.data.lane" },
      { limit: PLACES.onePerson, key: "event.data.ownerId + ':' + event.data.lane" },
    ],
    onFailure: async ({ event, step }) => {
      const { run_id: runId, event: cause } = event.data;
      const { sampleId } = catalogue["sample.uploaded"].payload.parse(cause.data);
      await step.run("give-up", async () => {
        await failSample({ sampleId, runId }, { code: "internal" }, { deleteObject: false });
        await followSample(sampleId);
      });
    },
  },
  async ({ event, step, runId, attempt }) => {
    const run = { sampleId: event.data.sampleId, runId };
    /** What its batches are told belongs to the step that ends it: a step of its own would cost every upload one more. */
    const andFollow = async <T extends { outcome: string }>(work: Promise<T>, goesOn: T["outcome"]): Promise<T> => {
      const result = await work;
      if (result.outcome !== goesOn) await followSample(run.sampleId);
      return result;
    };
    const verified = await step.run("verify", () => andFollow(verifySample(run), "verified"));
    if (verified.outcome !== "verified") return verified;
    const { ownerId, sha256 } = verified;
    const { lane } = event.data;
    const reused = await step.run("reuse", () => copyAnalysis({ ...run, sha256 }));
    if (!reused) {
      const analyzed = await step.run("analyze", () =>
        andFollow(analyzeSample({ ...run, ownerId, sha256, lane, attempt }), "analysed"),
      );
      if (analyzed.outcome !== "analysed") return analyzed;
    }
    await step.run("play", () => playSample({ ...run, attempt }));
    await step.run("tags", () => readFileTags(run));
    const completed = await step.run("announce", async () => {
      const isCompleted = await completeSample(run);
      await followSample(run.sampleId);
      return isCompleted;
    });
    if (completed) await step.run("duplicates", () => lookUpSample(run.sampleId));
    // Comes last: plug-ins may fail, and nobody should have to wait for them.
    if (completed && hasPlugins()) await step.run("plug-ins", () => enrichSample({ ...run, ownerId, sha256 }));
    return { outcome: completed ? "completed" : "superseded", reused };
  },
);
