// Only improves: words selected on the page are taken into the form, with where they stand. Without this script they are
// copied and pasted.
const form = document.querySelector("[data-commenting]");
const bar = document.querySelector("[data-selected]");
const shown = bar?.querySelector("[data-selected-words]");
let meant = null;

// The letters of a range, without notes, numbers and headings that stand between them.
const letters = (range) => {
  const held = document.createElement("div");
  held.append(range.cloneContents());
  for (const one of held.querySelectorAll("[data-note], .mh-commented__notes")) one.remove();
  for (const one of held.querySelectorAll("p")) one.append("\n\n");
  for (const one of held.querySelectorAll("br")) one.replaceWith("\n");
  return held.textContent;
};
const inside = (node) => (node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement)?.closest("[data-key]");
const isNote = (node) => Boolean((node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement)?.closest("[data-note]"));

const look = () => {
  const selection = document.getSelection();
  if (!selection?.rangeCount || selection.isCollapsed) { if (!bar.contains(document.activeElement)) bar.hidden = true; return; }
  const range = selection.getRangeAt(0);
  const section = inside(range.startContainer);
  const words = section && !isNote(range.startContainer) ? letters(range).trim() : "";
  if (!words || inside(range.endContainer) !== section) { bar.hidden = true; return; }
  const before = document.createRange();
  before.selectNodeContents(section);
  before.setEnd(range.startContainer, range.startOffset);
  meant = { key: section.dataset.key, quote: words, before: letters(before).slice(-200) };
  shown.textContent = words.length > 80 ? `${words.slice(0, 79)}…` : words;
  bar.hidden = false;
};

if (form && bar) {
  document.addEventListener("selectionchange", look);
  const button = bar.querySelector("button");
  button.addEventListener("pointerdown", (event) => event.preventDefault()); // the selection stays
  button.addEventListener("click", () => {
    for (const [name, value] of Object.entries(meant)) form.elements[name].value = value;
    bar.hidden = true;
    document.getSelection().removeAllRanges();
    form.elements.text.focus();
  });
}
