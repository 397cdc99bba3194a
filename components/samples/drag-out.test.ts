import { describe, expect, it } from "vitest";
import { downloadUrl, dragOut } from "./drag-out";

const row = (id: string, fileName = "Kick 01.wav") => ({ id, fileName, status: "completed" as const });
globalThis.window ??= { location: { origin: "https://sounds.example" } } as typeof window;

function dragged(one: ReturnType<typeof row>, selected: readonly string[] = []): string {
  let text = "";
  const setData = (_type: string, value: string) => {
    text = value;
  };
  const dataTransfer = { setData, effectAllowed: "none" };
  dragOut({ dataTransfer } as never, one, selected);
  return text;
}

describe("dragging out", () => {
  it("a row gives its original, one of several selected a ZIP of all", () => {
    expect(dragged(row("a"))).toBe("audio/wav:Kick 01.wav:https://sounds.example/api/v1/samples/a/audio?download=1");
    expect(dragged(row("a"), ["b", "c"])).toContain("/samples/a/audio");
    expect(dragged(row("a"), ["a", "b"])).toBe(
      "application/zip:2 samples.zip:https://sounds.example/api/v1/downloads/archive?ids=a%2Cb",
    );
  });

  it("a name cannot end before its end", () => {
    const file = { name: "12:30 / take\u202e.wav", address: "/x", type: "audio/wav" };
    expect(downloadUrl(file, "https://a.example")).toBe("audio/wav:12_30 _ take_.wav:https://a.example/x");
  });
});
