import type { ReactNode } from "react";
import { useText } from "#text";
import type { MeterPainter } from "./meter-painter";

/** Three canvases. What they show stands in the tables too. */
export function MeterPictures({ painter }: { painter: MeterPainter }) {
  const t = useText();
  const { canvases } = painter;
  return (
    <div aria-hidden className="grid grid-cols-2 gap-4 lg:grid-cols-[1fr_13rem_13rem]">
      <Picture title={t("Spectrum")} unit={t("Hz, dBFS of a sine")} className="col-span-2 lg:col-span-1">
        <canvas
          className="absolute inset-0 size-full"
          ref={(canvas) => {
            canvases.spectrum = canvas;
          }}
        />
      </Picture>
      <Picture title={t("Stereo image")} unit={t("auto-scaled")}>
        <span className="absolute inset-0 m-auto aspect-square max-h-full max-w-full">
          <canvas
            className="absolute inset-0 size-full"
            ref={(canvas) => {
              canvases.axes = canvas;
            }}
          />
          <canvas
            className="absolute inset-0 size-full"
            ref={(canvas) => {
              canvases.goniometer = canvas;
            }}
          />
        </span>
      </Picture>
      <Picture title={t("Levels")} unit={t("dBTP and RMS, LUFS")}>
        <canvas
          className="absolute inset-0 size-full"
          ref={(canvas) => {
            canvases.levels = canvas;
          }}
        />
      </Picture>
    </div>
  );
}

function Picture({
  title,
  unit,
  className,
  children,
}: {
  title: string;
  unit: string;
  className?: string;
  children: ReactNode;
}) {
  return (
    <figure className={className}>
      <figcaption className="mb-1.5 flex flex-wrap items-baseline gap-x-2">
        <span className="eyebrow">{title}</span>
        <span className="text-muted-foreground text-xs">{unit}</span>
      </figcaption>
      <div className="relative h-52 overflow-hidden rounded-md border bg-surface/60">{children}</div>
    </figure>
  );
}
