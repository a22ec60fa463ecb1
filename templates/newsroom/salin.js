"use strict";
// Copies what stands in an element: the kit's texts, and links for somebody.
document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-salin]");
  if (!button) return;
  const text = document.getElementById(button.dataset.salin);
  try {
    await navigator.clipboard.writeText(text.textContent);
    button.textContent = button.dataset.tersalin;
  } catch {
    // No clipboard here (no TLS, an old browser): marked, for the phone's own menu to copy.
    getSelection().selectAllChildren(text);
  }
});
