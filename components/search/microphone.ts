import { Scope } from "@/components/ui/scope";
import { encodeWav } from "./wav-encoding";

export const LONGEST_RECORDING_SECONDS = 12;

/** Files are written at this rate, whatever the microphone's. */
const SAMPLE_RATE_HZ = 44_100;

export type MicrophoneProblem = "refused" | "none" | "busy" | "insecure" | "failed";

export interface Recording {
  /** The loudest moment of the last few milliseconds, 0–1. */
  level: () => number;
  /** Ends it, and returns it as a WAV file. */
  finish: () => Promise<File>;
  /** Ends it without a file. */
  cancel: () => void;
}

/** Starts recording. Throws what `microphoneProblem` understands. */
export async function startRecording(): Promise<Recording> {
  if (!navigator.mediaDevices) throw new DOMException("insecure", "SecurityError");
  // What makes speech clear takes a hum for noise.
  const plain = { echoCancellation: false, noiseSuppression: false, autoGainControl: false };
  const stream = await navigator.mediaDevices.getUserMedia({ audio: plain });
  const scope = new Scope();
  scope.add(() => {
    for (const track of stream.getTracks()) track.stop();
  });
  try {
    const chunks: Blob[] = [];
    const recorder = new MediaRecorder(stream);
    const ended = new Promise<void>((resolve, reject) => {
      recorder.addEventListener("stop", () => resolve());
      recorder.addEventListener("error", () => reject(new Error("the recording broke off")));
    });
    // Without a listener, a broken recording that nobody finishes would be an unhandled error.
    ended.catch(() => {});
    recorder.addEventListener("dataavailable", ({ data }) => chunks.push(data));
    scope.add(() => {
      if (recorder.state !== "inactive") recorder.stop();
    });
    const level = levelOf(stream, scope);
    recorder.start();
    return {
      level,
      cancel: scope.dispose,
      finish: async () => {
        scope.dispose();
        await ended;
        return asWav(new Blob(chunks));
      },
    };
  } catch (error) {
    scope.dispose();
    throw error;
  }
}

function levelOf(stream: MediaStream, scope: Scope): () => number {
  const context = new AudioContext();
  scope.add(() => void context.close());
  const analyser = context.createAnalyser();
  context.createMediaStreamSource(stream).connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  return () => {
    analyser.getFloatTimeDomainData(samples);
    return samples.reduce((loudest, sample) => Math.max(loudest, Math.abs(sample)), 0);
  };
}

/** Each browser records a format of its own, and each can read it. */
async function asWav(recorded: Blob): Promise<File> {
  const reader = new OfflineAudioContext(1, 1, SAMPLE_RATE_HZ);
  const audio = await reader.decodeAudioData(await recorded.arrayBuffer());
  const mono = new Float32Array(audio.length);
  for (let channel = 0; channel < audio.numberOfChannels; channel++) {
    for (const [index, sample] of audio.getChannelData(channel).entries()) {
      mono[index] = (mono[index] ?? 0) + sample / audio.numberOfChannels;
    }
  }
  return new File([encodeWav(mono, audio.sampleRate)], "recording.wav", { type: "audio/wav" });
}

/** Why there is no recording. */
export function microphoneProblem(error: unknown): MicrophoneProblem {
  const name = error instanceof Error ? error.name : "";
  if (name === "NotAllowedError") return "refused";
  if (name === "NotFoundError" || name === "OverconstrainedError") return "none";
  if (name === "NotReadableError") return "busy";
  return name === "SecurityError" || name === "TypeError" ? "insecure" : "failed";
}
