import { expect, it } from "vitest";
import { WAITING_MAX, WAITING_OF_ALL_MAX } from "./constants";
import { inTurn } from "./waiting";

it("lets a person and all together wait for so many sounds, and for others once those are heard", async () => {
  let end = () => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  const held = (person: string) => inTurn(person, () => ended.then(() => "heard"));
  const own = Array.from({ length: WAITING_MAX }, () => held("ada"));
  expect(await held("ada")).toBeNull();
  const others = Array.from({ length: WAITING_OF_ALL_MAX - WAITING_MAX }, (_, i) => held(`person ${i}`));
  expect(await held("eve")).toBeNull();
  end();
  expect(new Set(await Promise.all([...own, ...others]))).toEqual(new Set(["heard"]));
  expect(await held("ada")).toBe("heard");
});

it("frees the place of what fails", async () => {
  for (let i = 0; i <= WAITING_MAX; i++) {
    await expect(inTurn("ada", () => Promise.reject(new Error("lost")))).rejects.toThrow("lost");
  }
});
