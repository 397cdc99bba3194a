import { describe, expect, it } from "vitest";
import type { SampleRow } from "@/lib/samples/schema";
import { countByFilter, DEFAULT_VIEW, filterRows, type LibraryView, parseView, writeView } from "./library-view";

const row = (fileName: string, folderPath = "", status: SampleRow["status"] = "completed") =>
  ({ id: fileName, fileName, folderPath, status, tags: ["loop", "drum and bass"] }) as SampleRow;

const parse = (search: string) => parseView(new URLSearchParams(search));

describe("the view in the address", () => {
  it("survives a round trip", () => {
    const view: LibraryView = {
      query: "deep kick",
      status: "failed",
      onlyFavourites: true,
      tag: "drum and bass",
      sort: { column: "bpm", descending: true },
    };
    expect(parse(writeView(view, new URLSearchParams()))).toEqual(view);
  });

  it("is left out for the default view, and other parameters are kept", () => {
    expect(writeView(DEFAULT_VIEW, new URLSearchParams("q=old&sort=bpm"))).toBe("");
    expect(writeView(DEFAULT_VIEW, new URLSearchParams("lang=de"))).toBe("?lang=de");
  });

  it("ignores unknown values", () => {
    expect(parse("status=lost&sort=-colour")).toEqual(DEFAULT_VIEW);
  });
});

describe("finding rows", () => {
  const rows = [row("Kick 01.wav", "Drums/Über"), row("kick 02.wav", "Drums"), row("Café loop.flac", "")];
  const names = (query: string) => filterRows(rows, { query, status: "all", tag: "" }).map(({ fileName }) => fileName);

  it("needs every word, anywhere in the folder or name", () => {
    expect(names("drums 02")).toEqual(["kick 02.wav"]);
    expect(names("kick")).toHaveLength(2);
    expect(names("kick loop")).toEqual([]);
  });

  it("ignores case and accents", () => {
    expect(names("UBER KICK")).toEqual(["Kick 01.wav"]);
    expect(names("cafe")).toEqual(["Café loop.flac"]);
  });

  it("can ask for a tag as well", () => {
    const found = (tag: string) => filterRows(rows, { query: "kick", status: "all", tag });
    expect(found("drum and bass")).toHaveLength(2);
    expect(found("drum")).toEqual([]);
  });

  it("groups everything unfinished as in progress", () => {
    const mixed = [
      row("a", "", "uploading"),
      row("b", "", "uploaded"),
      row("c", "", "processing"),
      row("d", "", "failed"),
    ];
    expect(filterRows(mixed, { query: "", status: "under_way", tag: "" })).toHaveLength(3);
    expect(countByFilter(mixed)).toEqual({ all: 4, analysed: 0, under_way: 3, failed: 1 });
  });
});
