"use client";

import { type ReactNode, useEffect } from "react";
import { KeyLayerContext } from "./key-layer";
import { keyRegister } from "./use-keys";

/** Stands around what covers the page: while it is there, only keys of what is within it act. */
export function CoveringKeys({ children }: { children: ReactNode }) {
  useEffect(() => keyRegister.cover(), []);
  return <KeyLayerContext value="cover">{children}</KeyLayerContext>;
}
