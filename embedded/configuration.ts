/** What `npm start` was asked for, read once from the environment. */
export interface Configuration {
  root: string;
  dataDirectory: string;
  isDevelopment: boolean;
  /** The address the app listens on. */
  host: string;
  isLoopback: boolean;
  preferredPort: number;
  /** The database to use, or null for the embedded one. */
  databaseUrl: string | null;
  /** Whom it belongs to, where the application is to sign in to it with fewer rights. */
  databaseMigrationUrl: string | null;
  usesEmbeddedStorage: boolean;
  usesEmbeddedExecutor: boolean;
  /** SEED_DEMO=0 leaves the demo account out. */
  wantsDemo: boolean;
}

export class ConfigurationError extends Error {
  override readonly name = "ConfigurationError";
}

const DEFAULT_PORT = 3000;
const LOOPBACK = /^(127(\.\d+){3}|::1)$/;

/** @throws ConfigurationError naming the variable that cannot be used. */
export function readConfiguration(
  env: NodeJS.ProcessEnv,
  fixed: Pick<Configuration, "root" | "dataDirectory" | "isDevelopment">,
): Configuration {
  // A name may stand for ::1 and 127.0.0.1; every part must mean the same one.
  const host = !env.HOST || env.HOST === "localhost" ? "127.0.0.1" : env.HOST;
  return {
    ...fixed,
    host,
    isLoopback: LOOPBACK.test(host),
    preferredPort: readPort(env.PORT),
    databaseUrl: env.DATABASE_URL || null,
    databaseMigrationUrl: (env.DATABASE_URL && env.DATABASE_MIGRATION_URL) || null,
    usesEmbeddedStorage: !(env.S3_ENDPOINT || (env.S3_BUCKET && env.S3_ACCESS_KEY_ID)),
    usesEmbeddedExecutor: !(
      env.INNGEST_BASE_URL ||
      env.INNGEST_EVENT_KEY ||
      env.INNGEST_SIGNING_KEY ||
      (env.INNGEST_DEV && !/^(0|false)$/i.test(env.INNGEST_DEV))
    ),
    wantsDemo: env.SEED_DEMO !== "0",
  };
}

function readPort(text: string | undefined): number {
  if (!text) return DEFAULT_PORT;
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new ConfigurationError(`PORT is "${text}"; it must be a whole number from 1 to 65535.`);
}

/** Where the app is reached from this machine: by the services, by the health check, by the person at it. */
export function localOrigin(host: string, port: number): string {
  if (host === "0.0.0.0" || host === "::") return `http://127.0.0.1:${port}`;
  return `http://${host.includes(":") ? `[${host}]` : host}:${port}`;
}
