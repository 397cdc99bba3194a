import { createContext } from "react";
import type { KeyLayer } from "./key-handlers";

/** In which layer the keys of a component act. */
export const KeyLayerContext = createContext<KeyLayer>("page");
