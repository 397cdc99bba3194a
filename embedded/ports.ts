import { connect, createServer } from "node:net";

/** How many ports to try before giving up. */
const SEARCH_RANGE = 200;

/** A free port on 127.0.0.1, chosen by the system. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      const port = typeof address === "object" && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}

/** Whether a server could listen on `port` of `host` now. */
export async function isPortFree(port: number, host = "127.0.0.1"): Promise<boolean> {
  return (await canListen(port, host)) && !(await isAnswered(port));
}

/**
 * Returns `preferred`, or the next free port above it that is not in `taken`.
 * @throws if 200 ports in a row are busy.
 */
export async function nextFreePort(preferred: number, host?: string, taken: readonly number[] = []): Promise<number> {
  for (let port = preferred; port < Math.min(preferred + SEARCH_RANGE, 65_536); port++) {
    if (!taken.includes(port) && (await isPortFree(port, host))) return port;
  }
  throw new Error(`No free port from ${preferred} to ${preferred + SEARCH_RANGE - 1}.`);
}

function canListen(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });
}

/** Some systems let two servers share a port on different addresses; a visitor would reach the wrong one. */
function isAnswered(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: "127.0.0.1", timeout: 500 });
    const finish = (answered: boolean) => {
      socket.destroy();
      resolve(answered);
    };
    socket.once("connect", () => finish(true));
    socket.once("timeout", () => finish(false));
    socket.once("error", () => finish(false));
  });
}
