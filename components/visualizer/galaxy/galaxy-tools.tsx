"use client";

import { CircleHelp, Columns2, Lasso, List, Map as MapIcon, Maximize, Square, Volume2, VolumeX } from "lucide-react";
import { useText } from "#text";
import { IconButton } from "@/components/ui/icon-button";
import { NativeSelect } from "@/components/ui/native-select";
import { cn } from "@/lib/cn";
import { msg } from "@/lib/language/text";
import { COLOURINGS, type Colouring } from "./engine/colours";

export type GalaxyView = "both" | "map" | "list";

const COLOUR_LABELS: Record<Colouring, string> = {
  type: msg("Colour by type"),
  key: msg("Colour by key"),
  tempo: msg("Colour by tempo"),
  tag: msg("Colour by tag"),
};

export interface GalaxyToolsProps {
  colouring: Colouring;
  onColouring: (colouring: Colouring) => void;
  view: GalaxyView;
  /** Whether the window has room for map and list beside each other. */
  isWide: boolean;
  onView: (view: GalaxyView) => void;
  /** Null where it can only be flat. */
  isFlat: boolean | null;
  onFlat: (isFlat: boolean) => void;
  isLasso: boolean;
  onLasso: (isLasso: boolean) => void;
  isHeard: boolean;
  onHeard: (isHeard: boolean) => void;
  onOverview: () => void;
  onHelp: () => void;
}

/** How the galaxy is shown, and what a hand on it does. */
export function GalaxyTools(props: GalaxyToolsProps) {
  const t = useText();
  const { colouring, view, isWide, isFlat, isLasso, isHeard } = props;
  const hasMap = view !== "list";
  return (
    <div className="flex flex-wrap items-center gap-1">
      <NativeSelect
        label={t("Colours")}
        value={colouring}
        options={COLOURINGS.map((value) => ({ value, label: t(COLOUR_LABELS[value]) }))}
        onValueChange={props.onColouring}
        className="mr-1"
      />
      {hasMap ? (
        <>
          <IconButton
            label={t("Pick with a lasso")}
            aria-pressed={isLasso}
            className={cn(isLasso && "bg-muted text-primary")}
            onClick={() => props.onLasso(!isLasso)}
          >
            <Lasso aria-hidden />
          </IconButton>
          <IconButton
            label={t("Play what is pointed at")}
            aria-pressed={isHeard}
            className={cn(isHeard && "text-primary")}
            onClick={() => props.onHeard(!isHeard)}
          >
            {isHeard ? <Volume2 aria-hidden /> : <VolumeX aria-hidden />}
          </IconButton>
          <IconButton label={t("The whole galaxy (Home)")} onClick={props.onOverview}>
            <Maximize aria-hidden />
          </IconButton>
          {isFlat === null ? null : (
            <IconButton
              label={t("Flat map")}
              aria-pressed={isFlat}
              className={cn(isFlat && "text-primary")}
              onClick={() => props.onFlat(!isFlat)}
            >
              <Square aria-hidden />
            </IconButton>
          )}
        </>
      ) : null}
      <IconButton label={t("Keys and gestures (?)")} onClick={props.onHelp}>
        <CircleHelp aria-hidden />
      </IconButton>
      <fieldset className="ml-auto flex rounded-md border border-border-strong p-0.5">
        <legend className="sr-only">{t("Show as")}</legend>
        {VIEWS.filter(({ value }) => isWide || value !== "both").map(({ value, label, icon: Icon }) => {
          const isOn = view === value || (!isWide && view === "both" && value === "map");
          return (
            <button
              key={value}
              type="button"
              aria-pressed={isOn}
              onClick={() => props.onView(value)}
              className={cn(
                "flex h-6.5 items-center gap-1.5 rounded-sm px-2 text-sm [&_svg]:size-3.5",
                isOn ? "bg-pressed text-foreground" : "text-muted-foreground hover:text-foreground",
              )}
            >
              <Icon aria-hidden />
              {t(label)}
            </button>
          );
        })}
      </fieldset>
    </div>
  );
}

const VIEWS = [
  { value: "map", label: msg("Map"), icon: MapIcon },
  { value: "both", label: msg("Both"), icon: Columns2 },
  { value: "list", label: msg("List"), icon: List },
] as const;
