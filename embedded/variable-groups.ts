import { ConfigurationError } from "./configuration-error";

const SECRET_MIN_LENGTH = 16;

export const isOn = (text: string | undefined): boolean => Boolean(text && !/^(0|false)$/i.test(text));

/** Variables that work only together. The group is used once `isUsed` says so. */
interface VariableGroup {
  service: string;
  needed: readonly string[];
  isUsed(env: NodeJS.ProcessEnv): boolean;
}

const GROUPS: readonly VariableGroup[] = [
  {
    service: "storage",
    needed: ["S3_BUCKET", "S3_ACCESS_KEY_ID", "S3_SECRET_ACCESS_KEY"],
    isUsed: (env) => Boolean(env.S3_ENDPOINT || (env.S3_BUCKET && env.S3_ACCESS_KEY_ID)),
  },
  {
    service: "Inngest",
    needed: ["INNGEST_EVENT_KEY", "INNGEST_SIGNING_KEY"],
    isUsed: (env) =>
      Boolean(env.INNGEST_BASE_URL || env.INNGEST_EVENT_KEY || env.INNGEST_SIGNING_KEY) && !isOn(env.INNGEST_DEV),
  },
];

/**
 * Refuses groups that are set in part: otherwise the app would fail only when it first needs them.
 * @throws ConfigurationError naming what is missing, and what to do.
 */
export function refuseHalfSet(env: NodeJS.ProcessEnv): void {
  for (const { service, needed, isUsed } of GROUPS) {
    const missing = needed.filter((name) => !env[name]);
    if (!isUsed(env) || missing.length === 0) continue;
    const are = missing.length > 1 ? "are" : "is";
    throw new ConfigurationError(
      `${missing.join(" and ")} ${are} not set. To use your own ${service}, set ${needed.join(", ")}; to use the ` +
        `built-in one, set no variable of ${service} at all.`,
    );
  }
  const secret = env.NEXTAUTH_SECRET;
  if (secret && secret.length < SECRET_MIN_LENGTH) {
    throw new ConfigurationError(
      `NEXTAUTH_SECRET has ${secret.length} characters, and needs at least ${SECRET_MIN_LENGTH}. Leave it out to have ` +
        "one generated, or use the output of: openssl rand -hex 32",
    );
  }
}
