import { Check } from "lucide-react";
import { Card, CardContent, CardDescription, CardHeader, CardTitle } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { cn } from "@/lib/cn";
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
  upload: { label: "Upload a sound", why: "Drop files on any page, or choose them.", href: () => "/upload" },
  read: {
    label: "Read its analysis",
    why: "Each value says how sure it is.",
    href: (id) => id && `/samples/${id}`,
  },
  correct: {
    label: "Correct a value",
    why: "What you set counts everywhere, and stays.",
    href: (id) => id && "/workbench",
  },
  search: { label: "Search", why: "By words, by values, or by how it sounds.", href: () => "/search" },
  collect: { label: "Make a collection", why: "For a track, a set or a kit.", href: () => "/collections" },
  look: {
    label: "Open the visualizer",
    why: "Pictures that follow the sound.",
    href: (id) => id && `/visualizer/${id}`,
  },
  publish: {
    label: "Publish a sound",
    why: "If you like: in the gallery, under a licence of your choice.",
    href: (id) => id && `/samples/${id}`,
  },
};

/** The first hour: each step is done when it has been done. */
export function Checklist({ done, sampleId, hidden }: ChecklistProps) {
  const steps = STEPS.filter((step) => !hidden.includes(step));
  const needed = steps.filter((step) => step !== "publish");
  const count = needed.filter((step) => done[step]).length;
  const isComplete = count === needed.length;
  return (
    <section aria-labelledby="first-steps" className="mb-6">
      <Card>
        <CardHeader>
          <div>
            <CardTitle id="first-steps">{isComplete ? "You know your way around" : "First steps"}</CardTitle>
            <CardDescription>
              {isComplete ? "Everything is done." : `${count} of ${needed.length} done. They tick themselves off.`}
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
              No sound at hand?
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
            {label}
          </Link>
        ) : (
          <span className="font-medium">{label}</span>
        )}
        <span className="sr-only">{isDone ? ", done" : ", not done yet"}</span>
        <span className="block text-muted-foreground text-xs">{why}</span>
      </span>
    </li>
  );
}
