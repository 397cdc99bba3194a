import { toast } from "@/components/ui/toast";

/** Says why a menu does not open. */
export const menuFailed = () => toast.error("The menu could not be loaded. Check your connection and try again.");
