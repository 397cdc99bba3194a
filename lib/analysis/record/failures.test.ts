import { describe, expect, it } from "vitest";
import { AnalysisFailure, failureOf, storedFailure } from "./failures";
import { foundFormatSentences } from "./found-formats";

describe("a stored failure", () => {
  it("keeps what the file turned out to be, beside a code that never changes", () => {
    const failure = new AnalysisFailure("unsupported_format", "for the log", { found: "midi" });
    expect(failure.message).toBe(foundFormatSentences.midi);
    expect(failureOf(storedFailure(failure))).toEqual({ code: "unsupported_format", message: failure.message });
  });

  it("reads as before if nothing more is known, and if this version does not know the name", () => {
    const sentence = new AnalysisFailure("unsupported_format").message;
    expect(storedFailure({ code: "unsupported_format" })).toBe("unsupported_format");
    expect(failureOf("unsupported_format").message).toBe(sentence);
    expect(failureOf("unsupported_format: a name of tomorrow").message).toBe(sentence);
    expect(failureOf("nobody knows").message).toBe(new AnalysisFailure("internal").message);
  });

  it("tells what was found and what to do, in a sentence or two", () => {
    for (const sentence of Object.values(foundFormatSentences)) {
      expect(sentence).toMatch(/^This (?:is|file is) .+\.$/);
      expect(sentence.length).toBeLessThan(140);
    }
  });
});
