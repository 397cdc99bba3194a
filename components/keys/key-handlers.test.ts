import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { type KeyHandlers, KeyRegister } from "./key-handlers";
import type { KeyChoices } from "./key-map";

beforeAll(() => void vi.stubGlobal("Element", class {}));
afterAll(() => void vi.unstubAllGlobals());

function pressed(key: string, more: Partial<KeyboardEvent> = {}) {
  const event = {
    ...{ key, target: null, ctrlKey: false, metaKey: false, altKey: false, defaultPrevented: false, ...more },
    preventDefault: () => Object.assign(event, { defaultPrevented: true }),
  };
  return event as unknown as KeyboardEvent;
}

function registerWith(choices: KeyChoices, ...all: KeyHandlers[]) {
  const register = new KeyRegister(() => choices);
  const ends = all.map((handlers) => register.add(() => handlers, "page"));
  return { register, ends };
}

describe("a pressed key", () => {
  it("is for the page before it is for all pages, and for what came last", () => {
    const did: string[] = [];
    const { register, ends } = registerWith(
      {},
      { "player.previous": () => did.push("previous") },
      { "library.back": () => did.push("first list") },
      { "library.back": () => did.push("second list") },
    );
    register.press(pressed("ArrowLeft"));
    expect(did).toEqual(["second list"]);
    for (const end of ends.slice(1)) end();
    register.press(pressed("ArrowLeft"));
    expect(did).toEqual(["second list", "previous"]);
    expect([...register.actions()]).toEqual(["player.previous"]);
  });

  it("goes on to others where there was nothing to do, and in the end to the browser", () => {
    const did: string[] = [];
    const { register } = registerWith(
      {},
      { "player.toggle": () => did.push("toggle") },
      { "library.play": () => false },
    );
    const space = pressed(" ");
    register.press(space);
    expect(did).toEqual(["toggle"]);
    expect(space.defaultPrevented).toBe(true);
    const other = pressed("q");
    register.press(other);
    expect(other.defaultPrevented).toBe(false);
  });

  it("is the one that somebody has chosen, and no longer the usual one", () => {
    const did: string[] = [];
    const { register } = registerWith({ "loop.toggle": "u" }, { "loop.toggle": () => did.push("loop") });
    register.press(pressed("r"));
    register.press(pressed("U"));
    expect(did).toEqual(["loop"]);
  });

  it("is offered first to what reads letters as something else, but never with Ctrl", () => {
    const did: string[] = [];
    const { register } = registerWith({}, { "player.mute": () => did.push("mute") });
    const press = ({ key }: KeyboardEvent) => key !== "m" && did.push(key) > 0;
    register.addOwn(() => ({ title: "Piano", lines: [], press }), "page");
    register.press(pressed("a"));
    register.press(pressed("m"));
    register.press(pressed("a", { ctrlKey: true }));
    register.press(pressed("a", { defaultPrevented: true }));
    expect(did).toEqual(["a", "mute"]);
  });

  it("acts on what covers the page, not on what nobody sees, whatever came last", () => {
    const did: string[] = [];
    const { register } = registerWith({});
    register.add(() => ({ "player.mute": () => did.push("cover") }), "cover");
    register.add(() => ({ "player.mute": () => did.push("page"), "loop.toggle": () => did.push("loop") }), "page");
    register.press(pressed("m"));
    const uncover = register.cover();
    register.press(pressed("m"));
    register.press(pressed("r"));
    expect([...register.actions()]).toEqual(["player.mute"]);
    uncover();
    register.press(pressed("m"));
    expect(did).toEqual(["page", "cover", "page"]);
  });
});
