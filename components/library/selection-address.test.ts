import { v7 as uuidv7 } from "uuid";
import { describe, expect, it } from "vitest";
import { librarySearch, parseLibraryAddress } from "./library-address";
import { EVERYTHING, NOTHING, type Selected } from "./selection";
import { IN_TAB, namedIn, plainSelectionText, selectionText } from "./selection-address";

const ids = (count: number) => Array.from({ length: count }, () => uuidv7());
const again = (selected: Selected) => {
  const search = librarySearch({ query: "kick", selected: selectionText(selected) });
  return namedIn(parseLibraryAddress(new URLSearchParams(search)).selected ?? "");
};

describe("a selection in the address", () => {
  it("is the same after a reload: fifty samples, everything, everything but some", () => {
    const fifty: Selected = { all: false, ids: new Set(ids(50)) };
    expect(again(fifty)).toEqual(fifty);
    expect(again(EVERYTHING)).toEqual(EVERYTHING);
    const most: Selected = { all: true, except: new Set(ids(2)) };
    expect(again(most)).toEqual(most);
    expect(selectionText(NOTHING)).toBeNull();
  });

  it("is short, and says that the tab knows more", () => {
    expect(selectionText({ all: false, ids: new Set(ids(50)) })?.length).toBeLessThan(1100);
    expect(selectionText({ all: false, ids: new Set(ids(51)) })).toBe(IN_TAB);
  });

  it("is nothing where it cannot be read", () => {
    for (const text of ["", "x", "ALL", "all.", "%", "a".repeat(23), "a".repeat(5000), "all.!"])
      expect(plainSelectionText(text)).toBeNull();
    expect(plainSelectionText(IN_TAB)).toBe(IN_TAB);
  });
});
