import { Check } from "lucide-react";
import { useText } from "#text";
import { Card, CardContent, CardDescription, CardHeader, CardTitle } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { cn } from "@/lib/cn";
import { msg } from "@/lib/language/text";
import { STEPS, type Step } from "@/lib/onboarding/constants";
import type { Checklist as Progress } from "@/lib/onboarding/schema";
import { EndChecklist } from "./end-checklist";
import { TrySounds } from "./try-sounds";

export interface ChecklistProps extends Progress {
  /** Steps that this person cannot take. */
  hidden: readonly Step[];
}

interface StepText {
  label: string;
  why: string;
  /** Where it is done. Steps about a sample have no place until there is one. */
  href: (sampleId: string | null) => string | null;
}

const STEP_TEXTS: Readonly<Record<Step, StepText>> = {
  upload: { label: msg("Upload a sound"), why: msg("Drop files on any page, or choose them."), href: () => "/upload" },
  read: {
    label: msg("Read its analysis"),
    why: msg("Each value says how sure it is."),
    href: (id) => id && `/samples/${id}`,
  },
  correct: {
    label: msg("Correct a value"),
    why: msg("What you set counts everywhere, and stays."),
    href: (id) => id && "/workbench",
  },
  search: { label: msg("[verb] Search"), why: msg("By words, by values, or by how it sounds."), href: () => "/search" },
  collect: { label: msg("Make a collection"), why: msg("For a track, a set or a kit."), href: () => "/collections" },
  look: {
    label: msg("Open the visualizer"),
    why: msg("Pictures that follow the sound."),
    href: (id) => id && `/visualizer/${id}`,
  },
  publish: {
    label: msg("Publish a sound"),
    why: msg("If you like: in the gallery, under a licence of your choice."),
    href: (id) => id && `/samples/${id}`,
  },
};

/** The first hour: each step is done when it has been done. */
export function Checklist({ done, sampleId, hidden }: ChecklistProps) {
  const t = useText();
  const steps = STEPS.filter((step) => !hidden.includes(step));
  const needed = steps.filter((step) => step !== "publish");
  const count = needed.filter((step) => done[step]).length;
  const isComplete = count === needed.length;
  return (
    <section aria-labelledby="first-steps" className="mb-6">
      <Card>
        <CardHeader>
          <div>
            <CardTitle id="first-steps">{isComplete ? t("You know your way around") : t("First steps")}</CardTitle>
            <CardDescription>
              {isComplete
                ? t("Everything is done.")
                : t("{count} of {total} done. They tick themselves off.", { count, total: needed.length })}
            </CardDescription>
          </div>
          <EndChecklist />
        </CardHeader>
        <CardContent>
          <ol className="grid gap-x-8 gap-y-3 sm:grid-cols-2 xl:grid-cols-3">
            {steps.map((step) => (
              <StepLine key={step} {...STEP_TEXTS[step]} isDone={done[step]} sampleId={sampleId} />
            ))}
          </ol>
          {done.upload ? null : (
            <p className="mt-5 flex flex-wrap items-center gap-x-4 gap-y-2 text-muted-foreground text-sm">
              {t("No sound at hand?")}
              <TrySounds />
            </p>
          )}
        </CardContent>
      </Card>
    </section>
  );
}

type StepLineProps = StepText & { isDone: boolean; sampleId: string | null };

function StepLine({ label, why, href, isDone, sampleId }: StepLineProps) {
  const t = useText();
  const place = href(sampleId);
  return (
    <li className="flex items-start gap-3">
      <span
        aria-hidden
        className={cn(
          "mt-0.5 grid size-5 shrink-0 place-items-center rounded-full border",
          isDone ? "border-success bg-success/15 text-success" : "border-border-strong",
        )}
      >
        {isDone ? <Check className="size-3.5" /> : null}
      </span>
      <span className="min-w-0 text-sm">
        {place ? (
          <Link href={place} className="rounded-xs font-medium underline-offset-4 hover:text-primary hover:underline">
            {t(label)}
          </Link>
        ) : (
          <span className="font-medium">{t(label)}</span>
        )}
        <span className="sr-only">{isDone ? t(", done") : t(", not done yet")}</span>
        <span className="block text-muted-foreground text-xs">{t(why)}</span>
      </span>
    </li>
  );
}
