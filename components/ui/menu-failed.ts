import type { Text } from "@/lib/language/text";
import { toast } from "./toast";

/** Says why a menu does not open. */
export const menuFailed = (t: Text) =>
  toast.error(t("The menu could not be loaded. Check your connection and try again."));
