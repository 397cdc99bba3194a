"use client";

import { type ComponentType, cloneElement, type ReactElement, useState } from "react";

interface TriggerProps {
  "aria-haspopup"?: "menu";
  "aria-expanded"?: boolean;
  onPointerEnter?: () => void;
  onFocus?: () => void;
  onClick?: () => void;
}

export interface LazyMenuProps<Props extends object> {
  /** The button that opens the menu. */
  trigger: ReactElement<TriggerProps>;
  /** Imports the menu. It opens at once, and has the same button as its trigger. */
  load: () => Promise<ComponentType<Props & { trigger: ReactElement }>>;
  menuProps: Props;
  /** Called if the server does not answer. The next press tries again. */
  onFailed: () => void;
}

/** A menu whose code comes when its button is pointed at or focused: most visits open no menu. */
export function LazyMenu<Props extends object>({ trigger, load, menuProps, onFailed }: LazyMenuProps<Props>) {
  const [Menu, setMenu] = useState<ComponentType<Props & { trigger: ReactElement }> | null>(null);
  if (Menu) return <Menu {...menuProps} trigger={trigger} />;
  const prepare = () => void load().catch(() => {});
  return cloneElement(trigger, {
    "aria-haspopup": "menu",
    "aria-expanded": false,
    onPointerEnter: prepare,
    onFocus: prepare,
    onClick: () => void load().then((loaded) => setMenu(() => loaded), onFailed),
  });
}
