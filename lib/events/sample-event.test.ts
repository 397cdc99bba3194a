import { expect, it } from "vitest";
import { readSampleEvent } from "./sample-event";

const read = (event: unknown) => readSampleEvent(JSON.stringify(event));

it("an event of the stream is read", () => {
  expect(read({ sampleId: "a", change: "status", status: "failed" })).toEqual({
    sampleId: "a",
    change: "status",
    status: "failed",
  });
  expect(read({ sampleId: "a", change: "deleted" })).toEqual({ sampleId: "a", change: "deleted", status: undefined });
});

it("an event of a newer server is ignored", () => {
  expect(read({ sampleId: "a", change: "moved" })).toBeNull();
  expect(read({ sampleId: "a", change: "status", status: "sleeping" })).toBeNull();
  expect(read({ change: "status" })).toBeNull();
});
