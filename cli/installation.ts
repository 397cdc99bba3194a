import { existsSync } from "node:fs";
import { isAbsolute, join } from "node:path";
import { migrateDatabase } from "@/db/migrate";
import { appEnvironment } from "@/embedded/app-environment";
import { type Configuration, localOrigin, readConfiguration } from "@/embedded/configuration";
import { freePort } from "@/embedded/ports";
import { serverAccount } from "@/embedded/postgres/account";
import { databaseUrl } from "@/embedded/postgres/database";
import { place } from "@/embedded/postgres/placement";
import { isServerOf, readPostmasterFile } from "@/embedded/postgres/postmaster-file";
import { startPostgres } from "@/embedded/postgres/server";
import { generateSecrets, loadSecrets, type Secrets } from "@/embedded/secrets";
import { root } from "@/runtime/root.mjs";
import { takeLock } from "@/runtime/run-lock.mjs";

/** No installation was found. The message is for the person at the terminal. */
export class NoInstallationError extends Error {
  override readonly name = "NoInstallationError";
}

interface OpenDatabase {
  url: string;
  close(): Promise<void>;
}

/**
 * Runs `work` with the variables of this installation: those of the environment and the .env files, otherwise those of
 * the embedded stack in `DATA_DIR`. If its database is stopped, it is started while `work` runs. `work` must import
 * the modules that read variables itself, because they read them only once.
 * @throws NoInstallationError
 */
export async function withInstallation<T>(work: () => Promise<T>): Promise<T> {
  for (const name of [".env.local", ".env"]) {
    if (existsSync(join(root, name))) process.loadEnvFile(join(root, name));
  }
  const path = process.env.DATA_DIR || ".data";
  const dataDirectory = isAbsolute(path) ? path : join(root, path);
  const configuration = readConfiguration(process.env, { root, dataDirectory, isDevelopment: false });
  const hasData = existsSync(join(dataDirectory, "secrets.json"));
  if (!configuration.databaseUrl && !hasData) {
    throw new NoInstallationError(
      `There is no SampleMind in ${dataDirectory}. Set DATA_DIR to the folder it was started with, or DATABASE_URL to its database.`,
    );
  }
  // With the operator's own database nothing has to be written. In the container image nothing can be.
  const secrets = hasData ? loadSecrets(dataDirectory) : generateSecrets();
  const database = configuration.databaseUrl
    ? { url: configuration.databaseUrl, close: async () => {} }
    : await openEmbedded(configuration, secrets);
  const appOrigin = localOrigin(configuration.host, configuration.preferredPort);
  const addresses = { databaseUrl: database.url, executorUrl: null, appOrigin };
  Object.assign(process.env, { LOG_LEVEL: "error" }, appEnvironment(configuration, secrets, addresses));
  try {
    return await work();
  } finally {
    const { databasePool } = await import("@/db/client");
    await databasePool().end();
    await database.close();
  }
}

async function openEmbedded({ dataDirectory }: Configuration, secrets: Secrets): Promise<OpenDatabase> {
  const directory = join(dataDirectory, "postgres");
  const { lock, leftovers } = takeLock(join(dataDirectory, "run.lock"));
  if (!lock) return runningDatabase(directory, secrets.postgresPassword);
  try {
    const password = secrets.postgresPassword;
    const server = await startPostgres({ directory, port: await freePort(), password });
    const close = async () => {
      await server.stop();
      // The next start cleans up after earlier owners: it finds this lock stale and their records in it.
      if (leftovers.length === 0) lock.release();
    };
    await migrateDatabase({ databaseUrl: server.url, folder: join(root, "db/migrations") }).catch(async (error) => {
      await close();
      throw error;
    });
    return { url: server.url, close };
  } catch (error) {
    if (leftovers.length === 0) lock.release();
    throw error;
  }
}

/** For a stack that runs: its own file says where it listens. It keeps running afterwards. */
function runningDatabase(directory: string, password: string): OpenDatabase {
  const { dataDirectory } = place(directory, serverAccount(), () => {});
  const file = readPostmasterFile(dataDirectory);
  if (file?.status !== "ready" || !isServerOf(file.pid, dataDirectory)) {
    throw new NoInstallationError("SampleMind is starting or stopping. Try again in a moment.");
  }
  return { url: databaseUrl(file.port, password), close: async () => {} };
}
