import { v4 as uuidv4, v7 as uuidv7 } from "uuid";
import { describe, expect, it } from "vitest";
import { deviceKeyOf, playToken, readPlayToken, timeOfPlay } from "./play-token";

const stranger = { userId: null, deviceKey: "device-one" };
const account = { userId: uuidv4(), deviceKey: "device-one" };
const [id, publicationId] = [uuidv7(), uuidv7()];

describe("the id of a play", () => {
  it("opens the play to whoever got it, for that publication alone", () => {
    const token = playToken(id, { publicationId, listener: stranger });
    expect(readPlayToken(token, { publicationId, listener: stranger })).toBe(id);
    expect(readPlayToken(token, { publicationId: uuidv7(), listener: stranger })).toBeNull();
    expect(readPlayToken(token, { publicationId, listener: { ...stranger, deviceKey: "device-two" } })).toBeNull();
    expect(readPlayToken(token, { publicationId, listener: account })).toBeNull();
  });

  it("follows an account to another device", () => {
    const token = playToken(id, { publicationId, listener: account });
    expect(readPlayToken(token, { publicationId, listener: { ...account, deviceKey: "device-two" } })).toBe(id);
    expect(readPlayToken(token, { publicationId, listener: { ...account, userId: uuidv4() } })).toBeNull();
  });

  it("cannot be made up", () => {
    const [, tag = ""] = playToken(id, { publicationId, listener: stranger }).split(".");
    const other = uuidv7();
    const forged = [`${other}.${tag}`, `${id}.`, id, `${id}.${tag}.x`, `${id.toUpperCase()}.${tag}`, "", `x.${tag}`];
    for (const token of [...forged, `${id}.${tag.slice(0, -1)}`, `${id}.${tag}A`])
      expect(readPlayToken(token, { publicationId, listener: stranger }), token).toBeNull();
  });

  it("says when it was made", () => {
    const madeAt = Date.parse("2026-03-01T12:00:00.123Z");
    expect(timeOfPlay(uuidv7({ msecs: madeAt }))).toBe(madeAt);
  });
});

describe("the key of a device", () => {
  const noon = Date.parse("2026-03-01T12:00:00Z");
  const facts = { address: "192.0.2.1", userAgent: "a browser" };

  it("is the same all day, and another one the next day", () => {
    expect(deviceKeyOf(facts, noon)).toBe(deviceKeyOf(facts, noon + 60_000));
    expect(deviceKeyOf(facts, noon)).not.toBe(deviceKeyOf(facts, noon + 24 * 60 * 60 * 1000));
  });

  it("tells browsers and addresses apart, but not the addresses of one IPv6 network", () => {
    expect(deviceKeyOf(facts, noon)).not.toBe(deviceKeyOf({ ...facts, userAgent: "another" }, noon));
    expect(deviceKeyOf(facts, noon)).not.toBe(deviceKeyOf({ ...facts, address: "192.0.2.2" }, noon));
    const of = (address: string) => deviceKeyOf({ ...facts, address }, noon);
    expect(of("2001:db8::1")).toBe(of("2001:db8::2"));
  });
});
