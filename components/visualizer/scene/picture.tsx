import { Component, type ReactNode, useCallback, useEffect, useState } from "react";
import { FlatStage } from "./flat-stage";
import type { PictureProps } from "./picture-props";
import { Stage } from "./stage";

/** A scene, by the graphics processor where there is one. */
export function Picture(props: PictureProps & { onFlat: () => void }) {
  const { onFlat } = props;
  const [isFlat, setFlat] = useState(() => !hasWebgl());
  const onFailed = useCallback(() => setFlat(true), []);
  useEffect(() => {
    if (isFlat) onFlat();
  }, [isFlat, onFlat]);
  if (isFlat) return <FlatStage {...props} />;
  return (
    <Fallback onFailed={onFailed}>
      <Stage {...props} onFailed={onFailed} />
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
