"use client";

import { Star } from "lucide-react";
import { useCallback, useOptimistic, useTransition } from "react";
import { useText } from "#text";
import { errorText } from "@/components/forms/error-text";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { cn } from "@/lib/cn";
import { setFavouriteAction } from "@/lib/samples/actions";
import type { SampleRow, SetFavourite } from "@/lib/samples/schema";

export type Starred = Pick<SampleRow, "id" | "fileName" | "isFavourite">;

/** Rows whose stars can be switched. A change shows at once, and is taken back if the server refuses it. */
export function useFavourites<Row extends Starred>(
  rows: readonly Row[],
): [rows: readonly Row[], toggle: (row: Starred) => void] {
  const t = useText();
  const [shown, show] = useOptimistic(rows, withStar<Row>);
  const [, startTransition] = useTransition();
  const toggle = useCallback(
    ({ id, fileName, isFavourite }: Starred) =>
      startTransition(async () => {
        const wanted = { id, isFavourite: !isFavourite };
        show(wanted);
        const answer = await setFavouriteAction(wanted).catch(() => undefined);
        const result = answer?.data;
        if (result?.ok) return;
        const code = result ? result.reason : answer?.serverError?.code;
        toast.error(t("{name} was not changed", { name: fileName }), { description: t(errorText(code)) });
      }),
    [show, t],
  );
  return [shown, toggle];
}

function withStar<Row extends Starred>(rows: readonly Row[], { id, isFavourite }: SetFavourite): readonly Row[] {
  return rows.map((row) => (row.id === id ? { ...row, isFavourite } : row));
}

export interface FavouriteButtonProps {
  sample: Starred;
  onToggle: (sample: Starred) => void;
  tabIndex?: number;
}

export function FavouriteButton({ sample, onToggle, tabIndex }: FavouriteButtonProps) {
  const { fileName, isFavourite } = sample;
  const t = useText();
  return (
    <Button
      size="icon"
      variant="ghost"
      tabIndex={tabIndex}
      aria-label={t("Favourite {name}", { name: fileName })}
      aria-pressed={isFavourite}
      onClick={() => onToggle(sample)}
      className={cn("rounded-full", isFavourite && "text-primary hover:text-primary")}
    >
      <Star aria-hidden className={cn(isFavourite && "fill-current")} />
    </Button>
  );
}

/** The star on a sample's own page. */
export function SampleFavourite(sample: Starred) {
  const [[shown = sample], toggle] = useFavourites([sample]);
  return <FavouriteButton sample={shown} onToggle={toggle} />;
}
