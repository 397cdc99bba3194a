import { createS3Handler } from "@/embedded/s3/handler";
import { keepFraming } from "@/embedded/s3/response-framing";
import { env } from "@/lib/env";
import { allowAddress } from "@/lib/objects/gate";
import { logger } from "@/lib/platform/logger";
import { configuredFloorBytes } from "@/lib/platform/storage-room";

let handler: ((request: Request) => Promise<Response>) | undefined;

/** Serves the object store on the application's own origin, if this process runs it. */
async function answer(request: Request): Promise<Response> {
  if (!env.EMBEDDED_S3_DIR) return new Response(null, { status: 404 });
  handler ??= createS3Handler({
    directory: env.EMBEDDED_S3_DIR,
    bucket: env.S3_BUCKET,
    accessKeyId: env.S3_ACCESS_KEY_ID,
    secretAccessKey: env.S3_SECRET_ACCESS_KEY,
    region: env.S3_REGION,
    basePath: "/s3",
    allowAccess: allowAddress,
    minFreeBytes: configuredFloorBytes,
    onError: (err) => logger().error({ err }, "object storage failed"),
  });
  return keepFraming(await handler(request));
}

export { answer as DELETE, answer as GET, answer as HEAD, answer as POST, answer as PUT };
