import { describe, expect, it } from "vitest";
import { downloadUrl } from "@/components/samples/drag-out";
import type { Selection } from "@/lib/library/schema";
import { draggedFile } from "./drag-rows";

const row = (id: string, fileName = "Kick 01.wav") => ({ id, fileName, status: "completed" as const });

function dragged(selection: Selection, count: number) {
  const { file, leavesOutOthers } = draggedFile(row("a"), { selection, count });
  return { text: downloadUrl(file, "https://sounds.example"), leavesOutOthers };
}

const alone = {
  text: "audio/wav:Kick 01.wav:https://sounds.example/api/v1/samples/a/audio?download=1",
  leavesOutOthers: false,
};

describe("dragging out", () => {
  it("a row gives its original, one of several selected a ZIP of all", () => {
    expect(downloadUrl(draggedFile(row("a"), null).file, "https://sounds.example")).toBe(alone.text);
    expect(dragged({ ids: ["a"] }, 1)).toEqual(alone);
    expect(dragged({ ids: ["a", "b"] }, 2)).toEqual({
      text: "application/zip:2 samples.zip:https://sounds.example/api/v1/downloads/archive?ids=a%2Cb",
      leavesOutOthers: false,
    });
  });

  it("a row of everything that a search finds gives a ZIP of all", () => {
    expect(dragged({ query: "kick" }, 50_000)).toEqual({
      text: "application/zip:50000 samples.zip:https://sounds.example/api/v1/downloads/archive?q=kick",
      leavesOutOthers: false,
    });
  });

  it("a row of more than an address holds goes alone, and the person is told", () => {
    const ids = ["a", ...Array.from({ length: 200 }, (_, index) => `id ${index}`)];
    expect(dragged({ ids }, 201)).toEqual({ ...alone, leavesOutOthers: true });
    expect(dragged({ query: "kick", except: ["b"] }, 50_000)).toEqual({ ...alone, leavesOutOthers: true });
  });

  it("a name cannot end before its end", () => {
    const file = { name: "12:30 / take\u202e.wav", address: "/x", type: "audio/wav" };
    expect(downloadUrl(file, "https://a.example")).toBe("audio/wav:12_30 _ take_.wav:https://a.example/x");
  });
});
