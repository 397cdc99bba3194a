"use client";

import { Mic, Square } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useText } from "#text";
import { Button } from "@/components/ui/button";
import { Scope } from "@/components/ui/scope";
import { msg } from "@/lib/language/text";
import {
  LONGEST_RECORDING_SECONDS,
  type MicrophoneProblem,
  microphoneProblem,
  type Recording,
  startRecording,
} from "./microphone";

const PROBLEMS: Record<MicrophoneProblem, string> = {
  refused: msg("The browser does not let this page use the microphone. Allow it beside the address, then try again."),
  none: msg("No microphone was found. Connect one, or choose a file."),
  busy: msg("Another program is using the microphone. Close it, then try again."),
  insecure: msg("Browsers let a page use the microphone only if its address begins with https. Choose a file instead."),
  failed: msg("The recording did not work. Try again, or choose a file."),
};

export interface MicrophonePaneProps {
  onRecorded: (file: File) => void;
  onProblem: (text: string | null) => void;
}

/** Starts and stops a recording, and shows that something is heard. */
export function MicrophonePane({ onRecorded, onProblem }: MicrophonePaneProps) {
  const t = useText();
  const [recording, setRecording] = useState<Recording | null>(null);
  const [isAsking, setAsking] = useState(false);
  const isGone = useRef(false);
  const running = useRef<Recording | null>(null);
  useEffect(() => {
    isGone.current = false;
    return () => {
      isGone.current = true;
      running.current?.cancel();
    };
  }, []);
  const start = async () => {
    onProblem(null);
    setAsking(true);
    try {
      const started = await startRecording();
      running.current = started;
      if (isGone.current) started.cancel();
      else setRecording(started);
    } catch (error) {
      onProblem(t(PROBLEMS[microphoneProblem(error)]));
    }
    setAsking(false);
  };
  if (!recording) {
    return (
      <Button variant="primary" size="lg" pending={isAsking} onClick={start}>
        <Mic aria-hidden />
        {t("Record")}
      </Button>
    );
  }
  return (
    <RunningRecording
      recording={recording}
      onEnd={async () => {
        try {
          onRecorded(await recording.finish());
        } catch {
          onProblem(t(PROBLEMS.failed));
        }
        setRecording(null);
      }}
    />
  );
}

/** Below this, a microphone hears no more than its own noise. */
const FAINT = 0.01;

function RunningRecording({ recording, onEnd }: { recording: Recording; onEnd: () => void }) {
  const t = useText();
  const meter = useRef<HTMLDivElement>(null);
  const [seconds, setSeconds] = useState(0);
  const [isHeard, setHeard] = useState(true);
  const end = useRef(onEnd);
  useEffect(() => {
    end.current = onEnd;
  });
  useEffect(() => {
    const scope = new Scope();
    const startedAt = performance.now();
    let loudest = 0;
    scope.frames(() => {
      const level = recording.level();
      loudest = Math.max(loudest, level);
      // Loudness is heard in ratios, so the square root fills the bar better than the level.
      if (meter.current) meter.current.style.width = `${Math.sqrt(level) * 100}%`;
    });
    scope.interval(() => {
      const elapsed = (performance.now() - startedAt) / 1000;
      setSeconds(Math.floor(elapsed));
      setHeard(loudest > FAINT);
      loudest = 0;
    }, 1000);
    scope.timeout(() => end.current(), LONGEST_RECORDING_SECONDS * 1000);
    return scope.dispose;
  }, [recording]);
  return (
    <div className="flex flex-col gap-3">
      <div className="flex items-center gap-4">
        <Button variant="primary" size="lg" onClick={onEnd}>
          <Square aria-hidden />
          {t("Stop and search")}
        </Button>
        <span className="figures text-muted-foreground text-sm">
          {t("{seconds} of {total} s", { seconds, total: LONGEST_RECORDING_SECONDS })}
        </span>
      </div>
      <div aria-hidden className="h-2 overflow-hidden rounded-full bg-border-strong">
        <div ref={meter} className="h-full w-0 bg-primary" />
      </div>
      <p role="status" className="min-h-5 text-muted-foreground text-sm">
        {isHeard ? t("Recording…") : t("Nothing is heard. Is this the right microphone?")}
      </p>
    </div>
  );
}
