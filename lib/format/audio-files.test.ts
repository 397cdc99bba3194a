import { describe, expect, it } from "vitest";
import { AUDIO_EXTENSIONS, extensionOf, isNamedAudio, isSystemFolder, leftOutReason } from "./audio-files";

describe("the name of an audio file", () => {
  it("ends in one of the listed extensions, in upper or lower case", () => {
    for (const extension of AUDIO_EXTENSIONS) expect(isNamedAudio(`Kick 01.${extension.toUpperCase()}`)).toBe(true);
    for (const name of ["loop.aifc", "take.wave", "book.m4b", "old.snd"]) expect(leftOutReason(name)).toBeNull();
    for (const name of ["cover.jpg", "song", ".wav", "loop.wav.asd", "x.constructor"]) {
      expect(isNamedAudio(name)).toBe(false);
    }
  });

  it("has its extension after the last dot", () => {
    expect(extensionOf("mix.final.FLAC")).toBe("flac");
    expect(extensionOf(".wav")).toBe("");
    expect(extensionOf("song")).toBe("");
  });
});

describe("a file in a folder is left out", () => {
  it.each(["._kick.wav", "drums/._kick.wav", ".DS_Store", "drums/Thumbs.db", "__MACOSX/drums/kick.wav"])(
    "as a system's own: %s",
    (path) => expect(leftOutReason(path)).toBe("system"),
  );

  it("if it is hidden, or if its name is not that of audio", () => {
    expect(leftOutReason("drums/.kick.wav")).toBe("hidden");
    expect(leftOutReason(".git/kick.wav")).toBe("hidden");
    expect(leftOutReason("../drums/kick.wav")).toBeNull();
    expect(leftOutReason("drums/cover.jpg")).toBe("not_audio");
  });
});

it("knows a folder that a system made for itself", () => {
  expect(isSystemFolder("__MACOSX")).toBe(true);
  expect(isSystemFolder("drums")).toBe(false);
});
