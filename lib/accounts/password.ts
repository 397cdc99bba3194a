import { hash, type Options, verify } from "@node-rs/argon2";

/**
 * OWASP's first choice for argon2id. The number 2 is `Algorithm.Argon2id`, a const enum that isolated modules cannot
 * read.
 */
const ARGON2ID: Options = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const PARAMETERS = `$argon2id$v=19$m=${ARGON2ID.memoryCost},t=${ARGON2ID.timeCost},p=${ARGON2ID.parallelism}$`;

let decoy: Promise<string> | undefined;

/** The same password typed on two keyboards may differ in code points. NFKC makes both the same. */
const canonical = (password: string) => password.normalize("NFKC");

export function hashPassword(password: string): Promise<string> {
  return hash(canonical(password), ARGON2ID);
}

/**
 * Whether the password matches the hash. Takes as long if there is no account (`null`), so that timing does not reveal
 * which addresses are registered.
 */
export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword("an account that does not exist");
  const matches = await verify(passwordHash ?? (await decoy), canonical(password));
  return passwordHash !== null && matches;
}

/** Whether the hash was made with older parameters than today's. */
export function needsRehash(passwordHash: string): boolean {
  return !passwordHash.startsWith(PARAMETERS);
}
