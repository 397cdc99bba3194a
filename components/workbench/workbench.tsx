"use client";

import { CircleCheck, Keyboard } from "lucide-react";
import { useRouter } from "next/navigation";
import { useEffect, useMemo, useRef, useState } from "react";
import { useText } from "#text";
import { openKeySheet } from "@/components/keys/open-key-sheet";
import { Rich } from "@/components/language/rich";
import { audioPlayer } from "@/components/player/audio-player";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { cn } from "@/lib/cn";
import { formatCount } from "@/lib/format/count";
import { msg, type Text } from "@/lib/language/text";
import { COUNTED_MOST, DOUBTED_VALUES, type DoubtedValue } from "@/lib/workbench/constants";
import type { QueuePage, Workpiece } from "@/lib/workbench/schema";
import { Bench } from "./bench";
import { trackOfPiece } from "./piece-track";
import { useQueue } from "./use-queue";

const NAMES: Record<DoubtedValue | "any", string> = {
  any: msg("All"),
  bpm: msg("Tempo"),
  key: msg("Key"),
  kind: msg("Kind"),
};

export interface WorkbenchProps {
  page: QueuePage;
  counts: Record<DoubtedValue | "any", number>;
  value: DoubtedValue | undefined;
}

/** Values of which the analysis is unsure, one after the other. */
export function Workbench({ page, counts, value }: WorkbenchProps) {
  const t = useText();
  const queue = useQueue(page, value);
  return (
    <div className="flex flex-col gap-4">
      <nav aria-label={t("Values")} className="flex flex-wrap gap-2">
        {(["any", ...DOUBTED_VALUES] as const).map((one) => (
          <Link
            key={one}
            href={one === "any" ? "/workbench" : `/workbench?value=${one}`}
            aria-current={(value ?? "any") === one ? "page" : undefined}
            className={cn(
              "rounded-full border px-3 py-1 text-sm",
              (value ?? "any") === one
                ? "border-primary text-foreground"
                : "text-muted-foreground hover:text-foreground",
            )}
          >
            {t(NAMES[one])} <span className="figures text-muted-foreground">{countText(counts[one], t)}</span>
          </Link>
        ))}
      </nav>
      <OnTheBench queue={queue} />
    </div>
  );
}

/** All values of one sample, sure or not. */
export function SampleWorkbench({ piece }: { piece: Workpiece }) {
  const steps = DOUBTED_VALUES.map((value) => ({ piece, value }));
  const queue = useQueue({ data: [piece], nextCursor: null }, undefined, steps);
  const router = useRouter();
  const isDone = queue.step === null;
  const leaves = useRef(false);
  useEffect(() => {
    if (!isDone || leaves.current) return;
    leaves.current = true;
    router.push(`/samples/${piece.id}`);
  }, [isDone, router, piece.id]);
  return isDone ? null : <OnTheBench queue={queue} />;
}

function OnTheBench({ queue }: { queue: ReturnType<typeof useQueue> }) {
  const t = useText();
  const { step, next, said, skipped, canUndo, isLoading, say, skip, undo } = queue;
  // A page that nobody has touched may make no sound.
  const [isTouched, setTouched] = useState(false);
  const [isClicking, setClicking] = useState(false);
  useLoadedAhead(isTouched ? next : null);
  const touch =
    <Arguments extends unknown[]>(act: (...given: Arguments) => void) =>
    (...given: Arguments) => {
      setTouched(true);
      act(...given);
    };
  if (!step)
    return isLoading ? (
      <p role="status">{t("Loading the next samples…")}</p>
    ) : (
      <AllDone said={said} onUndo={canUndo ? undo : null} />
    );
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-2">
        <Tally said={said} skipped={skipped} />
        <Button size="sm" variant="ghost" onClick={openKeySheet}>
          <Keyboard aria-hidden />
          {t("[keyboard] Keys")}
        </Button>
      </div>
      <Bench
        key={`${step.piece.id} ${step.value}`}
        step={step}
        canUndo={canUndo}
        playsAtOnce={isTouched}
        isClicking={isClicking}
        onClicking={setClicking}
        onSay={touch(say)}
        onSkip={touch(skip)}
        onUndo={touch(undo)}
      />
    </>
  );
}

/** The next sample sounds as soon as it is on the bench. */
function useLoadedAhead(piece: Workpiece | null): void {
  const track = useMemo(() => piece && trackOfPiece(piece), [piece]);
  useEffect(() => {
    if (track) audioPlayer().loadAhead([track]);
  }, [track]);
}

function Tally({ said, skipped }: { said: number; skipped: number }) {
  const t = useText();
  const since = useRef<number | null>(null);
  const [rate, setRate] = useState<number | null>(null);
  useEffect(() => {
    if (said === 0) return;
    since.current ??= Date.now();
    const minutes = (Date.now() - since.current) / 60_000;
    setRate(minutes > 0.15 ? Math.round((said - 1) / minutes) : null);
  }, [said]);
  return (
    <p role="status" className="text-muted-foreground text-sm">
      <Rich
        t={t}
        text="<number>{count}</number> answered"
        values={{ count: formatCount(said, t) }}
        parts={{ number: (inner) => <span className="figures">{inner}</span> }}
      />
      {skipped > 0 ? `, ${t("{count} skipped", { count: skipped })}` : ""}
      {rate === null ? "" : `, ${t("{rate} a minute", { rate: String(rate) })}`}
    </p>
  );
}

function AllDone({ said, onUndo }: { said: number; onUndo: (() => void) | null }) {
  const t = useText();
  return (
    <div className="glass rounded-lg">
      <EmptyState
        icon={CircleCheck}
        title={said > 0 ? t("That was the last one") : t("Nothing needs a look")}
        description={
          said > 0
            ? t("You have answered {count}. New uploads of which the analysis is unsure appear here.", { count: said })
            : t("The analysis is sure of every value, or somebody has already settled it.")
        }
        action={
          <div className="flex flex-wrap justify-center gap-2">
            {onUndo ? <Button onClick={onUndo}>{t("Undo the last")}</Button> : null}
            <ButtonLink href="/library" variant="primary">
              {t("Go to the library")}
            </ButtonLink>
          </div>
        }
      />
    </div>
  );
}

const countText = (count: number, t: Text) =>
  count >= COUNTED_MOST ? `${formatCount(COUNTED_MOST, t)}+` : formatCount(count, t);
