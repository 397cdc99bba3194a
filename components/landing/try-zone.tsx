"use client";

import { FileMusic, Sparkles, UploadCloud } from "lucide-react";
import { lazy, type ReactNode, Suspense, useEffect, useRef } from "react";
import { useText } from "#text";
import { Button } from "@/components/ui/button";
import { useHydrated } from "@/components/ui/use-hydrated";
import { cn } from "@/lib/cn";
import type { TryState } from "./use-tryout";

/** What is seen when a file has been chosen. */
const Busy = lazy(async () => ({ default: (await import("./try-busy")).Busy }));
const Refused = lazy(async () => ({ default: (await import("./try-busy")).Refused }));
const SpokenStage = lazy(async () => ({ default: (await import("./try-busy")).SpokenStage }));

export interface TryZoneProps {
  state: TryState;
  /** What a file may be, for the browser's list of files. */
  accept: string;
  /** Files are being dragged over the page. */
  isOver: boolean;
  onFiles(files: File[]): void;
  onOurs(): void;
  onStop(): void;
}

/** Where a visitor drops or chooses a file, and what becomes of it. */
export function TryZone({ state, accept, isOver, onFiles, onOurs, onStop }: TryZoneProps) {
  const t = useText();
  return (
    <ZoneFrame isOver={isOver}>
      {state.is === "busy" ? (
        <Suspense>
          <Busy state={state} onStop={onStop} />
        </Suspense>
      ) : (
        <>
          {state.is === "refused" ? (
            <Suspense>
              <Refused state={state} />
            </Suspense>
          ) : (
            <Invitation isOver={isOver} />
          )}
          <Choices
            accept={accept}
            onFiles={onFiles}
            onOurs={onOurs}
            isAgain={state.is !== "idle"}
            takesFocus={state.is === "refused" || (state.is === "idle" && state.wasStopped)}
          />
        </>
      )}
      <p role="status" className="sr-only">
        {state.is === "busy" ? (
          <Suspense>
            <SpokenStage name={state.stage.name} />
          </Suspense>
        ) : state.is === "done" ? (
          t("{name} is measured.", { name: state.fileName })
        ) : (
          ""
        )}
      </p>
    </ZoneFrame>
  );
}

export function ZoneFrame({ isOver = false, children }: { isOver?: boolean; children: ReactNode }) {
  const t = useText();
  return (
    <section
      aria-label={t("Try it with a file")}
      className={cn(
        "glass flex min-h-84 flex-col items-center justify-center gap-5 rounded-xl border-dashed! px-6 py-10 text-center transition-colors",
        isOver ? "border-primary! bg-primary/10!" : "border-border-strong!",
      )}
    >
      {children}
    </section>
  );
}

function Invitation({ isOver }: { isOver: boolean }) {
  const t = useText();
  return (
    <>
      <span className="grid size-14 place-items-center rounded-lg border border-primary/30 bg-primary/10 text-primary">
        <UploadCloud aria-hidden className="size-7" />
      </span>
      <div>
        <h2 className="font-display font-medium text-2xl tracking-tight">
          {isOver ? t("Let go to measure it") : <HereOrYours />}
        </h2>
        <p className="mx-auto mt-2 max-w-sm text-balance text-muted-foreground text-sm">
          {t(
            "See it measured, without an account. WAV, AIFF, FLAC, MP3, Ogg, Opus or M4A, up to 20 MB and ten minutes.",
          )}
        </p>
      </div>
    </>
  );
}

/** Nothing can be dropped with a finger. */
function HereOrYours() {
  const t = useText();
  return (
    <>
      <span className="pointer-coarse:hidden">{t("Drop a sound here")}</span>
      <span className="hidden pointer-coarse:inline">{t("Try a sound of yours")}</span>
    </>
  );
}

type ChoicesProps = Pick<TryZoneProps, "accept" | "onFiles" | "onOurs"> & { isAgain: boolean; takesFocus: boolean };

function Choices({ accept, onFiles, onOurs, isAgain, takesFocus }: ChoicesProps) {
  const t = useText();
  const input = useRef<HTMLInputElement>(null);
  const choose = useRef<HTMLButtonElement>(null);
  // The button that had the focus is gone when a file ends without a result.
  useEffect(() => {
    if (takesFocus) choose.current?.focus();
  }, [takesFocus]);
  // Before the script runs, and where none does, the buttons do nothing: then they say so.
  const isReady = useHydrated();
  return (
    <>
      <div className="flex flex-wrap justify-center gap-2">
        <input
          ref={input}
          type="file"
          hidden
          accept={accept}
          onChange={({ currentTarget }) => {
            const files = Array.from(currentTarget.files ?? []);
            // Otherwise choosing the same file again would not count as a change.
            currentTarget.value = "";
            onFiles(files);
          }}
        />
        <Button ref={choose} variant="primary" disabled={!isReady} onClick={() => input.current?.click()}>
          <FileMusic aria-hidden />
          {isAgain ? t("Choose another file") : t("Choose a file")}
        </Button>
        <Button disabled={!isReady} onClick={onOurs}>
          <Sparkles aria-hidden />
          {t("Use a sound of ours")}
        </Button>
      </div>
      <p className="max-w-sm text-balance text-muted-foreground text-xs">
        {t("Nothing is kept: the file is deleted as soon as it is measured.")}
      </p>
      <noscript>
        <p className="max-w-sm text-sm">
          {t("Trying needs JavaScript, which is off in your browser. Below is what you would see.")}
        </p>
      </noscript>
    </>
  );
}
