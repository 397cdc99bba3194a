"use client";

import { ChevronLeft, ChevronRight, CircleDot, Crosshair } from "lucide-react";
import { memo, useEffect, useMemo, useState, useSyncExternalStore } from "react";
import { useText } from "#text";
import { IconButton } from "@/components/ui/icon-button";
import { NativeSelect } from "@/components/ui/native-select";
import { cn } from "@/lib/cn";
import { formatCount } from "@/lib/format/count";
import { msg } from "@/lib/language/text";
import type { LibraryRow } from "@/lib/library/schema";
import type { GalaxyModel, GalaxyState } from "./galaxy-model";
import type { GalaxyRows } from "./galaxy-rows";
import { allPoints, type ListName, listShown } from "./listed";
import { PointSound } from "./point-sound";
import { regionName } from "./region-name";

const PAGE = 50;
const EVERYWHERE = "everywhere";

export interface GalaxyListProps {
  model: GalaxyModel;
  rows: GalaxyRows;
  state: GalaxyState;
  /** The points on the map, the nearest to the cursor first; null where there is no map to be seen. */
  inView: readonly number[] | null;
  /** Something is to be seen on the map. */
  onShow: () => void;
  className?: string;
}

/** The same sounds as the map, in words. */
export function GalaxyList({ model, rows, state, inView, onShow, className }: GalaxyListProps) {
  const t = useText();
  const [chosen, setChosen] = useState<ListName | null>(null);
  const [region, setRegion] = useState(EVERYWHERE);
  const [page, setPage] = useState(0);
  useSyncExternalStore(rows.subscribe, rows.version, rows.version);
  const { found, picked, path, labels, count: total, only } = state;
  const isReady = state.status === "ready";
  const shown = listShown(state, chosen);
  const place = labels.regions[Number(region)];
  const points = useMemo(() => {
    const near = () =>
      inView ?? allPoints(model, { count: total, only, found }, place ? [place.x, place.y, place.z] : null);
    return isReady ? { near, found: () => found ?? [], picked: () => picked, path: () => path }[shown]() : [];
  }, [model, isReady, shown, inView, place, total, only, found, picked, path]);
  const pages = Math.max(1, Math.ceil(points.length / PAGE));
  const at = Math.min(page, pages - 1);
  const onPage = useMemo(() => points.slice(at * PAGE, (at + 1) * PAGE), [points, at]);
  useEffect(() => {
    rows.want(onPage.map((index) => model.idOf(index)));
  }, [rows, model, onPage]);

  const show = (name: ListName) => {
    setChosen(name);
    setPage(0);
  };
  const goTo = (value: string) => {
    setRegion(value);
    show("near");
    const to = labels.regions[Number(value)];
    if (to) model.stage?.flyTo([to.x, to.y, to.z], 0.3);
    else model.stage?.overview();
  };
  const tabs = [
    { name: "near", label: inView ? t("In view") : t("All"), count: null },
    { name: "found", label: t("Found"), count: found?.length ?? 0 },
    { name: "picked", label: t("Picked"), count: picked.length },
    { name: "path", label: t("Path"), count: path.length },
  ] as const;
  return (
    <section aria-label={t("List of sounds")} className={cn("flex min-h-0 flex-col", className)}>
      <div className="flex flex-col gap-2 border-b p-2.5">
        <fieldset className="flex flex-wrap gap-1">
          <legend className="sr-only">{t("What the list shows")}</legend>
          {tabs.map(({ name, label, count }) =>
            count === 0 ? null : (
              <button
                key={name}
                type="button"
                aria-pressed={shown === name}
                onClick={() => show(name)}
                className={cn(
                  "h-7 rounded-md px-2.5 text-sm",
                  shown === name ? "bg-pressed text-foreground" : "text-muted-foreground hover:text-foreground",
                )}
              >
                {label}
                {count === null ? null : <span className="figures ml-1.5 text-xs">{formatCount(count, t)}</span>}
              </button>
            ),
          )}
        </fieldset>
        {labels.regions.length > 0 ? (
          <NativeSelect
            label={t("Region")}
            value={region}
            onValueChange={goTo}
            options={[
              { value: EVERYWHERE, label: t("The whole galaxy") },
              ...labels.regions.map(({ text, count }, index) => ({
                value: String(index),
                label: `${regionName(text, t)} (${formatCount(count, t)})`,
              })),
            ]}
          />
        ) : null}
      </div>
      {points.length === 0 ? (
        <p className="p-4 text-muted-foreground text-sm">{isReady ? t(EMPTY[shown]) : t("Reading your sounds…")}</p>
      ) : (
        <ol start={at * PAGE + 1} className="relative min-h-0 flex-1 overflow-y-auto overscroll-contain">
          {onPage.map((index) => (
            <Item
              key={model.idOf(index)}
              {...{ index, model, onShow }}
              row={rows.get(model.idOf(index))}
              isCursor={state.cursor === index}
              isPicked={picked.includes(index)}
            />
          ))}
        </ol>
      )}
      <div className="mt-auto flex items-center justify-between gap-2 border-t px-2.5 py-1.5 text-muted-foreground text-xs">
        <p role="status">
          {points.length > PAGE
            ? t.count(points.length, "{from}–{to} of {count} sound", "{from}–{to} of {count} sounds", {
                from: at * PAGE + 1,
                to: Math.min(points.length, (at + 1) * PAGE),
              })
            : t.count(points.length, "{count} sound", "{count} sounds")}
        </p>
        {pages > 1 ? (
          <div className="flex">
            <IconButton label={t("Sounds before")} size="icon-sm" disabled={at === 0} onClick={() => setPage(at - 1)}>
              <ChevronLeft aria-hidden />
            </IconButton>
            <IconButton
              label={t("Sounds after")}
              size="icon-sm"
              disabled={at === pages - 1}
              onClick={() => setPage(at + 1)}
            >
              <ChevronRight aria-hidden />
            </IconButton>
          </div>
        ) : null}
      </div>
    </section>
  );
}

const EMPTY: Record<ListName, string> = {
  near: msg("Nothing is in view. Move or zoom out to see sounds."),
  found: msg("No sound with a place matches this search."),
  picked: msg("Nothing is picked."),
  path: msg("There is no path."),
};

interface ItemProps {
  index: number;
  model: GalaxyModel;
  /** Undefined while it is not read; null if it is there no longer. */
  row: LibraryRow | null | undefined;
  isCursor: boolean;
  isPicked: boolean;
  onShow: () => void;
}

const Item = memo(function Item({ index, model, row, isCursor, isPicked, onShow }: ItemProps) {
  const t = useText();
  if (!row) {
    return (
      <li className="flex h-14 items-center border-b px-3 text-muted-foreground text-sm">
        {row === null ? t("Deleted") : <span className="h-3 w-3/5 rounded-xs bg-pressed" />}
        <span className="sr-only">{row === null ? "" : t("Loading…")}</span>
      </li>
    );
  }
  return (
    <li
      aria-current={isCursor || undefined}
      className={cn(
        "grid min-h-14 grid-cols-[auto_minmax(0,1fr)_auto] items-center gap-2.5 border-b px-2.5 py-1.5",
        isCursor ? "bg-primary/12" : "hover:bg-muted",
      )}
    >
      <PointSound row={row} />
      <div className="flex">
        <IconButton
          label={t("Show {name} on the map", { name: row.fileName })}
          size="icon-sm"
          onClick={() => {
            model.moveTo(index);
            model.stage?.flyToPoint(index);
            onShow();
          }}
        >
          <Crosshair aria-hidden />
        </IconButton>
        <IconButton
          label={t("Pick {name}", { name: row.fileName })}
          size="icon-sm"
          aria-pressed={isPicked}
          className={isPicked ? "text-primary" : ""}
          onClick={() => model.pick(index)}
        >
          <CircleDot aria-hidden />
        </IconButton>
      </div>
    </li>
  );
});
