import { describe, expect, it } from "vitest";
import type { AnalysisRecord } from "@/lib/analysis/record/schema";
import { shownGrid, timelineContent } from "./timeline-lanes";

const record = (parts: Partial<AnalysisRecord>): AnalysisRecord =>
  ({ durationSeconds: 60, notApplicable: {}, ...parts }) as AnalysisRecord;

describe("what is drawn over the waveform", () => {
  it("gives the same section the same colour, and other sections other colours", () => {
    const sections = ["A", "B", "A", "A1"].map((label, index) => ({
      startSeconds: index * 15,
      endSeconds: (index + 1) * 15,
      label,
    }));
    const hues = timelineContent(record({ sections })).lanes[0]?.segments.map(({ hue }) => hue) ?? [];
    expect(hues[0]).toBe(hues[2]);
    expect(new Set(hues).size).toBe(3);
  });

  it("distinguishes minor from major by more than colour", () => {
    const chords = [
      { startSeconds: 0, endSeconds: 30, label: "C" },
      { startSeconds: 30, endSeconds: 60, label: "Cm" },
    ];
    const [major, minor] = timelineContent(record({ chords })).lanes[0]?.segments ?? [];
    expect(major).toMatchObject({ label: "C", isHatched: false });
    expect(minor).toMatchObject({ label: "Cm", isHatched: true, hue: major?.hue });
  });

  it("draws keys only if the key changes, each up to the next", () => {
    const home = { startSeconds: 0, tonic: "C", mode: "major", confidence: 1 } as const;
    const away = { startSeconds: 40, tonic: "D", mode: "major", confidence: 1 } as const;
    expect(timelineContent(record({ keyChanges: [home] })).absent.keys).toBe("The key does not change.");
    const lane = timelineContent(record({ keyChanges: [home, away] })).lanes.find(({ id }) => id === "keys");
    expect(lane?.segments.map(({ label, startSeconds, endSeconds }) => [label, startSeconds, endSeconds])).toEqual([
      ["C major", 0, 40],
      ["D major", 40, 60],
    ]);
  });

  it("says why a lane is missing: the reason in the record, or that the record is older", () => {
    const reason = "Only whole tracks have sections.";
    const { grid, lanes, absent } = timelineContent(
      record({ sections: null, notApplicable: { sections: { code: "not_a_track", reason } } }),
    );
    expect(grid).toBeNull();
    expect(lanes).toEqual([]);
    expect(absent.sections).toBe(reason);
    expect(absent.chords).toBe("Not measured when this sample was analysed.");
  });

  it("draws bars without beats and beats without bars, each as wanted", () => {
    const grid = { beats: [0, 1, 2, 3], downbeats: [0, 2] };
    expect(shownGrid(grid, { beats: true, downbeats: true })).toEqual(grid);
    expect(shownGrid(grid, { beats: false, downbeats: true })).toEqual({ beats: [], downbeats: [0, 2] });
    expect(shownGrid(grid, { beats: false, downbeats: false })).toBeNull();
    expect(shownGrid(null, { beats: true, downbeats: true })).toBeNull();
  });
});
