import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import wabt from "wabt";
import { ScanMemory } from "./scan-memory";

const read = (name: string) => readFileSync(new URL(name, import.meta.url), "utf8");

describe("the compiled scan", () => {
  it("is what scan.wat says", async () => {
    const { parseWat } = await wabt();
    const { buffer } = parseWat("scan.wat", read("scan.wat"), { simd: true }).toBinary({});
    const text = Buffer.from(buffer).toString("base64");
    const source = `// Made of scan.wat, which says how.\nexport const SCAN_MODULE =\n  "${text}";\n`;
    await expect(source).toMatchFileSnapshot("./scan-module.ts");
  });

  it("adds up like plain arithmetic at the ends of its numbers", () => {
    const memory = new ScanMemory();
    memory.reserve(3);
    const rows = [127, -127, -1].map((value) =>
      Int8Array.from({ length: 96 }, (_, i) => (i % 3 === 0 ? -value : value)),
    );
    for (const [slot, row] of rows.entries()) memory.rows.set(row, slot * 96);
    const query = Int16Array.from({ length: 96 }, (_, i) => (i % 5 === 0 ? -32_767 : 32_767 - i));
    const wanted = rows.map((row) => row.reduce((sum, value, i) => sum + value * (query[i] ?? 0), 0));
    expect([...memory.scan(query, 0, 3)]).toEqual(wanted);
    expect([...memory.scan(query, 1, 1)]).toEqual(wanted.slice(1, 2));
  });
});
