"use client";

import { Mic } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { useText } from "#text";
import { IconButton } from "@/components/ui/icon-button";
import type { HeardSound } from "./send-sound";

const SoundDialog = lazy(() => import("./sound-dialog").then(({ SoundDialog }) => ({ default: SoundDialog })));

/** Opens the dialog in which a sound is recorded or chosen. Its code comes when it is first wanted. */
export function SoundSearchButton({ onSound }: { onSound: (sound: HeardSound) => void }) {
  const t = useText();
  const [isOpen, setOpen] = useState(false);
  const [wasOpened, setWasOpened] = useState(false);
  return (
    <>
      <IconButton
        label={t("Search by sound")}
        aria-haspopup="dialog"
        onClick={() => {
          setWasOpened(true);
          setOpen(true);
        }}
      >
        <Mic aria-hidden />
      </IconButton>
      {wasOpened ? (
        <Suspense>
          <SoundDialog
            isOpen={isOpen}
            onOpenChange={setOpen}
            onSound={(sound) => {
              setOpen(false);
              onSound(sound);
            }}
          />
        </Suspense>
      ) : null}
    </>
  );
}
