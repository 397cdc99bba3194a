import { readdirSync } from "node:fs";
import { join } from "node:path";
import { channelWeights, LoudnessMeter, type LoudnessResult } from "@/lib/dsp/level/loudness";
import { wavFile } from "@/tests/fixtures/wav-file";
import { register } from "./account";
import { expectNoAxeViolations } from "./axe";
import { expectAnalyzed, pickFiles, rowOfUpload, wavOf } from "./files";
import { expect, type Page, test } from "./test";

const TOLERANCE_LU = 0.1;
const RATE = 48_000;

/** A tone in both channels, whose level changes: [dBFS, seconds], phase kept. */
type Steps = [level: number, seconds: number][];
const SILENT = Number.NEGATIVE_INFINITY;
const repeated = (times: number, ...steps: Steps): Steps => Array.from({ length: times }, () => steps).flat();
const each = (count: number, stepsOf: (index: number) => Steps): Steps =>
  Array.from({ length: count }, (_, index) => stepsOf(index)).flat();

interface Signal {
  name: string;
  steps: Steps;
  /** Frequencies that sound together, each at the level. */
  hz: number[];
  sampleRateHz: number;
  /** What the standard asks for; nothing for a signal of our own. */
  expected: Partial<Pick<LoudnessResult, "integratedLufs" | "momentaryMaxLufs" | "shortTermMaxLufs">>;
}
const ebu = (name: string, expected: Signal["expected"], ...steps: Steps): Signal => ({
  ...{ name, expected, hz: [1000], sampleRateHz: RATE },
  // The last samples do not make a reading of their own.
  steps: [...steps, [SILENT, 0.1]],
});

/** EBU Tech 3341: all that can be made here and is about two channels, shortened where the length says nothing. */
const SIGNALS: Signal[] = [
  ebu("1", { integratedLufs: -23, momentaryMaxLufs: -23, shortTermMaxLufs: -23 }, [-23, 20]),
  ebu("2", { integratedLufs: -33, momentaryMaxLufs: -33, shortTermMaxLufs: -33 }, [-33, 20]),
  ebu("3", { integratedLufs: -23 }, [-36, 10], [-23, 60], [-36, 10]),
  ebu("4", { integratedLufs: -23 }, [-72, 10], [-36, 10], [-23, 60], [-36, 10], [-72, 10]),
  ebu("5", { integratedLufs: -23 }, [-26, 20], [-20, 20.1], [-26, 20]),
  ebu("9", { shortTermMaxLufs: -23 }, ...repeated(5, [-20, 1.34], [-30, 1.66])),
  ebu("10", { shortTermMaxLufs: -23 }, [SILENT, 0.45], [-23, 3], [SILENT, 1]),
  ebu(
    "11",
    { shortTermMaxLufs: -19 },
    ...each(20, (index) => [
      [SILENT, index * 0.15],
      [-38 + index, 3],
      [SILENT, 3 - index * 0.15],
    ]),
  ),
  ebu("12", { momentaryMaxLufs: -23 }, ...repeated(25, [-20, 0.18], [-30, 0.22])),
  ebu("13", { momentaryMaxLufs: -23 }, [SILENT, 0.14], [-23, 0.4], [SILENT, 1]),
  ebu(
    "14",
    { momentaryMaxLufs: -19 },
    ...each(20, (index) => [
      [SILENT, index * 0.02],
      [-38 + index, 0.4],
      [SILENT, 0.4 - index * 0.02],
    ]),
  ),
  // Where the weighting is steep, at two rates.
  ...[44_100, 48_000].map((sampleRateHz) => ({
    ...{ name: `of ours at ${sampleRateHz} Hz`, hz: [40, 2500, 9000], sampleRateHz, expected: {} },
    steps: [[-20, 4] as [number, number]],
  })),
];

/** What the analysis measures in the signal. */
function analysed({ steps, hz, sampleRateHz }: Signal): LoudnessResult {
  const gains = steps.flatMap(([level, seconds]) => Array(Math.round(seconds * sampleRateHz)).fill(10 ** (level / 20)));
  const tone = Float32Array.from(
    gains,
    (gain, at) => gain * hz.reduce((sum, one) => sum + Math.sin((2 * Math.PI * one * at) / sampleRateHz), 0),
  );
  const meter = new LoudnessMeter(sampleRateHz, channelWeights(2));
  meter.push([tone, tone], tone.length);
  return meter.finish();
}

/** The address of what the page runs in the audio thread. Such requests are not reported to the test. */
function servedModule(): string {
  const media = join(process.cwd(), process.env.NEXT_DIST_DIR ?? ".next", "static/media");
  return `/_next/static/media/${readdirSync(media).find((name) => name.startsWith("meter-processor"))}`;
}

/** What the meters read of it at its end, in the browser, faster than it could be heard. */
function metered(page: Page, module: string, { steps, hz, sampleRateHz }: Signal) {
  return page.evaluate(
    async ([url, levels, tones, rate]) => {
      const counts = levels.map(([, seconds]) => Math.round(seconds * rate));
      const length = counts.reduce((sum, count) => sum + count, 0);
      const context = new OfflineAudioContext(2, length, rate);
      await context.audioWorklet.addModule(url);
      const buffer = new AudioBuffer({ length, sampleRate: rate, numberOfChannels: 1 });
      const samples = buffer.getChannelData(0);
      let at = 0;
      for (const [index, [level]] of levels.entries()) {
        for (let left = counts[index] ?? 0; left > 0; left--, at++)
          for (const one of tones)
            samples[at] = (samples[at] ?? 0) + 10 ** (level / 20) * Math.sin((2 * Math.PI * one * at) / rate);
      }
      const node = new AudioWorkletNode(context, "samplemind-meter", {
        ...{ processorOptions: { channels: 2 }, channelCount: 2, channelCountMode: "explicit" },
      });
      const source = new AudioBufferSourceNode(context, { buffer });
      source.connect(node).connect(context.destination);
      source.start();
      const arrived = new Promise<LoudnessResult>((resolve) => {
        node.port.onmessage = ({ data: { left, right, ...reading } }) => {
          if (reading.seconds > length / rate - 0.05) resolve(reading);
        };
      });
      await context.startRendering();
      return arrived;
    },
    [module, steps, hz, sampleRateHz] as [string, Steps, number[], number],
  );
}

/** A tone of −23 LUFS in both channels. */
const tone = (channels: number, seconds: number) =>
  wavFile({
    ...{ channels, frames: 44_100 * seconds },
    sample: (frame) => 10 ** (-23 / 20) * Math.sin((2 * Math.PI * 1000 * frame) / 44_100),
  });

test("the meters measure what plays, as the analysis would", async ({ page }) => {
  await register(page);
  await pickFiles(page, [wavOf("tone.wav", tone(2, 20)), wavOf("mono.wav", tone(1, 20))]);
  for (const name of ["tone.wav", "mono.wav"]) await expectAnalyzed(page, name);
  const hrefOf = async (name: string) => (await rowOfUpload(page, name).getByRole("link").getAttribute("href")) ?? "";
  const [stereo, mono] = [await hrefOf("tone.wav"), await hrefOf("mono.wav")];
  const play = page.getByRole("region", { name: "Player" }).getByRole("button", { name: "Play", exact: true });
  const open = () => page.getByText("Live meters: spectrum").click();
  const now = (row: string) => async () => {
    const text = await page.getByRole("row", { name: row }).getByRole("cell").first().textContent();
    return Number((text ?? "").replace("−", "-"));
  };

  await page.goto(stereo);
  await open();
  await expect(page.getByText("Nothing is measured while")).toBeVisible();
  await play.click();
  await test.step("a tone of −23 LUFS reads so, in numbers", async () => {
    for (const row of ["Momentary", "Short-term"])
      await expect
        .poll(async () => Math.abs((await now(row)()) + 23), { message: row })
        .toBeLessThanOrEqual(TOLERANCE_LU);
    // Of the sine, 3 dB below its peak. The true peak is its amplitude.
    await expect.poll(now("Left")).toBeCloseTo(-23, 0);
    await expect(page.getByText("No peak over 0 dBTP")).toBeVisible();
    await expect(page.getByText("Correlation +1.00")).toBeVisible();
    await expectNoAxeViolations(page);
  });

  await test.step("on the signals of the EBU they agree with the analysis and with the standard", async () => {
    for (const signal of SIGNALS) {
      const [read, found] = [await metered(page, servedModule(), signal), analysed(signal)];
      for (const value of ["momentaryMaxLufs", "shortTermMaxLufs", "integratedLufs"] as const) {
        const [reads, finds] = [read[value], signal.expected[value] ?? found[value]];
        // It is up to a second old, which matters where the level changes all the time.
        if (value === "integratedLufs" && signal.expected[value] === undefined) continue;
        const what = `${signal.name}: ${value}`;
        if (finds === null) expect(reads, what).toBeNull();
        else expect(Math.abs((reads ?? 0) - finds), `${what} reads ${reads}`).toBeLessThan(TOLERANCE_LU);
      }
    }
  });

  await test.step("a mono file reads as its record says, 3 LU below the same in two channels", async () => {
    await page.goto(mono);
    await open();
    await play.click();
    await expect.poll(async () => Math.abs((await now("Momentary")()) + 26)).toBeLessThanOrEqual(TOLERANCE_LU);
    await expect(page.getByRole("row", { name: "Mono" })).toBeVisible();
  });

  await test.step("a browser that hands out no sound says so", async () => {
    await page.addInitScript(() => Reflect.deleteProperty(HTMLMediaElement.prototype, "captureStream"));
    await page.reload();
    await open();
    await play.click();
    await expect(page.getByText("does not hand out the sound")).toBeVisible();
  });
});
