// The page for offline: as it was chosen, light or dark, and the sounds that are kept in this browser.
const theme = localStorage.getItem("theme");
if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;

const list = document.querySelector("#kept");
const nothing = document.querySelector("#nothing");

/** The page has the words, in the language of whoever kept it. */
const inWords = (template, values) => template.replace(/\{(\w+)\}/g, (_, name) => values[name]);

async function showKept() {
  const cache = "caches" in window ? await caches.open("samplemind-sounds") : null;
  const kept = cache ? await cache.keys() : [];
  for (const request of kept.reverse()) {
    const answer = await cache.match(request);
    if (!answer) continue;
    const textOf = (name) => decodeURIComponent(answer.headers.get(name) ?? "");
    const [title, artist] = [textOf("x-kept-title") || list.dataset.nameless, textOf("x-kept-artist")];
    const item = document.createElement("li");
    const name = document.createElement("p");
    name.textContent = artist ? inWords(list.dataset.by, { title, artist }) : title;
    const audio = document.createElement("audio");
    audio.controls = true;
    audio.preload = "none";
    audio.src = new URL(request.url).pathname;
    audio.setAttribute("aria-label", title);
    // One at a time.
    audio.addEventListener("play", () => {
      for (const other of document.querySelectorAll("audio")) if (other !== audio) other.pause();
    });
    item.append(name, audio);
    list.append(item);
  }
  nothing.hidden = list.childElementCount > 0;
}

document.querySelector("#again").addEventListener("click", () => location.reload());
window.addEventListener("online", () => location.reload());
showKept().catch(() => {
  nothing.hidden = false;
});
