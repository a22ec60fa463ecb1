"use strict";
// The share bar: copies the address of the page, and hands it to the telephone's own sharing where there is one.
(() => {
  const bar = document.querySelector(".share");
  const address = document.querySelector("link[rel=canonical]").href;
  const said = bar.querySelector("[role=status]");
  const copy = bar.querySelector("[data-copy]");
  const share = bar.querySelector("[data-share]");
  const field = () => {
    // Without permission to the clipboard: put the address where it can be copied by hand.
    const input = document.createElement("input");
    input.value = address;
    input.readOnly = true;
    input.setAttribute("aria-label", copy.textContent.trim());
    said.replaceChildren(input);
    input.select();
  };
  copy.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(address);
      said.textContent = copy.dataset.copy;
    } catch {
      field();
    }
  });
  copy.parentElement.hidden = false;
  if (navigator.share) {
    share.addEventListener("click", () => navigator.share({ title: document.title, url: address }).catch(() => {}));
    share.parentElement.hidden = false;
  }
})();
