"use client";

import { lazy } from "react";

// In the browser its code comes when there is one to show, which is seldom. The server draws it at once.
export const Announcement = lazy(async () => ({ default: (await import("./announcement")).Announcement }));
