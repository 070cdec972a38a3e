// Only improves: a row that is pointed at or reached by keyboard lights its marks on the page, without moving anybody.
// On a phone the page is folded away, because the quoted line stands in the row.
const marks = (number, lit) => {
  for (const one of document.querySelectorAll(`[data-mark="${number}"]`)) one.toggleAttribute("data-lit", lit);
};
for (const row of document.querySelectorAll("[data-field]")) {
  const link = row.querySelector("[data-marks]");
  if (!link) continue;
  const number = link.dataset.marks;
  for (const event of ["pointerenter", "focusin"]) row.addEventListener(event, () => marks(number, true));
  for (const event of ["pointerleave", "focusout"]) row.addEventListener(event, () => marks(number, false));
}

const page = document.querySelector(".mh-reading__page");
const wide = window.matchMedia("(min-width: 900px)");
const fold = () => { if (page) page.open = wide.matches || location.search.includes("page="); };
fold();
wide.addEventListener("change", fold);

// The open words are brought into view inside the text, never by moving the window.
const text = document.querySelector(".mh-text-sheet");
const open = text?.querySelector("[data-open]");
if (open) text.scrollTop = open.offsetTop - text.offsetTop - 80;

// Coming to a fact, one is at its answer; coming to its place, at its number, or on a phone at the page that holds it.
const row = document.querySelector(".mh-fact--open");
const answer = row?.querySelector("[data-answers] .govuk-button:not(.govuk-button--secondary)") ?? row?.querySelector("[data-answers] .govuk-button");
const number = row && document.getElementById(`mark-${row.dataset.field}`);
const toPlace = () => {
  if (!number) return;
  if (number.getClientRects().length) number.focus();
  else { page.open = true; page.querySelector("summary").focus(); page.scrollIntoView(); }
};
const arrive = () => {
  if (row && location.hash === `#${row.id}`) answer?.focus({ preventScroll: true });
  if (row && location.hash === `#mark-${row.dataset.field}`) toPlace();
};
// The browser goes to the place an address names when all is loaded, and takes the focus along: ours comes after that.
window.addEventListener("load", () => requestAnimationFrame(arrive));
window.addEventListener("hashchange", arrive);

// Letters as a shorter way. They can be turned off, and do nothing where somebody types or holds another key.
const keys = document.querySelector("[data-keys]");
const use = document.getElementById("use-keys");
const KEPT = "moothall-reading-keys";
const follow = (selector) => (row ?? document).querySelector(selector)?.click();
const DEEDS = {
  a: () => follow('[data-answers] [name="verdict"][value="right"]'),
  c: () => follow('[data-answers] a.govuk-button--secondary'),
  r: () => follow('[data-answers] [value="rejected"]'),
  n: () => follow('[data-answers] [value="not_said"]'),
  j: () => keys.querySelector('[data-key="j"]')?.click(),
  k: () => keys.querySelector('[data-key="k"]')?.click(),
  p: () => (document.activeElement === number ? answer?.focus() : row?.querySelector("[data-place]")?.click()),
};
if (keys && use) {
  keys.hidden = false;
  use.checked = localStorage.getItem(KEPT) !== "off";
  use.addEventListener("change", () => localStorage.setItem(KEPT, use.checked ? "on" : "off"));
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest?.("input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]");
    if (!use.checked || typing || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    const deed = DEEDS[event.key];
    if (!deed) return;
    event.preventDefault();
    deed();
  });
}
