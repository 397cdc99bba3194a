import { parseArgs } from "node:util";
import { startExecutor } from "./executor";
import { createLog, reason } from "./log";
import type { Keys } from "./signature";

const usage =
  "usage: npm run embedded:inngest -- --port P --database-url U [--app-url U] [--dev] [--backoff-scale 1]\n" +
  "INNGEST_SIGNING_KEY and INNGEST_EVENT_KEY are required unless --dev is given\n";

function fail(message: string, status: number): never {
  process.stderr.write(`${message}\n`);
  process.exit(status);
}

function readArguments() {
  try {
    const { values } = parseArgs({
      options: {
        port: { type: "string" },
        "database-url": { type: "string" },
        "app-url": { type: "string" },
        dev: { type: "boolean", default: false },
        "backoff-scale": { type: "string", default: "1" },
      },
    });
    return values;
  } catch (error) {
    return fail(`${reason(error)}\n${usage}`, 2);
  }
}

function readKeys(dev: boolean): Keys | null {
  if (dev) return null;
  const { INNGEST_SIGNING_KEY: signingKey, INNGEST_EVENT_KEY: eventKey } = process.env;
  return signingKey && eventKey ? { signingKey, eventKey } : fail(usage, 2);
}

const values = readArguments();
// In the environment, the password does not appear in the list of processes.
const databaseUrl = values["database-url"] ?? process.env.DATABASE_URL;
const port = Number(values.port);
const backoffScale = Number(values["backoff-scale"]);
const portIsValid = values.port !== undefined && Number.isInteger(port) && port >= 0 && port < 65_536;
if (!portIsValid || !databaseUrl || !(backoffScale > 0)) fail(usage, 2);

const log = createLog(process.env.LOG_LEVEL ?? "info");
try {
  const executor = await startExecutor({
    port,
    databaseUrl,
    appUrl: values["app-url"],
    keys: readKeys(values.dev),
    backoffScale,
    log,
  });
  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    executor.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
  process.stdout.write(`${executor.url}\n`);
} catch (error) {
  fail(`the executor cannot start: ${reason(error)}`, 1);
}
