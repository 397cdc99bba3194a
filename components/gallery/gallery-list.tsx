"use client";

import { GalleryGrid, type GalleryGridProps } from "./gallery-card";

/** Many cards. They are sent as values and drawn in the browser too: as elements they are four times as long. */
export function GalleryList(props: GalleryGridProps) {
  return <GalleryGrid {...props} />;
}
