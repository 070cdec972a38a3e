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
