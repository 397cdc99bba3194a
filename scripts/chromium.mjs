// A Chromium for the end-to-end tests: an installed one, otherwise Debian's, otherwise Playwright's own build.
// The shell without windows comes first: it does the same with a fifth less work.
import { accessSync, constants } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "../runtime/root.mjs";
import { run } from "./run-command.mjs";

const known = [
  "/usr/bin/chromium-headless-shell",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/snap/bin/chromium",
];

const runnable = (path) => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

async function present() {
  const { chromium } = await import(pathToFileURL(join(root, "node_modules/@playwright/test/index.mjs")).href);
  const wished = process.env.CHROMIUM_PATH;
  return [...(wished ? [wished] : []), ...known, chromium.executablePath()].find(runnable);
}

/** The path of the executable. Installs one if there is none, and says what to do if that fails. */
export async function findChromium() {
  const found = await present();
  if (found) return found;
  process.stdout.write("… installing Chromium for the end-to-end tests\n");
  const installs = [["npx", "playwright", "install", "--with-deps", "chromium"]];
  if (process.getuid?.() === 0 && runnable("/usr/bin/apt-get")) {
    installs.unshift([
      "sh",
      "-c",
      "apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium-headless-shell || apt-get install -y -qq --no-install-recommends chromium",
    ]);
  }
  for (const command of installs) {
    const { code } = await run(command, { env: { DEBIAN_FRONTEND: "noninteractive" } });
    const installed = code === 0 ? await present() : undefined;
    if (installed) return installed;
  }
  throw new Error(
    "Chromium is missing and could not be installed. Install it and set CHROMIUM_PATH to its executable.",
  );
}
