// Only improves coding a passage: number keys choose a theme, Enter keeps, L leaves it, and what a chosen code takes in
// and leaves out stands beside the choice. The keys can be turned off, because people who speak to their computer type
// letters without meaning to.
const form = document.querySelector("[data-coding]");
const keys = document.querySelector("[data-keys]");
const turn = document.querySelector("[data-turn]");
const beside = document.querySelector("[data-border]");
const themes = [...form.querySelectorAll('input[name="theme"]')];
const KEPT = "moothall-coding-keys";

const isOn = () => { try { return localStorage.getItem(KEPT) !== "off"; } catch { return true; } };
const say = () => { turn.textContent = isOn() ? "Turn these keys off" : "Turn these keys on"; };
keys.hidden = false;
say();
turn.addEventListener("click", () => {
  try { localStorage.setItem(KEPT, isOn() ? "off" : "on"); } catch { /* then they stay as they are */ }
  say();
});

document.addEventListener("keydown", (event) => {
  if (!isOn() || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
  const at = event.target;
  if (at.closest("textarea, select, a, button, summary") || (at.matches("input") && at.type !== "radio")) return;
  const chosen = themes[Number(event.key) - 1];
  const folded = form.closest("details:not([open])");
  if (/^[1-9]$/.test(event.key) && chosen) {
    if (folded) folded.open = true;
    chosen.checked = true;
    chosen.focus({ preventScroll: true });
    chosen.dispatchEvent(new Event("change", { bubbles: true }));
    event.preventDefault();
  } else if (event.key === "Enter" && !folded) {
    event.preventDefault();
    form.requestSubmit();
  } else if (event.key.toLowerCase() === "l") {
    document.querySelector("[data-leave]")?.click();
  }
});

// What the chosen codes mean, copied from the folded lists that stand on the page without a script.
const show = () => {
  const ids = [form.querySelector('input[name="theme"]:checked')?.value, form.practice.value, form.barrier.value];
  const found = ids.map((id) => id && form.querySelector(`dd[data-code="${CSS.escape(id)}"]`)).filter(Boolean);
  if (!found.length) return;
  beside.replaceChildren(...found.map((meaning) => {
    const part = document.createElement("section");
    const title = document.createElement("h2");
    part.className = "mh-aside";
    title.textContent = meaning.previousElementSibling.textContent;
    part.append(title, ...[...meaning.children].map((one) => one.cloneNode(true)));
    return part;
  }));
};
form.addEventListener("change", show);
