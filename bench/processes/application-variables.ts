import { randomBytes } from "node:crypto";

/** The variables without which the application's own code does not start. Nothing is stored and no executor is called. */
export function applicationVariables(databaseUrl: string): Record<string, string> {
  const secret = randomBytes(24).toString("hex");
  return {
    NODE_ENV: "production",
    DATABASE_URL: databaseUrl,
    NEXTAUTH_SECRET: secret,
    // Nothing listens on this port.
    S3_ENDPOINT: "http://127.0.0.1:9/s3",
    S3_BUCKET: "samplemind",
    S3_ACCESS_KEY_ID: "bench",
    S3_SECRET_ACCESS_KEY: secret,
    INNGEST_BASE_URL: "http://127.0.0.1:9",
    INNGEST_DEV: "0",
    LOG_LEVEL: "error",
  };
}
