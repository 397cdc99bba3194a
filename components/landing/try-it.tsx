"use client";

import { lazy, type ReactNode, Suspense, use } from "react";
import { useText } from "#text";
import { TryZone, ZoneFrame } from "./try-zone";
import { useFileDrop } from "./use-file-drop";
import { type TryState, useTryout } from "./use-tryout";

/** The cards and pictures of a sample's page: loaded when there is something to show in them. */
const TriedSound = lazy(async () => ({ default: (await import("./tried-sound")).TriedSound }));

export interface TryDoor {
  /** Whether files of strangers are measured here. */
  isOpen: boolean;
  mayRegister: boolean;
}

export interface TryItProps {
  /** What a file may be, for the browser's list of files. */
  accept: string;
  door: Promise<TryDoor>;
  /** What it is, beside the zone. */
  children: ReactNode;
  /** Stands below until there is something of the visitor's own. */
  example: ReactNode;
}

/** The page proves what it says: a visitor's own file is measured, and shown as the product shows it. */
export function TryIt({ accept, door, children, example }: TryItProps) {
  const { state, start, stop } = useTryout();
  const take = (files: File[]) => {
    if (files[0]) void start(files[0]);
  };
  const takeOurs = () => void import("./loop-file").then(({ fileOfLoop }) => start(fileOfLoop()));
  const result = state.is === "done" ? state : null;
  return (
    <>
      <div className="grid items-center gap-10 pt-8 pb-12 lg:grid-cols-2 lg:gap-14 lg:pt-12">
        {children}
        <Suspense fallback={<Zone {...{ accept, state, take, takeOurs, stop }} />}>
          <ZoneOrNot door={door} {...{ accept, state, take, takeOurs, stop }} />
        </Suspense>
      </div>
      <div className="pb-16">
        {result ? (
          <Suspense fallback={example}>
            <Result door={door} result={result} key={result.sound.peaks} />
          </Suspense>
        ) : (
          example
        )}
      </div>
    </>
  );
}

interface ZoneProps {
  accept: string;
  state: TryState;
  take(files: File[]): void;
  takeOurs(): void;
  stop(): void;
}

function Zone({ accept, state, take, takeOurs, stop }: ZoneProps) {
  const isOver = useFileDrop(take);
  return <TryZone accept={accept} state={state} isOver={isOver} onFiles={take} onOurs={takeOurs} onStop={stop} />;
}

function ZoneOrNot({ door, ...props }: ZoneProps & { door: Promise<TryDoor> }) {
  const t = useText();
  const { isOpen, mayRegister } = use(door);
  if (isOpen) return <Zone {...props} />;
  return (
    <ZoneFrame>
      <h2 className="font-display font-medium text-2xl tracking-tight">{t("See what you would get")}</h2>
      <p className="max-w-sm text-balance text-muted-foreground">
        {t("This server measures files for people with an account only. Below is an example.")}{" "}
        {mayRegister ? t("Create an account to have your own measured.") : t("Sign in to have your own measured.")}
      </p>
    </ZoneFrame>
  );
}

type Done = Extract<TryState, { is: "done" }>;

function Result({ door, result: { fileName, sizeBytes, sound } }: { door: Promise<TryDoor>; result: Done }) {
  const { mayRegister } = use(door);
  return <TriedSound {...{ fileName, sizeBytes, sound, mayRegister }} />;
}
