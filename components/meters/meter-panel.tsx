"use client";

import { ChevronRight } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { useText } from "#text";
import { Skeleton } from "@/components/ui/skeleton";

const LiveMeters = lazy(() => import("./live-meters").then(({ LiveMeters }) => ({ default: LiveMeters })));

export interface MeterPanelProps {
  sampleId: string;
  /** Of the file. */
  channels: number;
}

/** What is heard, measured while it is heard. Closed until somebody asks: it then listens in to the player. */
export function MeterPanel(props: MeterPanelProps) {
  const t = useText();
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="group glass rounded-lg" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="flex cursor-pointer select-none items-center gap-2 rounded-lg px-5 py-2.5 text-muted-foreground text-sm -outline-offset-2 hover:text-foreground">
        <ChevronRight aria-hidden className="size-4 transition-transform group-open:rotate-90" />
        {t("Live meters: spectrum, stereo image and levels")}
      </summary>
      {isOpen ? (
        <Suspense fallback={<Skeleton className="m-5 h-64" />}>
          <LiveMeters {...props} />
        </Suspense>
      ) : null}
    </details>
  );
}
