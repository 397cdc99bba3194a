import { Component, type ReactNode, useCallback, useEffect, useState } from "react";
import { FlatStage } from "./flat-stage";
import type { ShownPicture } from "./picture-props";
import { Stage } from "./stage";

/** A scene, by the graphics processor where there is one. With nothing to show it keeps its canvas and no scene. */
export function Picture({ shown }: { shown: ShownPicture | null }) {
  const [isFlat, setFlat] = useState(() => !hasWebgl());
  const onFailed = useCallback(() => setFlat(true), []);
  const isShown = shown !== null;
  const onFlat = shown?.onFlat;
  useEffect(() => {
    if (isFlat) onFlat?.();
  }, [isFlat, onFlat]);
  useEffect(() => {
    // A graphics processor that was gone may be there again next time.
    if (!isShown) setFlat((wasFlat) => wasFlat && !hasWebgl());
  }, [isShown]);
  if (isFlat) return shown ? <FlatStage {...shown} /> : null;
  return (
    <Fallback onFailed={onFailed}>
      <Stage shown={shown} onFailed={onFailed} />
    </Fallback>
  );
}

/** Asks for a context and gives it back, as browsers have only a few. */
function hasWebgl(): boolean {
  try {
    const context = document.createElement("canvas").getContext("webgl2");
    context?.getExtension("WEBGL_lose_context")?.loseContext();
    return context !== null;
  } catch {
    return false;
  }
}

/** A scene that cannot be drawn is drawn flat. */
class Fallback extends Component<{ onFailed: () => void; children: ReactNode }, { hasFailed: boolean }> {
  override state = { hasFailed: false };
  static getDerivedStateFromError = () => ({ hasFailed: true });
  override componentDidCatch(): void {
    this.props.onFailed();
  }
  override render(): ReactNode {
    return this.state.hasFailed ? null : this.props.children;
  }
}
