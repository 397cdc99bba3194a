import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type CommandResult, samplemind } from "@/tests/fixtures/samplemind-command";
import { wavFile } from "@/tests/fixtures/wav-file";

const music = join(import.meta.dirname, "../fixtures/music");
const folder = mkdtempSync(join(tmpdir(), "samplemind-cli-"));
afterAll(() => rmSync(folder, { recursive: true }));

const withoutTiming = (result: CommandResult) => result.lines().map(({ analysisSeconds: _, ...line }) => line);

describe("samplemind analyze --json", () => {
  let everything: CommandResult;
  beforeAll(async () => {
    everything = await samplemind(["analyze", "--json", music]);
  });

  it("prints one line for every file of a folder, in order, with its results", () => {
    expect(everything.code).toBe(0);
    expect(everything.stderr).toBe("Left out: 1 file without an audio extension.\n");
    const lines = everything.lines();
    const files = lines.map((line) => line.file);
    expect(files.length).toBeGreaterThanOrEqual(10);
    expect(files).toEqual([...files].sort());
    for (const line of lines) {
      expect(line).toMatchObject({
        ok: true,
        durationSeconds: expect.any(Number),
        sampleRateHz: expect.any(Number),
        channels: expect.any(Number),
        loudness: { integratedLufs: expect.any(Number), truePeakDbtp: expect.any(Number) },
        spectral: { centroidHz: expect.any(Number), zeroCrossingRate: expect.any(Number) },
        analyserVersion: expect.any(String),
        analysisSeconds: expect.any(Number),
      });
    }
    const containers = new Set(lines.map((line) => line.container));
    expect(containers).toEqual(new Set(["wav", "aiff", "flac", "ogg", "mp3", "mp4"]));
  });

  it("prints the same bytes again, except for timings, with one worker or four", async () => {
    const [alone, together] = [
      await samplemind(["analyze", music, "--json", "--jobs", "1"]),
      await samplemind(["analyze", music, "--json", "--jobs=4"]),
    ];
    expect(withoutTiming(alone)).toEqual(withoutTiming(everything));
    expect(withoutTiming(together)).toEqual(withoutTiming(everything));
  });

  it("measures only what --only names and leaves out the rest", async () => {
    const { code, lines } = await samplemind(["analyze", "--json", "--only", "key,loudness", join(music, "pop.m4a")]);
    expect(code).toBe(0);
    const [line] = lines();
    expect(line).toHaveProperty("key.tonic");
    expect(line).toHaveProperty("loudness.integratedLufs");
    expect(line).not.toHaveProperty("tempo");
    expect(line).not.toHaveProperty("spectral");
  });
});

describe("files and folders", () => {
  it("walks folders recursively and only once, skipping files whose name is not an audio file's", async () => {
    const library = join(folder, "library");
    mkdirSync(join(library, "b drums/deep"), { recursive: true });
    const wav = wavFile({ frames: 4410 });
    for (const name of [
      "c.WAV",
      "a.wav",
      "b drums/deep/kick.aif",
      "b drums/snare.wav",
      ".hidden.wav",
      "cover.jpg",
      "notes.txt",
    ]) {
      writeFileSync(join(library, name), wav);
    }
    symlinkSync(library, join(library, "b drums/deep/loop"));
    const { code, lines, stderr } = await samplemind(["analyze", "--json", "library"], folder);
    expect(lines().map((line) => line.file)).toEqual([
      "library/a.wav",
      "library/b drums/deep/kick.aif",
      "library/b drums/snare.wav",
      "library/c.WAV",
    ]);
    expect(stderr).toBe(
      "Left out: 2 files without an audio extension, 1 hidden file or folder, 1 link to a folder above.\n",
    );
    expect(code).toBe(0);
  });

  it("tries a file that is named explicitly, whatever its extension", async () => {
    copyFileSync(join(music, "house.mp3"), join(folder, "house.txt"));
    const { lines } = await samplemind(["analyze", "--json", "house.txt"], folder);
    expect(lines()).toMatchObject([{ file: "house.txt", ok: true, codec: "mp3" }]);
  });

  it("reports each missing path and goes on", async () => {
    writeFileSync(join(folder, "there.wav"), wavFile());
    const { code, lines } = await samplemind(["analyze", "--json", "gone.wav", "there.wav", "no/folder"], folder);
    expect(code).toBe(1);
    expect(lines()).toMatchObject([
      { file: "gone.wav", ok: false, error: { code: "missing_file" } },
      { file: "there.wav", ok: true },
      { file: "no/folder", ok: false, error: { code: "missing_file" } },
    ]);
  });

  it("says so and fails if there is nothing to analyse", async () => {
    mkdirSync(join(folder, "empty"));
    const { code, stdout, stderr } = await samplemind(["analyze", "empty"], folder);
    expect({ code, stdout, stderr }).toEqual({ code: 1, stdout: "", stderr: "No audio files were found.\n" });
  });
});

describe("a file that is not all there", () => {
  const cut = join(folder, "cut.wav");
  writeFileSync(cut, wavFile({ frames: 44_100 }).subarray(0, 100_000));

  it("is measured as far as it goes, and both outputs say what is missing", async () => {
    const json = await samplemind(["analyze", "--json", "--only", "loudness", cut]);
    expect(json.lines()).toMatchObject([
      { ok: true, partial: [{ reason: "cut_off", startSeconds: 0.567, seconds: 0.433 }] },
    ]);
    const { stdout } = await samplemind(["analyze", "--only", "loudness", cut]);
    expect(stdout).toContain("The file breaks off at 0:00: 0.43 s that its header announces are missing.");
  });

  it("is refused by name if it is no recording", async () => {
    writeFileSync(join(folder, "notes.mp3"), Buffer.from("MThd\0\0\0\x06\0\x01\0\x02\x01\xe0", "latin1"));
    const { lines } = await samplemind(["analyze", "--json", "notes.mp3"], folder);
    expect(lines()).toMatchObject([
      { error: { code: "unsupported_format", found: "midi", message: expect.stringMatching(/^This is MIDI/) } },
    ]);
  });
});

describe("for people", () => {
  it("prints a table with a row for each file, and the speed on stderr", async () => {
    writeFileSync(join(folder, "prose.wav"), "a letter, not a song");
    const { code, stdout, stderr } = await samplemind(["analyze", join(music, "house.mp3"), "prose.wav"], folder);
    expect(code).toBe(1);
    expect(stdout).toMatch(/^File +Length +BPM +Key +LUFS +dBTP +Heard\n/);
    expect(stdout).toMatch(/house\.mp3 +0:1\d\.\d +\d+\.\d/);
    expect(stdout).toMatch(/prose\.wav +This file contains no audio/);
    expect(stderr).toMatch(/1 analysed, 1 failed in [\d.]+ s, \d+× real time/);
  });

  it("never lets a file name send control sequences to the terminal", async () => {
    const name = "\u001b[2Jcleared.wav";
    writeFileSync(join(folder, name), wavFile());
    const { stdout } = await samplemind(["analyze", name], folder);
    expect(stdout).not.toContain("\u001b");
    expect(stdout).toContain("cleared.wav");
  });

  it.each([[["--help"]], [["analyze", "--help"]]])("prints its help: %j", async (args) => {
    const { code, stdout } = await samplemind(args);
    expect(code).toBe(0);
    expect(stdout).toContain("analyze <files or folders…>");
  });

  it.each([
    [[]],
    [["analyze"]],
    [["analyse", "x.wav"]],
    [["analyze", "x.wav", "--jsn"]],
    [["analyze", "x.wav", "--jobs", "0"]],
    [["analyze", "x.wav", "--jobs", "many"]],
    [["analyze", "x.wav", "--only", "tempo,mood"]],
  ])("refuses wrong usage with status 2 and an explanation: %j", async (args) => {
    const { code, stdout, stderr } = await samplemind(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain("samplemind");
  });
});
