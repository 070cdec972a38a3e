// Only improves: a part of the page that takes a moment to work out is fetched once the page stands.
// Without this script the link in that part does the same.
for (const place of document.querySelectorAll("[data-part]")) {
  try {
    const answer = await fetch(place.dataset.part, { headers: { "X-Part": "part" }, redirect: "error" });
    if (!answer.ok) continue;
    const part = new DOMParser().parseFromString(await answer.text(), "text/html");
    place.replaceChildren(...part.body.childNodes);
  } catch {
    // What stands there stays: an estimate by the words, and the link.
  }
}
