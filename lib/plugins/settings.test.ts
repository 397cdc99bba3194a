import { describe, expect, it } from "vitest";
import { enabledPlugins } from "./enabled";
import { pluginSettings } from "./settings";

describe("plug-ins", () => {
  it("are all off if no variable is set or all are empty", () => {
    expect(enabledPlugins(pluginSettings({}))).toEqual([]);
    expect(enabledPlugins(pluginSettings({ CLAP_MODEL_DIR: "", DESCRIPTION_MODEL: "" }))).toEqual([]);
  });

  it("are switched on one by one", () => {
    const names = (variables: Record<string, string>) => enabledPlugins(pluginSettings(variables)).map((p) => p.name);
    expect(names({ CLAP_MODEL_DIR: "/models/clap" })).toEqual(["clap"]);
    expect(names({ DESCRIPTION_MODEL: "m", DESCRIPTION_API_KEY: "k" })).toEqual(["description"]);
    expect(names({ DESCRIPTION_MODEL: "m" })).toEqual([]);
  });

  it("refuse an invalid URL", () => {
    expect(() => pluginSettings({ DESCRIPTION_BASE_URL: "not an address" })).toThrow();
  });
});
