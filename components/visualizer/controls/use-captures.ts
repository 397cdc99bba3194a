import { useCallback, useEffect, useRef, useState } from "react";
import { useText } from "#text";
import { toast } from "@/components/ui/toast";
import { useHydrated } from "@/components/ui/use-hydrated";
import type { LivePicture } from "@/components/visualizer/scene/picture-props";
import { msg } from "@/lib/language/text";
import { canRecord, PictureRecorder, RECORDING_MAX_SECONDS } from "./picture-recorder";
import { fileNameOf, saveFile } from "./save-file";

const NO_SOUND = msg("Nothing was played while it was recorded, or your browser does not hand out the sound.");

export interface CaptureOptions {
  picture: LivePicture | null;
  fileName: string;
  sceneTitle: string;
  /** The sound as it is played; null where it cannot be had. */
  sound: () => MediaStreamTrack | null;
  /** Whether there was any sound until now. */
  wasHeard: () => boolean;
}

export interface Captures {
  canRecord: boolean;
  isRecording: boolean;
  photograph: () => void;
  toggleRecording: () => void;
}

/** Saves the picture as a file, or a film of it with its sound. */
export function useCaptures({ picture, fileName, sceneTitle, sound, wasHeard }: CaptureOptions): Captures {
  const t = useText();
  const recorder = useRef<PictureRecorder | null>(null);
  const [isRecording, setRecording] = useState(false);
  const isHydrated = useHydrated();

  const photograph = useCallback(() => {
    if (!picture) return;
    picture.draw();
    // In the same breath: a canvas is empty again when the next frame begins.
    picture.canvas.toBlob((blob) => {
      if (blob) saveFile(blob, fileNameOf(fileName, sceneTitle, "png"));
      else toast.error(t("The picture could not be saved"));
    }, "image/png");
  }, [picture, fileName, sceneTitle, t]);

  const stop = useCallback(async () => {
    const running = recorder.current;
    recorder.current = null;
    setRecording(false);
    const film = await running?.stop();
    if (!film) return;
    saveFile(film, fileNameOf(fileName, sceneTitle, "webm"));
    if (!wasHeard()) toast(t("The film has no sound"), { description: t(NO_SOUND) });
  }, [fileName, sceneTitle, wasHeard, t]);

  const toggleRecording = useCallback(() => {
    if (recorder.current) {
      void stop();
      return;
    }
    if (!picture || !canRecord()) return;
    try {
      recorder.current = new PictureRecorder(picture.canvas, sound());
    } catch {
      toast.error(t("Your browser cannot record this picture"));
      return;
    }
    setRecording(true);
  }, [picture, sound, stop, t]);

  // Another canvas is another film, and one that never ends would fill the memory.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the film belongs to this picture.
  useEffect(() => {
    if (!isRecording) return;
    const timer = setTimeout(() => void stop(), RECORDING_MAX_SECONDS * 1000);
    return () => {
      clearTimeout(timer);
      if (recorder.current) void stop();
    };
  }, [isRecording, picture]);

  return { canRecord: isHydrated && canRecord(), isRecording, photograph, toggleRecording };
}
