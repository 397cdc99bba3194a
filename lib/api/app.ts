import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { v7 as uuidv7 } from "uuid";
import type { ApiEnv } from "./api-env";
import { authenticate } from "./authenticate";
import { beginUploadOperation } from "./begin-upload";
import { cancelUploadOperation } from "./cancel-upload";
import { completeUploadOperation } from "./complete-upload";
import { findKnownBytesOperation } from "./find-known-bytes";
import { getSampleOperation } from "./get-sample";
import { getSampleAudioOperation } from "./get-sample-audio";
import { getSampleFeaturesOperation } from "./get-sample-features";
import { getSamplePictureOperation } from "./get-sample-picture";
import { getUploadOperation } from "./get-upload";
import { listSamplesOperation } from "./list-samples";
import { listUploadsOperation } from "./list-uploads";
import { problemOf, refusal } from "./problem";
import { signUploadPartsOperation } from "./sign-upload-parts";
import { streamEventsOperation } from "./stream-events";

const BODY_MAX_BYTES = 1024 * 1024;

/** `/api/v1`: `{ data }` where it went well, RFC 9457 problems where it did not. */
export const app = new Hono<ApiEnv>().basePath("/api/v1");

app.use(async (c, next) => {
  c.set("requestId", uuidv7());
  c.header("X-Request-Id", c.get("requestId"));
  c.header("Cache-Control", "private, no-store");
  await next();
});
app.use(authenticate);
app.use(bodyLimit({ maxSize: BODY_MAX_BYTES, onError: (c) => refusal(c, "invalid_input") }));
app.onError(problemOf);
app.notFound((c) => refusal(c, "not_found"));

app.get("/samples", listSamplesOperation);
app.get("/samples/:id", getSampleOperation);
app.get("/samples/:id/features", getSampleFeaturesOperation);
app.get("/samples/:id/peaks", getSamplePictureOperation("peaks"));
app.get("/samples/:id/spectrogram", getSamplePictureOperation("spectrogram"));
app.get("/samples/:id/audio", getSampleAudioOperation);

app.get("/uploads", listUploadsOperation);
app.post("/uploads", beginUploadOperation);
app.post("/uploads/known", findKnownBytesOperation);
app.get("/uploads/:id", getUploadOperation);
app.delete("/uploads/:id", cancelUploadOperation);
app.post("/uploads/:id/parts", signUploadPartsOperation);
app.post("/uploads/:id/complete", completeUploadOperation);

app.get("/events", streamEventsOperation);
