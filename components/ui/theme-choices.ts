import { Contrast, Monitor, Moon, Sun } from "lucide-react";

/** The themes a person can choose from. */
export const THEME_CHOICES = [
  { value: "dark", label: "Neon night", description: "For dark rooms", icon: Moon },
  { value: "light", label: "Daylight", description: "For bright rooms", icon: Sun },
  { value: "contrast", label: "High contrast", description: "Strong letters and borders", icon: Contrast },
  { value: "system", label: "System", description: "Same as this device", icon: Monitor },
] as const;
