import { describe, expect, it } from "vitest";
import { countLine, failedTests, readPlaywright, readVitest, slowestTests } from "./test-report.mjs";

const unit = readVitest({
  numPassedTests: 1,
  numFailedTests: 1,
  numPendingTests: 1,
  numTodoTests: 0,
  testResults: [
    {
      name: "/checkout/lib/music/keys.test.ts",
      assertionResults: [
        { title: "has twelve keys", status: "passed", duration: 250 },
        { title: "has a relative", status: "failed", duration: 4000 },
        { title: "is skipped", status: "skipped" },
      ],
    },
  ],
});
const e2e = readPlaywright({
  stats: { expected: 1, flaky: 0, unexpected: 1, skipped: 0 },
  suites: [
    {
      specs: [{ file: "library.spec.ts", title: "plays", ok: true, tests: [{ results: [{ duration: 9000 }] }] }],
      suites: [
        { specs: [{ file: "pages.spec.ts", title: "fits", ok: false, tests: [{ results: [{ duration: 1000 }] }] }] },
      ],
    },
  ],
});
const outcomes = { unit, "end to end": e2e };

describe("reports of the runners", () => {
  it("are counted alike", () => {
    expect(unit).toMatchObject({ passed: 1, failed: 1, skipped: 1 });
    expect(e2e).toMatchObject({ passed: 1, failed: 1, skipped: 0 });
  });

  it("give one table of the slowest tests", () => {
    expect(slowestTests(outcomes, 3)).toEqual([
      "    9.0 s  end to end  library.spec.ts › plays",
      "    4.0 s  unit        keys.test.ts › has a relative",
      "    1.0 s  end to end  pages.spec.ts › fits",
    ]);
  });

  it("name what failed", () => {
    expect(failedTests(outcomes)).toEqual([
      "unit        keys.test.ts › has a relative",
      "end to end  pages.spec.ts › fits",
    ]);
  });
});

describe("the closing line", () => {
  it("mentions skipped tests only if there are any", () => {
    expect(countLine({ passed: 3, failed: 0, skipped: 0 })).toBe("3 passed, 0 failed");
    expect(countLine({ passed: 3, failed: 1, skipped: 2 })).toBe("3 passed, 1 failed, 2 skipped");
  });
});
