"use client";

import { useEffect, useMemo, useState } from "react";
import { Scope } from "@/components/ui/scope";
import { SPECTROGRAM_PALETTE } from "@/lib/analysis/record/spectrogram-palette";
import { type IndexedPicture, readIndexedPng } from "./indexed-png";

export interface Spectrogram {
  picture: IndexedPicture;
  /** In colour, to be drawn from. */
  image: HTMLCanvasElement;
}

export type SpectrogramState =
  | { status: "loading" }
  | { status: "ready"; spectrogram: Spectrogram }
  | { status: "failed" };

/** Loads a stored spectrogram as values, and colours them. It never changes, so the second time it comes from the cache. */
export function useSpectrogram(url: string): SpectrogramState {
  const [loaded, setLoaded] = useState<{ url: string; picture: IndexedPicture | null } | null>(null);
  useEffect(() => {
    const scope = new Scope();
    const { signal } = scope;
    readPicture(url, signal).then(
      (picture) => setLoaded({ url, picture }),
      () => {
        if (!signal.aborted) setLoaded({ url, picture: null });
      },
    );
    return scope.dispose;
  }, [url]);
  const picture = loaded?.url === url ? loaded.picture : undefined;
  return useMemo(() => {
    if (picture === undefined) return { status: "loading" };
    const image = picture && coloured(picture);
    return picture && image ? { status: "ready", spectrogram: { picture, image } } : { status: "failed" };
  }, [picture]);
}

async function readPicture(url: string, signal: AbortSignal): Promise<IndexedPicture> {
  const response = await fetch(url, { signal });
  if (!response.ok) throw new Error(`the spectrogram answered ${response.status}`);
  return readIndexedPng(await response.arrayBuffer());
}

function coloured({ width, height, values }: IndexedPicture): HTMLCanvasElement | null {
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext("2d");
  if (!context) return null;
  const pixels = context.createImageData(width, height);
  for (let at = 0; at < values.length; at++) {
    const colour = SPECTROGRAM_PALETTE[values[at] ?? 0];
    for (let part = 0; part < 3; part++) pixels.data[at * 4 + part] = colour?.[part] ?? 0;
    pixels.data[at * 4 + 3] = 255;
  }
  context.putImageData(pixels, 0, 0);
  return canvas;
}
