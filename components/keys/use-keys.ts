"use client";

import { useContext, useEffect, useRef } from "react";
import { type KeyHandlers, KeyRegister, type OwnKeys } from "./key-handlers";
import { KeyLayerContext } from "./key-layer";
import { keyChoices } from "./stored-keys";

export const keyRegister = new KeyRegister(keyChoices);
let users = 0;

/** One listener for all: so it is one order in which they are asked. */
function listen(): () => void {
  if (users === 0) window.addEventListener("keydown", keyRegister.press);
  users += 1;
  return () => {
    users -= 1;
    if (users === 0) window.removeEventListener("keydown", keyRegister.press);
  };
}

/** Acts on keys while the component is there. The table says which keys those are, unless somebody has chosen others. */
export function useKeys(handlers: KeyHandlers): void {
  const layer = useContext(KeyLayerContext);
  const latest = useRef(handlers);
  useEffect(() => {
    latest.current = handlers;
  });
  useEffect(() => {
    const ends = [keyRegister.add(() => latest.current, layer), listen()];
    return () => {
      for (const end of ends) end();
    };
  }, [layer]);
}

/** For keys that mean something else with each thing on the page, which the table cannot say. */
export function useOwnKeys(own: OwnKeys): void {
  const layer = useContext(KeyLayerContext);
  const latest = useRef(own);
  useEffect(() => {
    latest.current = own;
  });
  useEffect(() => {
    const ends = [keyRegister.addOwn(() => latest.current, layer), listen()];
    return () => {
      for (const end of ends) end();
    };
  }, [layer]);
}
