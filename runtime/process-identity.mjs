// The system reuses pids, but a pid together with a start time always means the same process.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

function linuxIdentity(pid) {
  let stat;
  try {
    stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  } catch {
    return null;
  }
  // The command name may contain spaces and brackets, so fields are counted from the last bracket.
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  if (fields[0] === "Z" || fields[0] === "X") return null;
  const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
  return `${boot}:${fields[19]}`;
}

function output(command, args) {
  const result = spawnSync(command, args, { encoding: "utf8", env: { ...process.env, LC_ALL: "C" } });
  return result.status === 0 ? result.stdout.trim() : "";
}

function bsdIdentity(pid) {
  const line = output("ps", ["-o", "stat=,lstart=", "-p", String(pid)]);
  const [state, ...started] = line.split(/\s+/);
  return !state || state.startsWith("Z") ? null : started.join(" ");
}

function windowsIdentity(pid) {
  const ticks = output("powershell", ["-NoProfile", "-Command", `(Get-Process -Id ${pid}).StartTime.Ticks`]);
  return ticks === "" ? null : ticks;
}

/** A text that only this process has, or null if there is no such process. A zombie counts as dead. */
export function processIdentity(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return null;
  if (process.platform === "linux") return linuxIdentity(pid);
  return process.platform === "win32" ? windowsIdentity(pid) : bsdIdentity(pid);
}

/** Whether `pid` is still the process that had `identity`. */
export function isSameProcess(pid, identity) {
  return identity !== null && processIdentity(pid) === identity;
}
