import { ConfigurationError } from "./configuration-error";
import { isOn, refuseHalfSet } from "./variable-groups";

/** The settings of `npm start`, read once from the environment. */
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
  /** The database as its owner signs in, if the application is to have fewer rights. */
  databaseMigrationUrl: string | null;
  usesEmbeddedStorage: boolean;
  usesEmbeddedExecutor: boolean;
  /** False with SEED_DEMO=0: no demo account. */
  wantsDemo: boolean;
}

const DEFAULT_PORT = 3000;
const LOOPBACK = /^(127(\.\d+){3}|::1)$/;

/** @throws ConfigurationError naming the variable that cannot be used. */
export function readConfiguration(
  env: NodeJS.ProcessEnv,
  fixed: Pick<Configuration, "root" | "dataDirectory" | "isDevelopment">,
): Configuration {
  refuseHalfSet(env);
  // A name can mean ::1 or 127.0.0.1, and every process must use the same one.
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
      isOn(env.INNGEST_DEV)
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

/** The app's address on this machine: for the services, the health check and the person at the terminal. */
export function localOrigin(host: string, port: number): string {
  if (host === "0.0.0.0" || host === "::") return `http://127.0.0.1:${port}`;
  return `http://${host.includes(":") ? `[${host}]` : host}:${port}`;
}
