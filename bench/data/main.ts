// A generated library to try things on: npm run bench:data -- --rows 100000 --keep FOLDER [--port P] [--seed S]
// [--independent] [--server DATABASE_URL]. Serves it until it is interrupted. --spread FILE compares generated embeddings with what `samplemind analyze --json`
// has written into a file.
import { once } from "node:events";
import { parseArgs } from "node:util";
import { foreignLibraryServer, startLibraryServer } from "./library-server";
import { spreadTable } from "./spread-table";

const { values } = parseArgs({
  options: {
    rows: { type: "string", default: "10000" },
    seed: { type: "string", default: "1" },
    keep: { type: "string" },
    port: { type: "string" },
    server: { type: "string" },
    independent: { type: "boolean", default: false },
    spread: { type: "string" },
  },
});

async function serve(): Promise<void> {
  const server = values.server
    ? foreignLibraryServer(values.server)
    : await startLibraryServer({ keep: values.keep, port: values.port ? Number(values.port) : undefined });
  try {
    const spread = values.independent ? "independent" : "alike";
    const library = await server.open({ rows: Number(values.rows), seed: Number(values.seed), spread });
    const { load } = library;
    if (load) {
      const rate = Math.round(load.rows / load.seconds);
      process.stderr.write(`${load.rows} rows in ${load.seconds.toFixed(1)} s, ${rate} rows/s.\n`);
    }
    const { documents } = library;
    if (documents.documents > 0) {
      process.stderr.write(`${documents.documents} documents in ${documents.seconds.toFixed(1)} s.\n`);
    }
    process.stdout.write(`DATABASE_URL=${library.applicationUrl}\nDATABASE_MIGRATION_URL=${library.url}\n`);
    // Waiting for a signal alone keeps no process alive.
    const timer = setInterval(() => undefined, 60_000);
    await Promise.race([once(process, "SIGINT"), once(process, "SIGTERM")]);
    clearInterval(timer);
  } finally {
    await server.stop();
  }
}

if (values.spread) process.stdout.write(`${spreadTable(values.spread)}\n`);
else await serve();
