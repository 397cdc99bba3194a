import { describe, expect, it } from "vitest";
import { downloadUrl, dragOutProps } from "./drag-out";

const row = (id: string, fileName = "Kick 01.wav") => ({ id, fileName, status: "completed" as const });
globalThis.window ??= { location: { origin: "https://sounds.example" } } as typeof window;

function dragged(props: ReturnType<typeof dragOutProps>): string {
  let text = "";
  const setData = (_type: string, value: string) => {
    text = value;
  };
  const dataTransfer = { setData, effectAllowed: "none" };
  props.onDragStart({ dataTransfer } as never);
  return text;
}

describe("dragging out", () => {
  it("a row gives its original, one of several selected a ZIP of all", () => {
    expect(dragged(dragOutProps(row("a")))).toBe(
      "audio/wav:Kick 01.wav:https://sounds.example/api/v1/samples/a/audio?download=1",
    );
    expect(dragged(dragOutProps(row("a"), () => ["b", "c"]))).toContain("/samples/a/audio");
    expect(dragged(dragOutProps(row("a"), () => ["a", "b"]))).toBe(
      "application/zip:2 samples.zip:https://sounds.example/api/v1/downloads/archive?ids=a%2Cb",
    );
  });

  it("a name cannot end before its end", () => {
    const file = { name: "12:30 / take\u202e.wav", address: "/x", type: "audio/wav" };
    expect(downloadUrl(file, "https://a.example")).toBe("audio/wav:12_30 _ take_.wav:https://a.example/x");
  });
});
