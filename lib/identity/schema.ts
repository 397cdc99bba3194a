import type { Role } from "./permissions";

/** The signed-in person who is looking at the page. */
export interface Viewer {
  id: string;
  name: string;
  email: string;
  role: Role;
  isDemo: boolean;
}
