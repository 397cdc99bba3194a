import type { CDPSession } from "@playwright/test";

interface Snapshot {
  snapshot: { meta: { node_fields: string[]; node_types: [string[], ...unknown[]] } };
  nodes: number[];
}

/** Compiled code grows with use whatever a page keeps, and what the browser itself keeps is in no heap of JavaScript. */
const NOT_HELD = new Set(["code", "native"]);

/** Megabytes of what JavaScript holds in a page after a collection, by a snapshot of its heap. */
export async function heldHeapMegabytes(session: CDPSession): Promise<number> {
  const chunks: string[] = [];
  const take = ({ chunk }: { chunk: string }) => chunks.push(chunk);
  session.on("HeapProfiler.addHeapSnapshotChunk", take);
  await session.send("HeapProfiler.takeHeapSnapshot", { reportProgress: false });
  session.off("HeapProfiler.addHeapSnapshotChunk", take);
  const { snapshot, nodes } = JSON.parse(chunks.join("")) as Snapshot;
  const { node_fields: fields, node_types: types } = snapshot.meta;
  const [kindAt, sizeAt] = [fields.indexOf("type"), fields.indexOf("self_size")];
  let bytes = 0;
  for (let node = 0; node < nodes.length; node += fields.length) {
    const kind = types[0][nodes[node + kindAt] ?? 0] ?? "";
    if (!NOT_HELD.has(kind)) bytes += nodes[node + sizeAt] ?? 0;
  }
  return bytes / 1e6;
}
