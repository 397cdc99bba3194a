import { apiAddress } from "@/lib/api/client";
import type { Selection } from "@/lib/library/schema";
import { linkedSelection } from "./drag-rows";

export interface DownloadWanted {
  kind: "zip" | "csv" | "json";
  withTags: boolean;
  naming: "original" | "labelled";
  keepFolders: boolean;
}

/**
 * Begins a download, which the browser saves as it comes. A short selection is an address; a long one is sent as a form, because
 * only these two go past the page's memory.
 */
export function startDownload(selection: Selection, wanted: DownloadWanted): void {
  const address = linkedAddress(selection, wanted);
  if (address) clickLink(address);
  else sendForm(selection, wanted);
}

/** The address of a download; null if the selection does not fit into one. */
function linkedAddress(selection: Selection, wanted: DownloadWanted): string | null {
  const linked = linkedSelection(selection);
  if (!linked) return null;
  const { kind, withTags, naming, keepFolders } = wanted;
  if (kind !== "zip") return apiAddress("GET /downloads/table", { query: { ...linked, format: kind } });
  const folders = keepFolders ? "1" : "0";
  return apiAddress("GET /downloads/archive", { query: { ...linked, tags: withTags ? "1" : "0", naming, folders } });
}

function clickLink(address: string): void {
  const link = document.createElement("a");
  link.href = address;
  link.download = "";
  document.body.append(link);
  link.click();
  link.remove();
}

function sendForm(selection: Selection, { kind, ...options }: DownloadWanted): void {
  const form = document.createElement("form");
  form.method = "post";
  form.action = kind === "zip" ? "/api/v1/downloads/archive" : "/api/v1/downloads/table";
  // A refusal would take the place of the page.
  form.target = "_blank";
  const field = document.createElement("input");
  field.type = "hidden";
  field.name = "json";
  field.value = JSON.stringify(kind === "zip" ? { selection, ...options } : { selection, format: kind });
  form.append(field);
  document.body.append(form);
  form.submit();
  form.remove();
}
