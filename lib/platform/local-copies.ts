import "server-only";

type Copies = Map<string, () => void>;
/** Next.js gives each of its bundles modules of their own; what a process holds is in one place all the same. */
const COPIES = Symbol.for("samplemind.local-copies");

function copies(): Copies {
  const holder = globalThis as { [COPIES]?: Copies };
  holder[COPIES] ??= new Map();
  return holder[COPIES];
}

/** Says that this process holds something made of an object. `drop` is called when the object is deleted. */
export function holdLocalCopy(key: string, drop: () => void): void {
  copies().set(key, drop);
}

export function releaseLocalCopy(key: string): void {
  copies().delete(key);
}

/** Removes what this process holds of these objects. */
export function dropLocalCopies(keys: readonly string[]): void {
  for (const key of keys) copies().get(key)?.();
}
