import { describe, expect, it } from "vitest";
import { acceptedLanguage } from "./accepted";

describe("the language that a browser asks for", () => {
  it.each([
    ["de-AT,de;q=0.9,en;q=0.8", "de"],
    ["en-US,en;q=0.9,de;q=0.8", "en"],
    ["fr,de;q=0.5", "de"],
    ["fr-FR,fr;q=0.9", "en"],
    ["*", "en"],
    ["de;q=0", "en"],
    [";;;=,", "en"],
    [null, "en"],
  ])("of %s is %s", (header, language) => {
    expect(acceptedLanguage(header)).toBe(language);
  });
});
