"use client";

import { IconButton, type IconButtonProps } from "@/components/ui/icon-button";
import type { ActionId } from "./key-actions";
import { useKeyText } from "./stored-keys";

export interface KeyButtonProps extends IconButtonProps {
  action: ActionId;
}

/** A button for what a key does as well: it names the key, also one that somebody has chosen. */
export function KeyButton({ action, label, ...props }: KeyButtonProps) {
  const key = useKeyText(action);
  return <IconButton label={key ? `${label} (${key})` : label} aria-keyshortcuts={key || undefined} {...props} />;
}
