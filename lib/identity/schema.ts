import type { Role } from "./permissions";

/** Who is looking at the page. */
export interface Viewer {
  id: string;
  name: string;
  email: string;
  role: Role;
  isDemo: boolean;
}
