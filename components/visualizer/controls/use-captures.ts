import { useCallback, useEffect, useRef, useState } from "react";
import { toast } from "@/components/ui/toast";
import { useHydrated } from "@/components/ui/use-hydrated";
import type { LivePicture } from "@/components/visualizer/scene/picture-props";
import { canRecord, PictureRecorder, RECORDING_MAX_SECONDS } from "./picture-recorder";
import { fileNameOf, saveFile } from "./save-file";

export interface CaptureOptions {
  picture: LivePicture | null;
  fileName: string;
  sceneTitle: string;
  /** The sound as it is played; null where it cannot be had. */
  sound: () => MediaStreamTrack | null;
}

export interface Captures {
  canRecord: boolean;
  isRecording: boolean;
  photograph: () => void;
  toggleRecording: () => void;
}

/** Saves the picture as a file, or a film of it with its sound. */
export function useCaptures({ picture, fileName, sceneTitle, sound }: CaptureOptions): Captures {
  const recorder = useRef<PictureRecorder | null>(null);
  const [isRecording, setRecording] = useState(false);
  const isHydrated = useHydrated();

  const photograph = useCallback(() => {
    if (!picture) return;
    picture.draw();
    // In the same breath: a canvas is empty again when the next frame begins.
    picture.canvas.toBlob((blob) => {
      if (blob) saveFile(blob, fileNameOf(fileName, sceneTitle, "png"));
      else toast.error("The picture could not be saved");
    }, "image/png");
  }, [picture, fileName, sceneTitle]);

  const stop = useCallback(async () => {
    const running = recorder.current;
    recorder.current = null;
    setRecording(false);
    const film = await running?.stop();
    if (film && film.size > 0) saveFile(film, fileNameOf(fileName, sceneTitle, "webm"));
    else if (film) toast.error("Nothing was recorded", { description: "Play the sound while you record." });
  }, [fileName, sceneTitle]);

  const toggleRecording = useCallback(() => {
    if (recorder.current) {
      void stop();
      return;
    }
    if (!picture || !canRecord()) return;
    const track = sound();
    try {
      recorder.current = new PictureRecorder(picture.canvas, track);
    } catch {
      toast.error("Your browser cannot record this picture");
      return;
    }
    setRecording(true);
    if (!track)
      toast("Recording without sound", { description: "The sound is not there yet. Play first, then record." });
  }, [picture, sound, stop]);

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
