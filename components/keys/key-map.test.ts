import { describe, expect, it } from "vitest";
import { GERMAN } from "@/lib/language/german/studio";
import { textIn } from "@/lib/language/text";
import { ACTION_IDS, ACTIONS, type ActionId } from "./key-actions";
import { actionsFor, choicesOf, keyOf, keysOf, keyText, shownKeys, withKey } from "./key-map";

const pressed = (key: string, more = {}) => ({ key, ctrlKey: false, metaKey: false, altKey: false, ...more });

describe("keys", () => {
  it("are named by what they write, whatever Shift did", () => {
    expect([" ", "R", "r", "?", "ArrowUp"].map((key) => keyOf(pressed(key)))).toEqual([
      "Space",
      "r",
      "r",
      "?",
      "ArrowUp",
    ]);
    expect(keyOf(pressed("A", { metaKey: true }))).toBe("Ctrl+a");
    expect(["Space", "r", "ArrowLeft", "Ctrl+a"].map(keyText)).toEqual(["Space", "R", "←", "Ctrl + A"]);
  });

  it("mean one thing in each section, to begin with", () => {
    for (const action of ACTION_IDS) {
      for (const key of ACTIONS[action].keys) {
        const same = actionsFor(key, {}).filter((other) => ACTIONS[other].section === ACTIONS[action].section);
        expect(same).toEqual([action]);
      }
    }
  });

  it("do what belongs to fewer pages first, and the sheet says so", () => {
    expect(actionsFor("ArrowLeft", {})).toEqual(["cards.left", "library.back", "player.previous"]);
    const cards = new Set<ActionId>(["player.previous", "library.back", "cards.left"]);
    expect(shownKeys("player.previous", {}, cards)).toEqual([]);
    expect(shownKeys("library.back", {}, cards)).toEqual(["j"]);
    expect(shownKeys("player.previous", {}, new Set<ActionId>(["player.previous"]))).toEqual(["ArrowLeft"]);
  });
});

describe("another key", () => {
  it("takes the place of the usual ones, and goes back to them", () => {
    const choosing = withKey({}, "player.louder", pressed("u"));
    expect(choosing).toEqual({ ok: true, choices: { "player.louder": "u" } });
    if (!choosing.ok) return;
    expect(keysOf("player.louder", choosing.choices)).toEqual(["u"]);
    expect(actionsFor("+", choosing.choices)).toEqual([]);
    expect(withKey({ "loop.toggle": "u" }, "loop.toggle", pressed("R"))).toEqual({ ok: true, choices: {} });
  });

  it("is refused if it does something else on the same page, with what that is", () => {
    const refused = withKey({}, "loop.toggle", pressed("M"));
    expect(refused).toEqual({ ok: false, reason: "M is taken: Mute (everywhere)." });
    expect(withKey({}, "player.mute", pressed("r"), textIn("de", GERMAN))).toEqual({
      ok: false,
      reason: "R ist vergeben: Loop (auf der Seite eines Samples).",
    });
    expect(withKey({}, "player.mute", pressed("r")).ok).toBe(false);
    // A sample's page and the library are never the same.
    expect(withKey({}, "loop.toggle", pressed("s")).ok).toBe(true);
    // Its usual key now belongs to another.
    expect(withKey({ "loop.toggle": "q", "player.mute": "r" }, "loop.toggle", pressed("r")).ok).toBe(false);
  });

  it("is refused if the browser or the page needs it", () => {
    for (const key of ["Escape", "Tab", "Enter", "Shift", "Dead"])
      expect(withKey({}, "loop.toggle", pressed(key)).ok).toBe(false);
    expect(withKey({}, "loop.toggle", pressed("w", { ctrlKey: true })).ok).toBe(false);
  });

  it("comes back from the browser's store, unless it makes no sense", () => {
    const choices = {
      "loop.toggle": "q",
      "player.toggle": "Space",
      "library.open": "o",
      nothing: "x",
      "player.mute": 3,
    };
    expect(choicesOf(choices)).toEqual({ "loop.toggle": "q" });
    expect(choicesOf({ "loop.toggle": "m" })).toEqual({});
    expect(choicesOf(null)).toEqual({});
  });
});
