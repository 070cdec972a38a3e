// Only improves: while one types, what the rule would change is counted again and shown beside it. Nothing is saved.
const form = document.querySelector("form[data-shows]");
const shown = document.querySelector("[data-shown]");
const told = document.getElementById("shown-told");
const look = form?.querySelector("[name=look]");
let timer = 0;
let asked = 0;

const show = async () => {
  const number = ++asked;
  try {
    const answer = await fetch(location.pathname + location.search, {
      method: "POST", body: new FormData(form), headers: { "X-Part": "example" }, redirect: "error",
    });
    if (!answer.ok || number !== asked) return;
    const part = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (number !== asked) return;
    shown.replaceChildren(...part.body.childNodes);
    told.textContent = "The example beside the form was counted again.";
  } catch {
    if (look) look.hidden = false; // without an answer the button does the same
  }
};

if (form && shown) {
  for (const event of ["input", "change"]) {
    form.addEventListener(event, () => { clearTimeout(timer); told.textContent = ""; timer = setTimeout(show, 400); });
  }
}
