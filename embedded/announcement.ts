import { networkInterfaces } from "node:os";
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
  lines.push(`  Data and logs:         ${dataDirectory}`, "  Ctrl-C stops everything.", "");
  return lines.join("\n");
}

function networkAddresses(): string[] {
  const all = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? []);
  return all.filter(({ family, internal }) => family === "IPv4" && !internal).map(({ address }) => address);
}
