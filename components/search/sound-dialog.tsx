"use client";

import { FileAudio, LoaderCircle } from "lucide-react";
import { type DragEvent, useEffect, useRef, useState } from "react";
import { FormAlert } from "@/components/forms/form-alert";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { LONGEST_RECORDING_SECONDS } from "./microphone";
import { MicrophonePane } from "./microphone-pane";
import { type HeardSound, sendSound } from "./send-sound";

export interface SoundDialogProps {
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  /** The sound was heard and can be searched with. */
  onSound: (sound: HeardSound) => void;
}

/** Records a hum or takes a file, and sends it. Nothing of it comes into the library. */
export function SoundDialog({ isOpen, onOpenChange, onSound }: SoundDialogProps) {
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      title="Search by sound"
      description={`Hum, tap or beatbox for up to ${LONGEST_RECORDING_SECONDS} seconds, or choose a file. It is only compared, and does not come into your library.`}
    >
      {isOpen ? <SoundSources onSound={onSound} /> : null}
    </Dialog>
  );
}

function SoundSources({ onSound }: Pick<SoundDialogProps, "onSound">) {
  const [isSending, setSending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const closing = useRef<AbortController | null>(null);
  useEffect(() => {
    const controller = new AbortController();
    closing.current = controller;
    return () => controller.abort();
  }, []);
  const send = async (file: File, source: "file" | "microphone") => {
    const signal = closing.current?.signal;
    setProblem(null);
    setSending(true);
    const sent = await sendSound(file, source, signal).catch(() => ({ ok: false as const, text: NOT_SENT }));
    if (signal?.aborted) return;
    setSending(false);
    if (sent.ok) onSound(sent.sound);
    else setProblem(sent.text);
  };
  if (isSending) {
    return (
      <p role="status" className="flex h-40 items-center justify-center gap-3 text-muted-foreground text-sm">
        <LoaderCircle aria-hidden className="size-5 animate-spin text-primary motion-reduce:animate-none" />
        Listening to the sound…
      </p>
    );
  }
  return (
    <div className="flex flex-col gap-4">
      <FormAlert>{problem}</FormAlert>
      <MicrophonePane onRecorded={(file) => send(file, "microphone")} onProblem={setProblem} />
      <FilePane onFile={(file) => send(file, "file")} />
    </div>
  );
}

const NOT_SENT = "The sound was not sent. Check your connection and try again.";

/** The page takes dropped files as uploads; what is dropped here must not reach it. */
const keep = (event: DragEvent) => {
  event.preventDefault();
  event.stopPropagation();
};

function FilePane({ onFile }: { onFile: (file: File) => void }) {
  const picker = useRef<HTMLInputElement>(null);
  const take = (files: FileList | null | undefined) => {
    const file = files?.[0];
    if (file) onFile(file);
  };
  return (
    <section
      aria-label="A file"
      onDragEnter={keep}
      onDragOver={keep}
      onDrop={(event) => {
        keep(event);
        take(event.dataTransfer.files);
      }}
      className="flex flex-wrap items-center justify-between gap-3 rounded-lg border border-border-strong border-dashed p-4"
    >
      <p className="text-muted-foreground text-sm">Drop a file here, or</p>
      <Button onClick={() => picker.current?.click()}>
        <FileAudio aria-hidden />
        Choose a file
      </Button>
      <input
        ref={picker}
        type="file"
        accept="audio/*"
        aria-label="A file to search with"
        className="hidden"
        onChange={(event) => {
          take(event.currentTarget.files);
          event.currentTarget.value = "";
        }}
      />
    </section>
  );
}
