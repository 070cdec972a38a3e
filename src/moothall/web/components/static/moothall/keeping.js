// Only improves: what is typed is kept on the server every few seconds and on leaving. Nothing of the plan changes by it.
// Without this script the button "Keep for later" does the same.
const sitting = document.querySelector("[data-keep]");
const form = sitting?.form;
const told = form?.querySelector("[data-kept-told]");
const SECONDS = 4;
let timer = 0;
let asked = null;
let isLeft = false;

const typed = () => {
  const data = new FormData(form);
  return [...data.keys()].filter((name) => name !== "csrfmiddlewaretoken").map((name) => `${name}=${data.get(name)}`).join("\n");
};
let last = form && typed();

const keep = async () => {
  const now = typed();
  if (isLeft || now === last) return;
  asked?.abort();
  asked = new AbortController();
  try {
    const answer = await fetch(sitting.dataset.keep, {
      method: "POST", body: new FormData(form), headers: { "X-Part": "keep" }, redirect: "error", signal: asked.signal,
    });
    if (!answer.ok) throw new Error(String(answer.status));
    last = now;
    const at = new Date().toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
    told.textContent = `Kept at ${at}, not saved yet.`;
  } catch (fault) {
    if (fault.name === "AbortError") return;
    told.textContent = "Your words could not be kept just now. Moothall tries again. Copy them before you leave.";
    timer = setTimeout(keep, 1000 * SECONDS);
  }
};

if (form) {
  form.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(keep, 1000 * SECONDS); });
  form.addEventListener("change", () => { clearTimeout(timer); timer = setTimeout(keep, 1000 * SECONDS); });
  // What is sent is kept or saved by the server itself: nothing may come after it.
  form.addEventListener("submit", () => { isLeft = true; clearTimeout(timer); asked?.abort(); });
  window.addEventListener("pagehide", () => {
    if (!isLeft && typed() !== last) navigator.sendBeacon(sitting.dataset.keep, new FormData(form));
  });
  // Back on the page from the browser's memory, one writes again.
  window.addEventListener("pageshow", () => { isLeft = false; });
}
