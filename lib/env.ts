import { createEnv } from "@t3-oss/env-nextjs";
import { z } from "zod";
import { pluginVariables } from "@/lib/plugin-variables";

const url = z.url();
const secret = z.string().min(16);
const MAY_BE_SECRET = /SECRET|PASSWORD|KEY|TOKEN|^DATABASE|^SMTP/;

/** The variables by name, with what each takes. The help has a line about each. */
export const serverVariables = {
  DATABASE_URL: url,
  S3_ENDPOINT: url,
  /** Where browsers reach storage. A path such as `/s3` is on the application's own origin. */
  S3_PUBLIC_ENDPOINT: z.union([url, z.string().startsWith("/")]).optional(),
  S3_REGION: z.string().min(1).default("us-east-1"),
  S3_BUCKET: z.string().min(3),
  S3_ACCESS_KEY_ID: z.string().min(3),
  S3_SECRET_ACCESS_KEY: z.string().min(8),
  NEXTAUTH_SECRET: secret,
  /** The address that people use. If it is set, whatever names the application's origin takes it from here. */
  NEXTAUTH_URL: url.optional(),
  /** The application's address under the embedded start. Links in mails use it if `NEXTAUTH_URL` is unset. */
  SAMPLEMIND_APP_URL: url.optional(),
  /** Sign-in through a service is offered if both of its variables are set. */
  GOOGLE_CLIENT_ID: z.string().optional(),
  GOOGLE_CLIENT_SECRET: z.string().optional(),
  GITHUB_CLIENT_ID: z.string().optional(),
  GITHUB_CLIENT_SECRET: z.string().optional(),
  SPOTIFY_CLIENT_ID: z.string().optional(),
  SPOTIFY_CLIENT_SECRET: z.string().optional(),
  /** `smtps://user:password@mail.example.com`. Without it, mails wait on the admin's mail page. */
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.string().min(3).optional(),
  /** `1`: if there is no SMTP server, also writes mails to the log, including their links. */
  MAIL_TO_LOG: z.enum(["0", "1"]).default("0"),
  INNGEST_EVENT_KEY: z.string().optional(),
  INNGEST_SIGNING_KEY: z.string().optional(),
  INNGEST_BASE_URL: url.optional(),
  INNGEST_DEV: z.string().optional(),
  /** The application's address for the executor, if it is not the one that people use. */
  INNGEST_SERVE_ORIGIN: url.optional(),
  /** After this long, what the executor took and did not begin is handed to it again. Other waits follow from it. */
  EXECUTOR_PATIENCE_SECONDS: z.coerce.number().min(1).max(86_400).default(120),
  /** Folder of the object store that this process serves at /s3. Unset if a separate S3 server is used. */
  EMBEDDED_S3_DIR: z.string().optional(),
  /** Free space that uploads leave on the disk of that folder. Defaults to 1 GiB, less on a small disk. */
  MIN_FREE_DISK_MB: z.coerce.number().int().min(0).optional(),
  /** Who may register until an admin decides: everybody, people with an invitation, or nobody. */
  REGISTRATION: z.enum(["open", "invitation", "closed"]).default("open"),
  /** Where to write the set-up code while nobody has an account. Without it, the code is in the output. */
  SETUP_CODE_FILE: z.string().optional(),
  /** `on`: roles have the permissions and quotas of their plan. Otherwise everybody has everything but administration. */
  PLANS: z.enum(["on", "off"]).default("off"),
  /** How many analyses run at once, beside one more for short files. Defaults to what cores and memory allow. */
  ANALYSIS_WORKERS: z.coerce.number().int().min(1).max(256).optional(),
  /** `off`: no process with the index of sounds, where none can live. The database then compares sounds, slower. */
  SIMILARITY_INDEX: z.enum(["on", "off"]).default("on"),
  /** How many trusted proxies are in front of the application. The client's address is read that many steps back. */
  TRUSTED_PROXY_HOPS: z.coerce.number().int().min(0).max(16).default(0),
  /** Origins, separated by commas, whose pages may call `/api/v1` with a key: `https://studio.example.com`. */
  API_CORS_ORIGINS: z
    .string()
    .default("")
    .transform((list) => list.split(",").map((entry) => entry.trim().replace(/\/$/, "")))
    .transform((entries) => entries.filter(Boolean))
    .pipe(z.array(z.url({ protocol: /^https?$/ }).refine((entry) => new URL(entry).origin === entry))),
  /** Directories, separated by commas, below which people may import folders. Without any, nobody can. */
  IMPORT_DIRS: z
    .string()
    .default("")
    .transform((list) => list.split(",").map((entry) => entry.trim()))
    .transform((entries) => [...new Set(entries.filter(Boolean))])
    .pipe(z.array(z.string().regex(/^(\/|[A-Za-z]:[\\/])/, "each must be an absolute path"))),
  ...pluginVariables,
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
  NODE_ENV: z.enum(["development", "test", "production"]).default("development"),
};

/**
 * Every variable that the application reads, checked once. The embedded stack, docker-compose and hosting platforms all
 * set the same names, so the code need not know which one it runs on.
 */
export const env = createEnv({
  server: serverVariables,
  /** Names each variable with what was read, unless that may be a secret. */
  onValidationError(issues) {
    const lines = issues.map(({ path = [], message }) => {
      const name = String(path[0] ?? "");
      const given = process.env[name];
      const read = !given ? "is not set" : MAY_BE_SECRET.test(name) ? "cannot be used" : `is "${given}"`;
      return `${name} ${read}: ${message}`;
    });
    throw new Error(`The application cannot start with these variables (.env.example lists all):\n${lines.join("\n")}`);
  },
  client: {},
  experimental__runtimeEnv: {},
  emptyStringAsUndefined: true,
  // The variables are not set during a build; the first request checks them.
  skipValidation: process.env.NEXT_PHASE === "phase-production-build",
});
