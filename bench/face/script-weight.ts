import { gzipSync } from "node:zlib";

/** What the scripts weigh, each compressed by itself as the server sends it, without the headers of their answers. */
export async function gzipKilobytes(addresses: readonly string[]): Promise<number> {
  const bodies = await Promise.all(addresses.map(async (address) => (await fetch(address)).arrayBuffer()));
  return bodies.reduce((sum, body) => sum + gzipSync(new Uint8Array(body)).length, 0) / 1000;
}
