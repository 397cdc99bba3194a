import { Monitor, Moon, Sun } from "lucide-react";

/** The themes a person may choose, with what they are told about each. */
export const THEME_CHOICES = [
  { value: "dark", label: "Dark", description: "For the studio with the lights down", icon: Moon },
  { value: "light", label: "Light", description: "For daylight and bright rooms", icon: Sun },
  { value: "system", label: "System", description: "Whatever this device is set to", icon: Monitor },
] as const;
