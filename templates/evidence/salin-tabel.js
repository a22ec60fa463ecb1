"use strict";
// Copies a table, so that a spreadsheet takes it as one: cells parted by tabs, rows by lines.
(() => {
  const text = (table) =>
    [...table.rows].map((row) => [...row.cells].map((cell) => cell.textContent.trim().replace(/\s+/g, " ")).join("\t")).join("\n");
  for (const button of document.querySelectorAll("[data-table]")) {
    const table = document.getElementById(button.dataset.table);
    const said = button.parentElement.querySelector("[role=status]");
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(text(table));
        said.textContent = button.dataset.done;
      } catch {
        getSelection().selectAllChildren(table);
        said.textContent = button.dataset.byHand;
      }
    });
    button.hidden = false;
  }
})();
