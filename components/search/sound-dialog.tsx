"use client";

import { FileAudio, LoaderCircle } from "lucide-react";
import { type DragEvent, useEffect, useRef, useState } from "react";
import { useText } from "#text";
import { FormAlert } from "@/components/forms/form-alert";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { msg } from "@/lib/language/text";
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
  const t = useText();
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      title={t("Search by sound")}
      description={t(
        "Hum, tap or beatbox for up to {seconds} seconds, or choose a file. It is only compared, and does not come into your library.",
        { seconds: LONGEST_RECORDING_SECONDS },
      )}
    >
      {isOpen ? <SoundSources onSound={onSound} /> : null}
    </Dialog>
  );
}

function SoundSources({ onSound }: Pick<SoundDialogProps, "onSound">) {
  const t = useText();
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
    const sent = await sendSound(file, source, signal).catch(() => ({ ok: false as const, texts: [NOT_SENT] }));
    if (signal?.aborted) return;
    setSending(false);
    if (sent.ok) onSound(sent.sound);
    else setProblem(sent.texts.map((text) => t(text)).join(". "));
  };
  if (isSending) {
    return (
      <p role="status" className="flex h-40 items-center justify-center gap-3 text-muted-foreground text-sm">
        <LoaderCircle aria-hidden className="size-5 animate-spin text-primary motion-reduce:animate-none" />
        {t("Listening to the sound…")}
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

const NOT_SENT = msg("The sound was not sent. Check your connection and try again.");

/** The page takes dropped files as uploads; what is dropped here must not reach it. */
const keep = (event: DragEvent) => {
  event.preventDefault();
  event.stopPropagation();
};

function FilePane({ onFile }: { onFile: (file: File) => void }) {
  const t = useText();
  const picker = useRef<HTMLInputElement>(null);
  const take = (files: FileList | null | undefined) => {
    const file = files?.[0];
    if (file) onFile(file);
  };
  return (
    <section
      aria-label={t("A file")}
      onDragEnter={keep}
      onDragOver={keep}
      onDrop={(event) => {
        keep(event);
        take(event.dataTransfer.files);
      }}
      className="flex flex-wrap items-center justify-between gap-3 rounded-lg border border-border-strong border-dashed p-4"
    >
      <p className="text-muted-foreground text-sm">{t("Drop a file here, or")}</p>
      <Button onClick={() => picker.current?.click()}>
        <FileAudio aria-hidden />
        {t("Choose a file")}
      </Button>
      <input
        ref={picker}
        type="file"
        accept="audio/*"
        aria-label={t("A file to search with")}
        className="hidden"
        onChange={(event) => {
          take(event.currentTarget.files);
          event.currentTarget.value = "";
        }}
      />
    </section>
  );
}
