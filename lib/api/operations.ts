import type { Permission } from "@/lib/auth/permissions";
import type { RateClass } from "@/lib/rate-limits/constants";
import type { ApiContext } from "./api-env";
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
import { signUploadPartsOperation } from "./sign-upload-parts";
import { streamEventsOperation } from "./stream-events";

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
