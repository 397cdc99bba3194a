import { join } from "node:path";
import type { Configuration } from "./configuration";
import type { Secrets } from "./secrets";

export interface ServiceAddresses {
  databaseUrl: string;
  /** Null if the operator's own Inngest is configured. */
  executorUrl: string | null;
  appOrigin: string;
}

/** The environment of the app: the caller's variables, and the embedded services under the same names. */
export function appEnvironment(
  configuration: Configuration,
  secrets: Secrets,
  addresses: ServiceAddresses,
  given: NodeJS.ProcessEnv = process.env,
): NodeJS.ProcessEnv {
  return {
    ...given,
    NODE_ENV: configuration.isDevelopment ? "development" : "production",
    NEXT_TELEMETRY_DISABLED: "1",
    DATABASE_URL: addresses.databaseUrl,
    // Only migrations need the owner's rights. Somebody who breaks into the application must not find them there.
    DATABASE_MIGRATION_URL: "",
    SAMPLEMIND_APP_URL: addresses.appOrigin,
    SETUP_CODE_FILE: setupCodeFile(configuration.dataDirectory),
    NEXTAUTH_SECRET: given.NEXTAUTH_SECRET || secrets.nextAuthSecret,
    ...(configuration.usesEmbeddedStorage
      ? embeddedStorage(configuration, secrets, addresses, given)
      : { S3_ENDPOINT: given.S3_ENDPOINT || amazonEndpoint(given), EMBEDDED_S3_DIR: "" }),
    ...(addresses.executorUrl ? embeddedExecutor(secrets, addresses.executorUrl, addresses.appOrigin) : {}),
  };
}

/** While nobody has an account, the app keeps in this file the code that the first person needs. */
export const setupCodeFile = (dataDirectory: string) => join(dataDirectory, "setup-code");

function embeddedStorage(
  { dataDirectory }: Configuration,
  secrets: Secrets,
  { appOrigin }: ServiceAddresses,
  given: NodeJS.ProcessEnv,
) {
  return {
    S3_ENDPOINT: `${appOrigin}/s3`,
    S3_PUBLIC_ENDPOINT: "/s3",
    S3_REGION: given.S3_REGION || "us-east-1",
    S3_BUCKET: given.S3_BUCKET || "samplemind",
    S3_ACCESS_KEY_ID: secrets.s3AccessKeyId,
    S3_SECRET_ACCESS_KEY: secrets.s3SecretAccessKey,
    EMBEDDED_S3_DIR: given.EMBEDDED_S3_DIR || join(dataDirectory, "objects"),
  };
}

function embeddedExecutor(secrets: Secrets, executorUrl: string, appOrigin: string) {
  return {
    INNGEST_BASE_URL: executorUrl,
    // On this machine, whatever the public address is.
    INNGEST_SERVE_ORIGIN: appOrigin,
    INNGEST_SIGNING_KEY: secrets.inngestSigningKey,
    INNGEST_EVENT_KEY: secrets.inngestEventKey,
    // Calls are signed in development too: otherwise /api/inngest would run functions for anyone.
    INNGEST_DEV: "0",
  };
}

function amazonEndpoint(given: NodeJS.ProcessEnv): string {
  return `https://s3.${given.S3_REGION || "us-east-1"}.amazonaws.com`;
}
