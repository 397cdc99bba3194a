import { readFileSync } from "node:fs";
import { networkInterfaces } from "node:os";
import { setupCodeFile } from "./app-environment";
import type { Configuration } from "./configuration";
import type { DemoAccount } from "./seeding";

/** The last lines of a start: the address, and how to sign in. */
export function announcement(
  { host, dataDirectory }: Configuration,
  { appOrigin, appPort }: { appOrigin: string; appPort: number },
  account: DemoAccount | null,
): string {
  const lines = ["", `  SampleMind is ready at ${appOrigin}`];
  if (host === "0.0.0.0" || host === "::") {
    for (const address of networkAddresses()) lines.push(`  On your network:       http://${address}:${appPort}`);
  }
  if (account) {
    lines.push(`  Demo account:          ${account.email}   password: ${account.password}`);
    lines.push("                         (shown only this once)");
  }
  const code = readSetupCode(dataDirectory);
  if (code) {
    lines.push(`  Set-up code:           ${code}`);
    lines.push("                         (for the first account, which administers this server;");
    lines.push("                         not needed in a browser on this machine)");
  }
  lines.push(`  Data and logs:         ${dataDirectory}`, "  Ctrl-C stops everything.", "");
  return lines.join("\n");
}

/** Null once somebody has an account. */
function readSetupCode(dataDirectory: string): string | null {
  try {
    return readFileSync(setupCodeFile(dataDirectory), "utf8").trim();
  } catch {
    return null;
  }
}

function networkAddresses(): string[] {
  const all = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? []);
  return all.filter(({ family, internal }) => family === "IPv4" && !internal).map(({ address }) => address);
}
