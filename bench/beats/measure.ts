import { setTimeout as delay } from "node:timers/promises";
import type { Page } from "@playwright/test";
import { quantile } from "@/bench/search/quantile";
import { attacks, clickTimes, envelopeOf } from "./envelope";
import { listen, type Noticed, noticed } from "./listener";
import { clickOffsetMs, type Spread, soundOffsetMs, spreadOf } from "./offsets";
import type { Sound } from "./sounds";
import { type Analysed, openPicture, play } from "./visit";

/** A loop is decoded and goes over to another output, and the picture finds the quality that this machine can draw. */
const SETTLING_SECONDS = 20;
const AFTER_SEEK_SECONDS = 4;
/** Presses of "faster", of 5 % each. */
const FASTER = 5;
const FASTER_RATE = 1.25;
/** What is heard around the first and the last beat is not complete. */
const EDGE_MS = 800;

export interface PhaseResult {
  phase: string;
  /** How far the shown beats are from those of the analysis, by the player's own position, in the time of who listens. */
  fromAnalysis: Spread;
  /** How far they are from what was heard. */
  fromSound: Spread;
  framesMs: { median: number; p95: number };
  /** Beats that passed without being shown. */
  skipped: number;
  /** Shown beats whose sound was not found in what was heard. */
  unheard: number;
}

export interface SoundResult {
  name: string;
  labelledBpm: number;
  analysedBpm: number | null;
  phases: PhaseResult[];
}

/** Plays a sound in the visualizer: straight on, with jumps, and faster in both ways. */
export async function measureSound(
  page: Page,
  { sound, id, analysed }: { sound: Sound; id: string; analysed: Analysed },
  seconds: number,
): Promise<SoundResult> {
  await openPicture(page, id, sound.reference !== null);
  await listen(page);
  await play(page);
  await delay(SETTLING_SECONDS * 1000);
  const phases: PhaseResult[] = [];
  const phase = async (name: string, rate: number, act: () => Promise<unknown>, isStretched = false) => {
    await noticed(page);
    await act();
    phases.push(resultOf(name, await noticed(page), { sound, analysed, rate, isStretched }));
  };
  await phase("straight on", 1, () => delay(seconds * 1000));
  await phase("after seeking", 1, async () => {
    for (const key of "ljljjl") {
      await page.keyboard.press(key);
      await delay(AFTER_SEEK_SECONDS * 1000);
    }
  });
  const change = async (keys: readonly string[]) => {
    for (const key of keys) await page.keyboard.press(key);
    await delay(3000);
  };
  await change(Array(FASTER).fill("."));
  await phase("at 125 %, same pitch", FASTER_RATE, () => delay((seconds / 6) * 1000), true);
  await change(["y"]);
  await phase("at 125 %, higher pitch", FASTER_RATE, () => delay((seconds / 6) * 1000));
  await change(["y", ...Array(FASTER).fill(",")]);
  await page.keyboard.press("Space");
  return { name: sound.name, labelledBpm: sound.bpm, analysedBpm: analysed.bpm, phases };
}

function resultOf(
  phase: string,
  { shown, heard, seeksMs, framesMs }: Noticed,
  { sound, analysed, rate, isStretched }: { sound: Sound; analysed: Analysed; rate: number; isStretched: boolean },
): PhaseResult {
  const { beats } = analysed;
  const envelope = envelopeOf(heard);
  const endMs = envelope.startMs + envelope.values.length;
  // What is shown first after a jump is the beat that one jumped into.
  const isJump = new Set(seeksMs.map((ms) => shown.find(({ atMs }) => atMs >= ms)));
  const counted = shown.filter(
    (one) => !isJump.has(one) && one.atMs > envelope.startMs + EDGE_MS && one.atMs < endMs - EDGE_MS,
  );
  const struck = { ...envelope, values: attacks(envelope.values) };
  const clicks = clickTimes(envelope);
  const { reference } = sound;
  const stretched = isStretched && reference ? reference.atRate(rate) : null;
  const fromSound = counted.map((one) => {
    const beat = beats[one.index] ?? 0;
    if (stretched) return soundOffsetMs(one, beat / rate, struck, stretched, 1);
    return reference ? soundOffsetMs(one, beat, struck, reference, rate) : clickOffsetMs(one, clicks);
  });
  const found = fromSound.filter((offset) => offset !== null);
  return {
    phase,
    fromAnalysis: spreadOf(counted.map((one) => (1000 * (one.positionSeconds - (beats[one.index] ?? 0))) / rate)),
    fromSound: spreadOf(found),
    framesMs: { median: quantile(framesMs, 0.5), p95: quantile(framesMs, 0.95) },
    skipped: counted.reduce((sum, one, at) => sum + skippedBetween(counted[at - 1], one), 0),
    unheard: counted.length - found.length,
  };
}

/** Beats between two that were shown one after the other. A jump and the turn of a loop are none. */
function skippedBetween(before: { index: number } | undefined, { index }: { index: number }): number {
  const step = before ? index - before.index : 1;
  return step > 1 && step < 4 ? step - 1 : 0;
}
