import { expect, it } from "vitest";
import { UNREADABLE_MAX } from "./bounds";
import { Findings } from "./findings";

it("a walk through thousands of folders that cannot be read writes 500 at once, and holds no more", () => {
  const findings = new Findings();
  const written: number[] = [];
  for (let index = 0; index < 1200; index++) {
    findings.take({ kind: "unreadable", path: Buffer.from(`folder ${index}`), failure: "folder_unreadable" });
    if (!findings.isToBeWritten) continue;
    written.push(findings.unreadable.size);
    findings.written();
  }
  expect([written, findings.unreadable.size, findings.closedCount]).toEqual([[500, 500], 200, 1200]);
  // One more than are considered: so it is known that there are too many.
  expect(findings.closed).toHaveLength(UNREADABLE_MAX + 1);
});
