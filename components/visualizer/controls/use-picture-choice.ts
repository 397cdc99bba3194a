import { useCallback, useState } from "react";

interface Chosen {
  /** Null for the first one of the menu. */
  scene: string | null;
  seed: number;
}

export interface PictureChoice extends Chosen {
  choose: (change: { scene?: string; seed?: number }) => void;
}

const SEED_LIMIT = 100_000;

export const newSeed = () => Math.floor(Math.random() * SEED_LIMIT);

/** What somebody chose last, for pictures that have no address. */
let last: Chosen = { scene: null, seed: 1 };

export const lastChoice = (): Chosen => last;

/** Which scene is shown, and its seed. A page has both in its address, so that a picture can be shared. */
export function usePictureChoice(initial: Chosen, { isInAddress }: { isInAddress: boolean }): PictureChoice {
  const [choice, setChoice] = useState(initial);
  const choose = useCallback(
    (change: { scene?: string; seed?: number }) => {
      setChoice((before) => {
        const next = { ...before, ...change };
        last = next;
        if (isInAddress) window.history.replaceState(null, "", changedAddress(window.location.href, next));
        return next;
      });
    },
    [isInAddress],
  );
  return { ...choice, choose };
}

function changedAddress(page: string, { scene, seed }: Chosen): URL {
  const address = new URL(page);
  if (scene) address.searchParams.set("scene", scene);
  address.searchParams.set("seed", String(seed));
  return address;
}
