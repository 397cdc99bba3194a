import { and } from "drizzle-orm";
import { isOpen, isStanding } from "@/lib/gallery/effective-values";

/** Whether everybody may see and hear a publication. Needs its sample and its owner joined: without a sample it is gone. */
export const isShown = and(isOpen, isStanding);
