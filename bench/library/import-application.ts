import { randomUUID } from "node:crypto";
import { serve } from "inngest/edge";
import { createS3Handler } from "@/embedded/s3/handler";
import { createNodeServer } from "@/embedded/s3/node-server";
import { serving } from "@/inngest/serving";
import { startUpkeep } from "@/inngest/upkeep";
import { registerAccount } from "@/lib/accounts/operator/jobs";
import { openSession } from "@/lib/accounts/sessions/writes";
import { app } from "@/lib/api/app";
import { asSystem } from "@/lib/audit/sources";
import { env } from "@/lib/env";
import { allowAddress } from "@/lib/objects/gate";
import { ensureBucket } from "@/lib/platform/s3";
import { startIndexer } from "@/lib/search-documents/indexer";
import { inTransaction } from "@/lib/work/unit-of-work";

// The application without its pages, as one process that can be killed: storage, durable functions and the API.

/** A new person, as their browser: the cookie of a session. */
async function newPerson(): Promise<{ cookie: string }> {
  const { encode } = await import("next-auth/jwt");
  const registered = await registerAccount({
    name: "A person",
    email: `${randomUUID()}@example.com`,
    password: randomUUID(),
  });
  if (!registered.ok) throw new Error(registered.reason);
  const { userId } = registered.value;
  const browser = { address: null, userAgent: "the benchmark" };
  const sessionId = await inTransaction(asSystem(), (work) => openSession(work, userId, browser));
  const token = await encode({ token: { sub: userId, sid: sessionId }, secret: env.NEXTAUTH_SECRET });
  return { cookie: `next-auth.session-token=${token}` };
}

const store = createS3Handler({
  directory: env.EMBEDDED_S3_DIR ?? "",
  basePath: "/s3",
  bucket: env.S3_BUCKET,
  region: env.S3_REGION,
  accessKeyId: env.S3_ACCESS_KEY_ID,
  secretAccessKey: env.S3_SECRET_ACCESS_KEY,
  allowAccess: allowAddress,
});
const functions = serve(serving);
const server = createNodeServer(async (request) => {
  const { pathname } = new URL(request.url);
  if (pathname.startsWith("/s3")) return store(request);
  if (pathname.startsWith("/api/inngest")) return functions(request);
  if (pathname === "/person") return Response.json(await newPerson());
  return app.fetch(request);
});
server.listen(Number(process.env.PORT), "127.0.0.1", async () => {
  await ensureBucket();
  startUpkeep();
  startIndexer();
  process.stdout.write("ready\n");
});
