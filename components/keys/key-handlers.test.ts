import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { KeyRegister } from "./key-handlers";

describe("the register of keys", () => {
  // There are no pages here, and the register asks what has the focus.
  beforeEach(() => vi.stubGlobal("Element", class {}));
  afterEach(() => vi.unstubAllGlobals());

  function registered() {
    const register = new KeyRegister(() => ({}));
    const acted: string[] = [];
    const add = (name: string, layer: "page" | "cover") =>
      register.add(() => ({ "player.mute": () => acted.push(name) }), layer);
    const press = (key: string) => {
      const event = new Event("keydown", { cancelable: true });
      register.press(Object.assign(event, { key, ctrlKey: false, metaKey: false, altKey: false }) as KeyboardEvent);
      return event.defaultPrevented;
    };
    return { register, acted, add, press };
  }

  it("offers a key to what came last", () => {
    const { acted, add, press } = registered();
    add("page", "page");
    const leave = add("part", "page");
    expect(press("m")).toBe(true);
    leave();
    press("m");
    expect(press("q")).toBe(false);
    expect(acted).toEqual(["part", "page"]);
  });

  it("does nothing on a page that is covered, whatever came last", () => {
    const { register, acted, add, press } = registered();
    add("cover", "cover");
    add("page", "page");
    const uncover = register.cover();
    press("m");
    expect([...register.actions()]).toEqual(["player.mute"]);
    uncover();
    press("m");
    expect(acted).toEqual(["cover", "page"]);
  });
});
