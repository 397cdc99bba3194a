/**
 * File handles of unfinished uploads, which the browser keeps across pages (in Chromium, after drag and drop).
 * This is only a convenience: without a handle the person chooses the file again.
 */
const DATABASE = "samplemind-uploads";
const STORE = "handles";

type PermissionHandle = FileSystemFileHandle & {
  queryPermission?: (descriptor: { mode: "read" }) => Promise<PermissionState>;
  requestPermission?: (descriptor: { mode: "read" }) => Promise<PermissionState>;
};

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

async function inStore<T>(mode: IDBTransactionMode, run: (store: IDBObjectStore) => IDBRequest<T>): Promise<T | null> {
  if (typeof indexedDB === "undefined") return null;
  try {
    const database = await open();
    try {
      return await new Promise<T>((resolve, reject) => {
        const request = run(database.transaction(STORE, mode).objectStore(STORE));
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    } finally {
      database.close();
    }
  } catch {
    return null;
  }
}

export const keepHandle = (uploadId: string, handle: FileSystemFileHandle) =>
  inStore("readwrite", (store) => store.put(handle, uploadId));

export const forgetHandle = (uploadId: string) => inStore("readwrite", (store) => store.delete(uploadId));

export const readHandle = (uploadId: string): Promise<FileSystemFileHandle | null> =>
  inStore<FileSystemFileHandle | undefined>("readonly", (store) => store.get(uploadId)).then(
    (handle) => handle ?? null,
  );

/** The file of a handle; null if it may not be read. Permission can be asked for (`mayAsk`) only during a click. */
export async function fileOfHandle(handle: PermissionHandle, mayAsk: boolean): Promise<File | null> {
  try {
    let permission = (await handle.queryPermission?.({ mode: "read" })) ?? "denied";
    if (permission === "prompt" && mayAsk)
      permission = (await handle.requestPermission?.({ mode: "read" })) ?? "denied";
    return permission === "granted" ? await handle.getFile() : null;
  } catch {
    return null;
  }
}
