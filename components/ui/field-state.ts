"use client";

import { createContext, useContext } from "react";

/** What a control gets from the field around it. */
export interface FieldState {
  id?: string | undefined;
  name?: string | undefined;
  "aria-invalid"?: true | undefined;
  "aria-describedby"?: string | undefined;
}

const NONE: FieldState = {};
export const FieldContext = createContext(NONE);

/** For the properties of a control. What it says of itself comes after and goes before. */
export const useFieldState = (): FieldState => useContext(FieldContext);
