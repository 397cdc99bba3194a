"use client";

import { useEffect, useMemo, useRef } from "react";
import { useText } from "#text";
import { StudioTexts } from "@/components/language/text-provider";
import { timelineContent } from "@/components/samples/timeline-lanes";
import { ButtonLink } from "@/components/ui/button-link";
import { BarNumbers, BeatLines } from "@/components/waveform/beat-lanes";
import { WAVEFORM_PIXELS } from "@/components/waveform/lane-sizes";
import { TimeRuler } from "@/components/waveform/time-ruler";
import { useElementWidth } from "@/components/waveform/use-element-width";
import { WaveformCanvas } from "@/components/waveform/waveform-canvas";
import { decodePeaks } from "@/lib/analysis/record/peaks-format";
import type { TriedSound as Sound } from "@/lib/tryouts/tried-sound";
import { bytesOfBase64 } from "./base64";
import { SoundValues } from "./sound-values";

export interface TriedSoundProps {
  fileName: string;
  sizeBytes: number;
  sound: Sound;
  mayRegister: boolean;
}

/** What was measured in a visitor's file. */
export function TriedSound({ fileName, sizeBytes, sound, mayRegister }: TriedSoundProps) {
  const t = useText();
  const heading = useRef<HTMLHeadingElement>(null);
  // Whoever waited for it is led there, with the eyes or with a screen reader.
  useEffect(() => heading.current?.focus(), []);
  return (
    <section aria-labelledby="tried" className="flex flex-col gap-4">
      <div className="flex flex-wrap items-end justify-between gap-4">
        <div className="min-w-0">
          <p className="eyebrow">{t("Measured just now")}</p>
          <h2
            ref={heading}
            id="tried"
            tabIndex={-1}
            className="wrap-anywhere mt-1 font-display font-medium text-2xl tracking-tight outline-none"
          >
            {fileName}
          </h2>
          <p className="mt-1 text-muted-foreground text-sm">
            {t("The file has been deleted.")}{" "}
            {mayRegister
              ? t("Create an account to keep files, hear them and find what fits.")
              : t("Sign in to keep files, hear them and find what fits.")}
          </p>
        </div>
        {mayRegister ? (
          <ButtonLink href="/register" variant="primary">
            {t("Create an account to keep it")}
          </ButtonLink>
        ) : (
          <ButtonLink href="/sign-in" variant="primary">
            {t("Sign in to keep it")}
          </ButtonLink>
        )}
      </div>
      <Picture sound={sound} />
      <StudioTexts>
        <SoundValues record={sound.record} sizeBytes={sizeBytes} />
      </StudioTexts>
    </section>
  );
}

/** The lanes of the timeline, with all of the recording in view. */
function Picture({ sound: { record, peaks: stored } }: { sound: Sound }) {
  const box = useRef<HTMLDivElement>(null);
  const widthPixels = useElementWidth(box);
  const peaks = useMemo(() => decodePeaks(bytesOfBase64(stored)), [stored]);
  const { grid } = useMemo(() => timelineContent(record), [record]);
  const { durationSeconds } = record;
  const range = useMemo(() => ({ startSeconds: 0, endSeconds: durationSeconds }), [durationSeconds]);
  const lane = { range, viewportPixels: widthPixels };
  return (
    <div className="glass overflow-hidden rounded-lg">
      <div ref={box}>
        {widthPixels > 0 ? (
          <>
            <TimeRuler view={{ range, widthPixels }} />
            {grid ? <BarNumbers grid={grid} {...lane} /> : null}
            <div className="relative" style={{ height: WAVEFORM_PIXELS }}>
              <WaveformCanvas peaks={peaks} range={range} width={widthPixels} height={WAVEFORM_PIXELS} />
              <BeatLines grid={grid} onsets={NO_ONSETS} {...lane} />
            </div>
          </>
        ) : (
          <div style={{ height: WAVEFORM_PIXELS }} />
        )}
      </div>
    </div>
  );
}

const NO_ONSETS: readonly number[] = [];
