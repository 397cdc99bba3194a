// Gives a folder one owner at a time. The lock is a file that names its process. A dead owner's lock is taken over.
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { isSameProcess, processIdentity } from "./process-identity.mjs";

function read(path) {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}

function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Creates `path` with `text` in one step. Returns false if it exists. */
function createWhole(path, text) {
  const temporary = `${path}.${process.pid}.tmp`;
  writeFileSync(temporary, text, { mode: 0o600 });
  try {
    linkSync(temporary, path);
    return true;
  } catch (error) {
    if (error.code === "EEXIST") return false;
    throw error;
  } finally {
    rmSync(temporary, { force: true });
  }
}

/** Moves a dead owner's lock aside, unless it has a new owner since it was read. */
function discard(path, expected) {
  const aside = `${path}.${process.pid}.stale`;
  try {
    renameSync(path, aside);
  } catch {
    return;
  }
  const moved = read(aside);
  if (moved !== null && moved !== expected) createWhole(path, moved);
  rmSync(aside, { force: true });
}

/** What dead owners wrote and nobody has handled yet. A new owner must keep it. */
function inherited(owner) {
  if (!owner) return [];
  const { leftovers = [], ...own } = owner;
  return [...leftovers, own];
}

/**
 * Takes the lock at `path`. Returns `{ lock, leftovers }` with what dead owners wrote there, oldest first, or
 * `{ owner }` if a living process has it. `leftovers` stay in the file until an update replaces them.
 */
export function takeLock(path, record = {}) {
  mkdirSync(dirname(path), { recursive: true, mode: 0o711 });
  let current = { pid: process.pid, identity: processIdentity(process.pid), leftovers: [], ...record };
  for (;;) {
    if (createWhole(path, JSON.stringify(current))) break;
    const text = read(path);
    if (text === null) continue;
    const owner = parse(text);
    if (owner && isSameProcess(owner.pid, owner.identity)) return { owner };
    current = { ...current, leftovers: inherited(owner) };
    discard(path, text);
  }
  let released = false;
  const lock = {
    /** Adds to what a later start finds here. */
    update(changes) {
      if (released) return;
      current = { ...current, ...changes };
      const temporary = `${path}.${process.pid}.tmp`;
      writeFileSync(temporary, JSON.stringify(current), { mode: 0o600 });
      renameSync(temporary, path);
    },
    release() {
      released = true;
      if (parse(read(path) ?? "")?.pid === process.pid) rmSync(path, { force: true });
    },
  };
  return { lock, leftovers: current.leftovers };
}

/** Like takeLock, but waits for the owner to finish. Calls `onWait` once if it has to wait. */
export async function waitForLock(path, onWait = () => {}) {
  for (let waited = false; ; waited = true) {
    const { lock, owner } = takeLock(path);
    if (lock) return lock;
    if (!waited) onWait(owner);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}
