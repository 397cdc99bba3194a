// Creates the demo account and lets the running app analyse a dozen sounds: node scripts/run.mjs scripts/seed.ts
import { createHash, randomBytes } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import { v7 as uuidv7 } from "uuid";
import { databasePool } from "@/db/client";
import { type DemoSound, demoSounds } from "@/db/seed/demo-sounds";
import { findAccountByEmail } from "@/lib/accounts/lookups";
import { registerAccount, resetPassword } from "@/lib/accounts/operator/jobs";
import { actorOnBehalfOf, type Ctx } from "@/lib/identity/actor";
import { countByStatus } from "@/lib/samples/summary/data";
import { listUnfinishedUploads } from "@/lib/uploads/data";
import { beginUpload, cancelUpload, completeUpload } from "@/lib/uploads/mutations";

const EMAIL = "demo@samplemind.local";
const DEADLINE_SECONDS = 120;
const POLL_MS = 250;

/** Creates the demo account or resets its password. Throws if the address belongs to a person. */
async function demoContext(password: string): Promise<Ctx> {
  const known = await findAccountByEmail(EMAIL);
  if (known && !known.isDemo) throw new Error(`${EMAIL} is a person's account`);
  if (known) await resetPassword(known.id, password);
  else await registerAccount({ name: "Demo", email: EMAIL, password }, { isDemo: true });
  const account = known ?? (await findAccountByEmail(EMAIL));
  if (!account) throw new Error("the demo account could not be created");
  return { actor: actorOnBehalfOf(account), requestId: uuidv7(), address: null, userAgent: null };
}

/** Uploads one sound as a browser does. Returns null if the library already has it. */
async function upload(ctx: Ctx, sound: DemoSound, appUrl: string): Promise<string | null> {
  const bytes = sound.render();
  const begun = await beginUpload(
    ctx,
    {
      fileName: sound.fileName,
      folderPath: sound.folderPath,
      sizeBytes: bytes.length,
      declaredType: "audio/wav",
      sha256: createHash("sha256").update(bytes).digest("hex"),
    },
    appUrl,
  );
  if (!begun.ok) return null;
  const ticket = begun.value;
  if (ticket.kind !== "single") throw new Error(`${sound.fileName} is larger than a demo sound should be`);
  const put = await fetch(ticket.url, { method: "PUT", headers: ticket.headers, body: Buffer.from(bytes) });
  if (!put.ok) throw new Error(`storage answered ${put.status} for ${sound.fileName}`);
  const completed = await completeUpload(ctx, ticket.uploadId);
  if (!completed.ok) throw new Error(`${sound.fileName}: ${completed.reason}`);
  return ticket.sampleId;
}

async function untilAnalyzed(ctx: Ctx): Promise<void> {
  const deadline = Date.now() + DEADLINE_SECONDS * 1000;
  for (;;) {
    const { completed, failed, total } = (await countByStatus(ctx.actor.id)).counts;
    const open = total - completed - failed;
    if (open === 0) {
      if (completed < demoSounds.length)
        throw new Error(`only ${completed} of ${demoSounds.length} sounds were analysed`);
      return;
    }
    if (Date.now() > deadline) throw new Error(`${open} sounds were not analysed within ${DEADLINE_SECONDS} s`);
    await delay(POLL_MS);
  }
}

async function seed(appUrl: string): Promise<void> {
  const password = randomBytes(12).toString("base64url");
  const ctx = await demoContext(password);
  const { uploads } = await listUnfinishedUploads(ctx.actor.id, { limit: demoSounds.length, after: null });
  for (const { uploadId } of uploads) await cancelUpload(ctx, uploadId);
  for (const [index, sound] of demoSounds.entries()) {
    await upload(ctx, sound, appUrl);
    process.stderr.write(`${index + 1}/${demoSounds.length} ${sound.fileName}\n`);
  }
  await untilAnalyzed(ctx);
  process.stdout.write(`${JSON.stringify({ email: EMAIL, password })}\n`);
}

const appUrl = process.env.SAMPLEMIND_APP_URL ?? process.argv[2];
if (!appUrl || !URL.canParse(appUrl)) {
  process.stderr.write("usage: SAMPLEMIND_APP_URL=http://127.0.0.1:3000 node scripts/run.mjs scripts/seed.ts\n");
  process.exit(2);
}
try {
  await seed(new URL(appUrl).origin);
  await databasePool().end();
  process.exit(0);
} catch (error) {
  process.stderr.write(`The demo could not be created: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
