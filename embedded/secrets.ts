import { randomBytes } from "node:crypto";
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import { z } from "zod";

const secretsSchema = z.object({
  postgresPassword: z.string().min(16),
  /** For the role that the application signs in as. The other password is the database owner's. */
  postgresAppPassword: z.string().min(16),
  s3AccessKeyId: z.string().min(16),
  s3SecretAccessKey: z.string().min(32),
  nextAuthSecret: z.string().min(32),
  inngestSigningKey: z.string().regex(/^signkey-prod-[0-9a-f]{64}$/),
  inngestEventKey: z.string().min(16),
});

/** What only the embedded services and the app know. */
export type Secrets = z.infer<typeof secretsSchema>;

/** Makes new ones each time. `loadSecrets` keeps them. */
export function generateSecrets(): Secrets {
  return {
    postgresPassword: randomBytes(24).toString("base64url"),
    postgresAppPassword: randomBytes(24).toString("base64url"),
    s3AccessKeyId: `SM${randomBytes(9).toString("hex").toUpperCase()}`,
    s3SecretAccessKey: randomBytes(30).toString("base64url"),
    nextAuthSecret: randomBytes(32).toString("base64url"),
    inngestSigningKey: `signkey-prod-${randomBytes(32).toString("hex")}`,
    inngestEventKey: randomBytes(24).toString("base64url"),
  };
}

/**
 * The secrets in `secrets.json` of the data directory (mode 0600), which the first start generates. Fields that an
 * older version did not have are added.
 * @throws if the file exists but cannot be read, or is missing beside a database: new secrets would lock the operator out of the database.
 */
export function loadSecrets(dataDirectory: string): Secrets {
  const path = join(dataDirectory, "secrets.json");
  const kept = readKept(path);
  const database = join(dataDirectory, "postgres");
  if (!kept && existsSync(database)) {
    throw new Error(
      `DATA_DIR is ${dataDirectory}: it holds a database, but secrets.json, with the password of that database, is ` +
        `missing. Restore ${path} from a backup. To start anew without the data, move ${database} away.`,
    );
  }
  if (kept) {
    const complete = secretsSchema.safeParse(kept);
    if (complete.success) {
      chmodSync(path, 0o600);
      return complete.data;
    }
  }
  const parsed = secretsSchema.safeParse({ ...generateSecrets(), ...kept });
  if (!parsed.success) {
    const fields = parsed.error.issues.map((issue) => issue.path.join("."));
    throw new Error(`${path} is damaged (${fields.join(", ")}). Restore it, or remove the field to get a new one.`);
  }
  mkdirSync(dataDirectory, { recursive: true, mode: 0o711 });
  writeAtomically(path, `${JSON.stringify(parsed.data, null, 2)}\n`);
  return parsed.data;
}

function readKept(path: string): Record<string, unknown> | null {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Error(`${path} is damaged: it is not JSON. Restore it, or remove both the file and the data beside it.`, {
      cause,
    });
  }
}

/** Writes a file that only its owner can read. A crash leaves either the old content or the new. */
export function writeAtomically(path: string, text: string): void {
  const temporary = `${path}.${process.pid}.tmp`;
  const file = openSync(temporary, "w", 0o600);
  try {
    writeSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(temporary, path);
}
