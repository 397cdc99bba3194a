import { useCallback, useEffect, useState } from "react";

export type Studio = typeof import("./studio");

/** The code of the scenes, fetched when the page is open. `hasFailed` until `retry` has brought it. */
export function useStudio(): { studio: Studio | null; hasFailed: boolean; retry: () => void } {
  const [studio, setStudio] = useState<Studio | null>(null);
  const [hasFailed, setFailed] = useState(false);
  const load = useCallback(() => {
    setFailed(false);
    import("./studio").then(
      ({ SCENES, sceneNamed, FrameDriver, Picture }) => setStudio({ SCENES, sceneNamed, FrameDriver, Picture }),
      () => setFailed(true),
    );
  }, []);
  useEffect(load, [load]);
  return { studio, hasFailed, retry: load };
}
