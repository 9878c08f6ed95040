"use strict";
// Enhancement only: the page is complete without it.

// A link to a place inside a closed passage opens the passage.
function reveal() {
  const id = decodeURIComponent(location.hash.slice(1));
  const place = id && document.getElementById(id);
  if (!place) return;
  let at = place;
  while (at) {
    if (at.tagName === "DETAILS") at.open = true;
    at = at.parentElement;
  }
  place.scrollIntoView({ block: "center" });
}
addEventListener("hashchange", reveal);
if (location.hash) reveal();

// On paper nothing can be opened: months, voices, sides and short sets of articles are printed open.
const printed = ".month, .voice, .more, .gap-group, .proof.main, .article.few";
let opened = [];
addEventListener("beforeprint", () => {
  opened = [...document.querySelectorAll(printed)].filter((d) => !d.open);
  for (const d of opened) d.open = true;
});
addEventListener("afterprint", () => {
  for (const d of opened) d.open = false;
});
