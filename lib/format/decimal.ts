import { ENGLISH, type Text } from "@/lib/language/text";

/** A number with so many places after the point, or after the comma where the language has one. No thousands apart. */
export function writeDecimal(value: number, places: number, t: Text = ENGLISH): string {
  const written = value.toFixed(places);
  return t.language === "de" ? written.replace(".", ",") : written;
}
