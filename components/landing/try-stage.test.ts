import { expect, it } from "vitest";
import { ENGLISH } from "@/lib/language/text";
import { stageText } from "./try-stage";

it("says in words how far a file is, with a share where one is known", () => {
  expect(stageText({ name: "sending", fraction: 0.404 }, ENGLISH)).toBe("Sending: 40 %");
  expect(stageText({ name: "decoding", fraction: null }, ENGLISH)).toBe("Decoding and listening");
  expect(stageText({ name: "decoding", fraction: 1 }, ENGLISH)).toBe("Decoding and listening: 100 %");
  expect(stageText({ name: "finishing", fraction: null }, ENGLISH)).toBe("Measuring tempo, key and loudness");
});
