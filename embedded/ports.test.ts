import { once } from "node:events";
import { createServer, type Server } from "node:net";
import { afterEach, expect, it } from "vitest";
import { freePort, isPortFree, nextFreePort } from "./ports";

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

async function occupy(port: number, host: string): Promise<void> {
  const server = createServer().listen(port, host);
  servers.push(server);
  await once(server, "listening");
}

it.each(["127.0.0.1", "0.0.0.0"])("notices that a server on %s has taken the port", async (host) => {
  const port = await freePort();
  expect(await isPortFree(port)).toBe(true);
  await occupy(port, host);
  expect(await isPortFree(port)).toBe(false);
  expect(await nextFreePort(port)).toBeGreaterThan(port);
});

it("skips ports that are meant for another service", async () => {
  const port = await freePort();
  expect(await nextFreePort(port, "127.0.0.1", [port])).toBeGreaterThan(port);
});
