import { Monitor, Moon, Sun } from "lucide-react";

/** The themes a person can choose from. */
export const THEME_CHOICES = [
  { value: "dark", label: "Dark", description: "For dark rooms", icon: Moon },
  { value: "light", label: "Light", description: "For bright rooms", icon: Sun },
  { value: "system", label: "System", description: "Same as this device", icon: Monitor },
] as const;
