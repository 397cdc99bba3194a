import type { LabelledFile } from "@/bench/labels/labelled-file";
import type { PeerAnswer } from "@/bench/peers/answers";
import type { Answer } from "@/bench/statistics/calibration";
import type { AnalysisRecord } from "@/lib/analysis/record/schema";
import { TONICS } from "@/lib/music/keys";
import { answeredClass, expectedClass } from "./oneshot-classes";
import type { ScoreBook } from "./score-book";
import { beatScore, keyScore, tempoAcc1, tempoAcc2 } from "./scores";

export const OURS = "SampleMind";
export const METRICS = {
  acc1: "Tempo, Acc1",
  acc2: "Tempo, Acc2",
  precise: "Tempo within 0.1 BPM where Acc1 is right, steady pieces",
  key: "Key, exact",
  mirex: "Key, MIREX weights",
  beats: "Beats, F",
  downbeats: "Downbeats, F",
  meter: "Metre",
  oneShot: "Class of single sounds",
  kind: "Kind (one-shot, loop, track)",
} as const;
/** Estimates whose confidence is compared with how often they are right. */
export const CALIBRATED = ["tempo", "key", "metre", "single-sound class", "kind"] as const;
export type Calibrated = (typeof CALIBRATED)[number];

const PRECISE_BPM = 0.1;
const KINDS: Record<string, string> = { oneshots: "one-shot", loops: "loop", synth: "track" };

/** The part of the analyser's answer that a peer can give too. */
export function comparable(record: AnalysisRecord): PeerAnswer {
  const { tempo, key, beats, loudness } = record;
  return {
    bpm: tempo?.bpm ?? null,
    key: key && { tonic: TONICS.indexOf(key.tonic), mode: key.mode },
    beats: beats ?? [],
    integratedLufs: loudness.integratedLufs,
    truePeakDbtp: loudness.truePeakDbtp,
  };
}

/** Enters one method's tempo, key and beats of one file. */
export function scoreAnswer(book: ScoreBook, method: string, groups: string[], file: LabelledFile, answer: PeerAnswer) {
  const { bpm: expected, tonic, mode } = file;
  const { bpm, key, beats } = answer;
  if (expected !== null && bpm !== undefined) {
    const right = tempoAcc1(bpm, expected);
    book.add(METRICS.acc1, method, groups, Number(right));
    book.add(METRICS.acc2, method, groups, Number(tempoAcc2(bpm, expected)));
    if (right && file.steady) {
      book.add(METRICS.precise, method, groups, Number(Math.abs((bpm ?? 0) - expected) <= PRECISE_BPM));
    }
  }
  if (tonic !== null && mode !== null && key !== undefined) {
    const points = keyScore(key, { tonic, mode });
    book.add(METRICS.key, method, groups, Number(points === 1));
    book.add(METRICS.mirex, method, groups, points);
  }
  if (file.beats !== null && beats !== undefined) {
    const labels = file.beats.map(({ seconds }) => seconds);
    book.add(METRICS.beats, method, groups, beatScore(beats, labels));
  }
}

/** Enters what only the analyser measures: downbeats, metre, kind and the class of a single sound. */
export function scoreRecord(book: ScoreBook, groups: string[], file: LabelledFile, record: AnalysisRecord): void {
  const { downbeats, kind } = record;
  if (file.beats !== null) {
    const labels = file.beats.filter(({ position }) => position === 1).map(({ seconds }) => seconds);
    book.add(METRICS.downbeats, OURS, groups, beatScore(downbeats ?? [], labels));
  }
  if (file.meter !== null) book.add(METRICS.meter, file.meter, groups, Number(writtenMeter(record) === file.meter));
  const expectedKind = KINDS[file.group];
  if (expectedKind) book.add(METRICS.kind, expectedKind, groups, Number(kind?.label === expectedKind));
  const sound = soundOf(file);
  if (sound) book.add(METRICS.oneShot, sound, ["all"], Number(sound === answeredSound(record)));
}

/** The confidence of each labelled estimate, and whether it was right; estimates that were not made are missing. */
export function calibrationAnswers(file: LabelledFile, record: AnalysisRecord): Partial<Record<Calibrated, Answer>> {
  const { tempo, key, meter, instruments, kind } = record;
  const answers: Partial<Record<Calibrated, Answer>> = {};
  if (file.bpm !== null && tempo) {
    answers.tempo = { confidence: tempo.confidence, right: tempoAcc1(tempo.bpm, file.bpm) };
  }
  if (file.tonic !== null && file.mode !== null && key) {
    const right = keyScore(comparable(record).key ?? null, { tonic: file.tonic, mode: file.mode }) === 1;
    answers.key = { confidence: key.confidence, right };
  }
  if (file.meter !== null && meter) {
    answers.metre = { confidence: meter.confidence, right: writtenMeter(record) === file.meter };
  }
  const sound = soundOf(file);
  const first = instruments?.[0];
  if (sound && first) {
    answers["single-sound class"] = { confidence: first.confidence, right: sound === answeredSound(record) };
  }
  const expectedKind = KINDS[file.group];
  if (expectedKind && kind) answers.kind = { confidence: kind.confidence, right: kind.label === expectedKind };
  return answers;
}

const writtenMeter = ({ meter }: AnalysisRecord) => meter && `${meter.beatsPerBar}/${meter.beatUnit}`;
const soundOf = (file: LabelledFile) => (file.group === "oneshots" ? expectedClass(file.classes[0] ?? "") : null);
const answeredSound = ({ instruments }: AnalysisRecord) => answeredClass(instruments?.[0]?.label);
