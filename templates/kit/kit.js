"use strict";
// The share kit: copies texts, hands them over, and remembers on this device what has been sent. All of it also
// works where this page was saved as a file; what a browser lacks is not offered.
(() => {
  const main = document.querySelector("main");
  const say = main.dataset;
  const status = document.querySelector(".kabar");
  const all = (selector) => [...document.querySelectorAll(selector)];
  const byId = (id) => document.getElementById(id);
  const read = (node) => node.value ?? node.textContent;
  const home = (node) => node.closest("section").dataset.nama ?? "";

  let quiet = 0;
  const tell = (text) => {
    clearTimeout(quiet);
    status.textContent = text;
    quiet = setTimeout(() => { status.textContent = ""; }, 6000);
  };

  // -- copying --------------------------------------------------------------------------------------------------------

  const select = (node) => {
    if (node.select) {
      node.focus({ preventScroll: true });
      node.select();
    } else {
      getSelection().selectAllChildren(node);
    }
  };
  // Older browsers, and pages opened from storage: what is selected is copied at once.
  const copySelected = (node) => {
    const before = document.activeElement;
    select(node);
    let done = false;
    try {
      done = document.execCommand("copy");
    } catch {
      done = false;
    }
    if (done) {
      getSelection().removeAllRanges();
      before?.focus({ preventScroll: true });
    }
    return done;
  };
  const copy = async (node) => {
    try {
      await navigator.clipboard.writeText(read(node));
      return true;
    } catch {
      return copySelected(node);
    }
  };
  const copied = (button, node, done) => {
    if (!done) {
      select(node);
      node.scrollIntoView({ block: "center" });
      tell(say.tekan);
      return;
    }
    all(".tersalin").forEach((other) => other.classList.remove("tersalin"));
    button.classList.add("tersalin");
    const app = home(button);
    tell(app ? say.tempel.replace("{app}", app) : say.tersalin);
  };
  for (const button of all("[data-salin]")) {
    const node = byId(button.dataset.salin);
    button.addEventListener("click", async () => copied(button, node, await copy(node)));
    button.hidden = false;
  }
  // These apps take the link alone: the text is copied before they come to the front, without waiting.
  for (const link of all("[data-dulu]")) {
    const node = byId(link.dataset.dulu);
    link.addEventListener("click", () => {
      if (copySelected(node)) {
        copied(link, node, true);
      } else {
        navigator.clipboard?.writeText(read(node)).then(() => copied(link, node, true), () => {});
      }
    });
  }

  // -- what lies on this device ---------------------------------------------------------------------------------------

  const memory = {
    get(key) {
      try {
        return localStorage.getItem(key);
      } catch {
        return null;
      }
    },
    set(key, value) {
      try {
        localStorage.setItem(key, value);
      } catch {
        // A private window, or a file: it is forgotten with the page.
      }
    },
  };

  const sentKey = `terkirim ${say.berita}`;
  const boxes = all(".sudah input");
  const count = byId("terkirim");
  const known = (memory.get(sentKey) ?? "").split(" ");
  const show = () => {
    const sent = boxes.filter((box) => box.checked).length;
    count.textContent = say.terkirim.replace("{sent}", sent).replace("{all}", boxes.length);
    for (const box of boxes) {
      document.querySelector(`.lompat a[href="#saluran-${box.name}"]`).classList.toggle("selesai", box.checked);
    }
  };
  for (const box of boxes) {
    box.checked = known.includes(box.name);
    box.addEventListener("change", () => {
      memory.set(sentKey, boxes.filter((other) => other.checked).map((other) => other.name).join(" "));
      show();
      tell(count.textContent);
    });
    box.parentElement.hidden = false;
  }
  count.hidden = boxes.length === 0;
  show();

  // -- Mastodon: everybody has a server of their own ------------------------------------------------------------------

  const serverKey = "server mastodon";
  const server = document.querySelector(".server input");
  const HOST = /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9](?::\d{1,5})?$/;
  const hostOf = (text) => {
    const name = text.trim().toLowerCase().replace(/^https?:\/\//, "").split("/")[0].split("@").pop();
    return HOST.test(name) ? name : "";
  };
  if (server) {
    server.value = memory.get(serverKey) ?? server.value;
    server.parentElement.hidden = false;
    server.addEventListener("change", () => memory.set(serverKey, server.value));
  }
  for (const button of all("[data-server]")) {
    button.addEventListener("click", () => {
      const name = hostOf(server.value);
      if (!name) {
        server.focus();
        tell(say.tanpaServer);
        return;
      }
      memory.set(serverKey, name);
      const text = encodeURIComponent(read(byId(button.dataset.server)));
      open(server.dataset.alamat.replace("{server}", name).replace("{text}", () => text), "_blank", "noopener");
    });
    button.hidden = false;
  }

  // -- the page that works alone: every picture is in it once, and shown wherever it belongs --------------------------

  for (const place of all("[data-gambar]")) {
    const image = new Image();
    image.src = byId(place.dataset.gambar).src;
    image.alt = "";
    image.className = place.className;
    place.replaceWith(image);
  }
  for (const link of all("[data-unduh]")) {
    link.href = byId(link.dataset.unduh).src;
    link.download = link.dataset.unduh.split("/").pop();
  }

  // -- a wide window has room for what the posts look like -------------------------------------------------------------

  if (matchMedia("(min-width: 48rem)").matches) {
    all(".tampil").forEach((look) => { look.open = true; });
  }

  // -- text and picture together, where the telephone can ------------------------------------------------------------

  const blobOf = async (button) => {
    if (button.dataset.berkas) {
      return (await fetch(button.dataset.berkas)).blob();
    }
    const packed = atob(byId(button.dataset.dari).src.split(",")[1]);
    return new Blob([Uint8Array.from(packed, (letter) => letter.charCodeAt(0))], { type: "image/jpeg" });
  };
  const offered = () => {
    try {
      return navigator.canShare({ files: [new File(["x"], "x.jpg", { type: "image/jpeg" })] });
    } catch {
      return false;
    }
  };
  for (const button of offered() ? all("[data-kirim]") : []) {
    const name = (button.dataset.berkas ?? button.dataset.dari).split("/").pop();
    button.addEventListener("click", async () => {
      try {
        const file = new File([await blobOf(button)], name, { type: "image/jpeg" });
        await navigator.share({ text: read(byId(button.dataset.kirim)), files: [file] });
      } catch (error) {
        if (error.name !== "AbortError") {
          tell(say.gagal);
        }
      }
    });
    button.hidden = false;
  }
})();
