// Checks whether node_modules matches package-lock.json, using the list that npm leaves in node_modules.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { runToEnd } from "../runtime/child-process.mjs";
import { root } from "../runtime/root.mjs";

function readPackages(path) {
  try {
    return JSON.parse(readFileSync(path, "utf8")).packages ?? null;
  } catch {
    return null;
  }
}

/** Whether a list in the lock file, such as ["linux", "!win32"], allows this machine's value. */
function allows(list, value) {
  if (!list) return true;
  if (list.includes(`!${value}`)) return false;
  const wanted = list.filter((entry) => !entry.startsWith("!"));
  return wanted.length === 0 || wanted.includes(value);
}

let libcName;

/** Systems like Alpine have musl's loader in /lib. Node's own report would take half a second. */
function libc() {
  libcName ??= existsSync("/lib") && readdirSync("/lib").some((file) => file.startsWith("ld-musl-")) ? "musl" : "glibc";
  return libcName;
}

function isForThisMachine(entry) {
  return (
    allows(entry.os, process.platform) && allows(entry.cpu, process.arch) && (!entry.libc || allows(entry.libc, libc()))
  );
}

/** True if every package of the lock file is installed in its version, and nothing was removed by hand. */
export function dependenciesAreCurrent() {
  const wanted = readPackages(join(root, "package-lock.json"));
  const installed = readPackages(join(root, "node_modules/.package-lock.json"));
  if (!wanted || !installed) return false;
  for (const [path, entry] of Object.entries(wanted)) {
    if (path === "") continue;
    const present = installed[path];
    if (!present) {
      // Optional packages for other systems should be absent.
      if (entry.optional && !(entry.os || entry.cpu)) continue;
      if (isForThisMachine(entry)) return false;
      continue;
    }
    if (present.version !== entry.version || present.integrity !== entry.integrity) return false;
    if (!existsSync(join(root, path, "package.json"))) return false;
  }
  return true;
}

function npm(args, options) {
  const cli = process.env.npm_execpath;
  const isNpm = cli !== undefined && /npm-cli\.c?js$/.test(cli);
  return runToEnd(isNpm ? process.execPath : "npm", isNpm ? [cli, ...args] : args, {
    name: `npm ${args[0]}`,
    cwd: root,
    env: process.env,
    shell: !isNpm && process.platform === "win32",
    ...options,
  });
}

/** Installs what the lock file says, including development packages, which the build needs. */
export async function installDependencies(options) {
  const flags = ["--include=dev", "--no-audit", "--no-fund"];
  try {
    await npm(["ci", ...flags], options);
  } catch (error) {
    // `ci` requires entries for all other systems, which a registry mirror may not have offered.
    if (!/EUSAGE[\s\S]*in sync/.test(error.output ?? "")) throw error;
    await npm(["install", "--no-save", ...flags], options);
  }
}

/** Installs if something is missing or stale. Returns whether it did. */
export async function ensureDependencies(options) {
  if (dependenciesAreCurrent()) return false;
  await installDependencies(options);
  return true;
}
