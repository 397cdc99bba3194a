import type { Permission } from "@/lib/identity/permissions";
import type { RateClass } from "@/lib/rate-limits/constants";
import type { ApiContext } from "./http/api-env";
import { streamEventsOperation } from "./operations/events/stream";
import { getSampleOperation } from "./operations/samples/get";
import { getSampleAudioOperation } from "./operations/samples/get-audio";
import { getSampleFeaturesOperation } from "./operations/samples/get-features";
import { getSamplePictureOperation } from "./operations/samples/get-picture";
import { listSamplesOperation } from "./operations/samples/list";
import { beginUploadOperation } from "./operations/uploads/begin";
import { cancelUploadOperation } from "./operations/uploads/cancel";
import { completeUploadOperation } from "./operations/uploads/complete";
import { findKnownBytesOperation } from "./operations/uploads/find-known";
import { getUploadOperation } from "./operations/uploads/get";
import { listUploadsOperation } from "./operations/uploads/list";
import { signUploadPartsOperation } from "./operations/uploads/sign-parts";

export interface ApiOperation {
  method: "GET" | "POST" | "PATCH" | "DELETE";
  path: string;
  /** What a person must be permitted, and a key must have been given. */
  scope: Permission;
  rateClass: RateClass;
  handle: (c: ApiContext) => Response | Promise<Response>;
}

const get = (path: string, scope: Permission, rateClass: RateClass, handle: ApiOperation["handle"]): ApiOperation => ({
  method: "GET",
  path,
  scope,
  rateClass,
  handle,
});

/** Every operation of `/api/v1`: nothing is reachable that does not stand here with its scope and its rate class. */
export const OPERATIONS: readonly ApiOperation[] = [
  get("/samples", "samples:read", "default", listSamplesOperation),
  get("/samples/:id", "samples:read", "default", getSampleOperation),
  get("/samples/:id/features", "samples:read", "default", getSampleFeaturesOperation),
  get("/samples/:id/peaks", "samples:read", "studio", getSamplePictureOperation("peaks")),
  get("/samples/:id/spectrogram", "samples:read", "studio", getSamplePictureOperation("spectrogram")),
  get("/samples/:id/audio", "samples:download", "studio", getSampleAudioOperation),
  get("/events", "samples:read", "studio", streamEventsOperation),

  get("/uploads", "samples:upload", "upload", listUploadsOperation),
  get("/uploads/:id", "samples:upload", "upload", getUploadOperation),
  upload("POST", "/uploads", beginUploadOperation),
  upload("POST", "/uploads/known", findKnownBytesOperation),
  upload("POST", "/uploads/:id/parts", signUploadPartsOperation),
  upload("POST", "/uploads/:id/complete", completeUploadOperation),
  upload("DELETE", "/uploads/:id", cancelUploadOperation),
];

function upload(method: ApiOperation["method"], path: string, handle: ApiOperation["handle"]): ApiOperation {
  return { method, path, scope: "samples:upload", rateClass: "upload", handle };
}

/** Rows by id are what open pages ask for whenever something changed: hundreds in a minute while a folder is analysed. */
export function rateClassOf(operation: ApiOperation, c: ApiContext): RateClass {
  const isRefresh = operation.path === "/samples" && c.req.query("ids") !== undefined;
  return isRefresh ? "studio" : operation.rateClass;
}
