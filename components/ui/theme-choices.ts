import { Contrast, Monitor, Moon, Sun } from "lucide-react";
import { msg } from "@/lib/language/text";

/** The themes a person can choose from. */
export const THEME_CHOICES = [
  { value: "dark", label: msg("Neon night"), description: msg("For dark rooms"), icon: Moon },
  { value: "light", label: msg("Daylight"), description: msg("For bright rooms"), icon: Sun },
  { value: "contrast", label: msg("High contrast"), description: msg("Strong letters and borders"), icon: Contrast },
  { value: "system", label: msg("System"), description: msg("Same as this device"), icon: Monitor },
] as const;
