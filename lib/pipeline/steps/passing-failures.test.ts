import { describe, expect, it } from "vitest";
import { ANALYSIS_FAILURES } from "@/lib/analysis/record/schema";
import { isRetried, mayPass } from "./passing-failures";

describe("a failure that may be the machine's fault", () => {
  it("is tried again, and is the file's in the end unless it is about our own disk", () => {
    const retriedAt = (attempt: number) => ANALYSIS_FAILURES.filter((code) => isRetried(code, attempt));
    const ownDisk = ["missing_file", "unreadable_file"];
    expect(retriedAt(0)).toEqual(["out_of_memory", "timed_out", "decoder_crashed", ...ownDisk, "internal"]);
    expect(retriedAt(1)).toEqual([...ownDisk, "internal"]);
    expect(retriedAt(3)).toEqual(ownDisk);
    expect(ANALYSIS_FAILURES.filter(mayPass)).toEqual(retriedAt(0));
  });
});
