import { useCallback, useState } from "react";

export interface PictureChoice {
  /** Null for the first one of the menu. */
  scene: string | null;
  seed: number;
  choose: (change: { scene?: string; seed?: number }) => void;
}

const SEED_LIMIT = 100_000;

export const newSeed = () => Math.floor(Math.random() * SEED_LIMIT);

/** Which scene is shown, and its seed. Both are in the address, so that a picture can be shared. */
export function usePictureChoice(initial: { scene: string | null; seed: number }): PictureChoice {
  const [choice, setChoice] = useState(initial);
  const choose = useCallback((change: { scene?: string; seed?: number }) => {
    setChoice((before) => {
      const next = { ...before, ...change };
      const address = new URL(window.location.href);
      if (next.scene) address.searchParams.set("scene", next.scene);
      address.searchParams.set("seed", String(next.seed));
      window.history.replaceState(null, "", address);
      return next;
    });
  }, []);
  return { ...choice, choose };
}
