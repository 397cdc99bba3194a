import { describe, expect, it } from "vitest";
import type { Workpiece } from "@/lib/workbench/schema";
import { nextPiece } from "./next-piece";
import { trackOfPiece } from "./piece-track";

const step = (id: string) => ({ piece: { id, fileName: `${id}.wav`, audioUrl: `/${id}` } as Workpiece });

describe("the sample that is prepared on the workbench", () => {
  it("is the next other one, however many values of this one are left", () => {
    const steps = [step("a"), step("a"), step("b")];
    expect(nextPiece(steps, 0)?.id).toBe("b");
    expect(nextPiece(steps, 1)?.id).toBe("b");
    expect(nextPiece(steps, 2)).toBeNull();
  });

  it("is fetched from the address at which it is played later", () => {
    expect(trackOfPiece(step("b").piece)).toMatchObject({ id: "b", src: "/b" });
    expect(trackOfPiece({ ...step("b").piece, audioUrl: null })).toBeNull();
  });
});
