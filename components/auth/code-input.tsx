"use client";

import { Input, type InputProps } from "@/components/ui/input";

/** Six digits, or a recovery code. Phones offer the code and a keyboard of digits; letters can still be typed. */
export function CodeInput(props: Omit<InputProps, "type">) {
  return (
    <Input
      type="text"
      autoComplete="one-time-code"
      autoCapitalize="characters"
      spellCheck={false}
      maxLength={16}
      className="font-mono tracking-widest"
      required
      {...props}
    />
  );
}
