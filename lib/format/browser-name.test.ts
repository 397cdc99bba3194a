import { describe, expect, it } from "vitest";
import { browserName } from "./browser-name";

describe("the name of a device", () => {
  it("is its browser and system", () => {
    const firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
    const edge =
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0";
    const safari =
      "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/605.1.15";
    expect(browserName(firefox)).toEqual({ name: "Firefox on Linux", isHandheld: false });
    expect(browserName(edge).name).toBe("Edge on Windows");
    expect(browserName(safari).name).toBe("Safari on macOS");
  });

  it("says whether it is a phone", () => {
    const phone =
      "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/140.0 Mobile/15E148 Safari/604.1";
    expect(browserName(phone)).toEqual({ name: "Chrome on iPhone", isHandheld: true });
  });

  it("is unknown rather than guessed", () => {
    expect(browserName(null).name).toBe("Unknown device");
    expect(browserName("curl/8.0").name).toBe("Unknown device");
  });
});
