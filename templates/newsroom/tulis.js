"use strict";
// Keeps what is typed on this phone first and in the newsroom as soon as it can be reached. Nothing typed is lost: not
// without a signal, not when a session ended, not when the browser closes. Texts come from data attributes.

const SAVE_AFTER = 300, SEND_AFTER = 3000, AGAIN_MOST = 60000, PIECE = 262144, LONGEST_SIDE = 2048, MONTH = 30 * 86400e3;
const person = document.body.dataset.orang;
const form = document.getElementById("laporan");
const state = document.getElementById("keadaan");
const token = () =>
  btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16)))).replace(/\+/g, "-").replace(/\//g, "_").slice(0, 22);

// -- on this phone ------------------------------------------------------------------------------------------------

const opened = new Promise((done, failed) => {
  const asked = indexedDB.open("warta", 1);
  asked.onupgradeneeded = () => {
    asked.result.createObjectStore("laporan", { keyPath: "id" });
    asked.result.createObjectStore("foto", { keyPath: "kunci" });
  };
  asked.onsuccess = () => done(asked.result);
  asked.onerror = () => failed(asked.error);
});

async function store(name, mode, act) {
  const base = await opened;
  return new Promise((done, failed) => {
    // Strict: it is on the phone's storage when this is done, should the battery be empty in the next second.
    const change = base.transaction(name, mode, { durability: "strict" });
    const asked = act(change.objectStore(name));
    change.oncomplete = () => done(asked && asked.result);
    change.onerror = change.onabort = () => failed(change.error);
  });
}
const get = (name, key) => store(name, "readonly", (all) => all.get(key));
const all = (name) => store(name, "readonly", (those) => those.getAll());
const put = (name, value) => store(name, "readwrite", (those) => those.put(value));
const drop = (name, key) => store(name, "readwrite", (those) => those.delete(key));

// -- to the newsroom ------------------------------------------------------------------------------------------------

async function asked(path, options) {
  const answer = await fetch(path, { credentials: "same-origin", ...options });
  const said = await answer.json().catch(() => ({}));
  return { status: answer.status, ...said };
}

// Sends one draft: its text, then its photos in pieces, and hands it in where that was asked for. Returns what happened.
async function send(draft) {
  const text = (act) =>
    asked(`/api/laporan/${draft.id}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({
        dasar: draft.dasar, sunting: draft.sunting, perpustakaan: draft.perpustakaan, isian: draft.isian,
        foto: draft.foto, tindakan: act,
      }),
    });
  const kept = await text("simpan");
  if (kept.status !== 200) return kept;
  if (kept.cabang) return kept;
  draft.dasar = kept.versi;
  for (const one of draft.foto) {
    const there = kept.foto[one.kunci];
    if (there === -1) { await drop("foto", one.kunci); continue; }
    const photo = await get("foto", one.kunci);
    if (!photo) continue;
    const done = await sendPhoto(draft.id, photo, there || 0);
    if (done.status === 422) { await drop("foto", one.kunci); toldOf(one.kunci, state ? state.dataset.fotoGagal + " " + done.pesan : ""); draft.kirim = false; continue; }
    if (done.status !== 200) return done;
    await drop("foto", one.kunci);
    toldOf(one.kunci, "");
  }
  return draft.kirim ? { ...(await text("kirim")), sent: true } : kept;
}

async function sendPhoto(report, photo, start) {
  let from = start;
  for (let tries = 0; tries < 1000; tries++) {
    const piece = photo.blob.slice(from, from + PIECE);
    const done = await asked(`/api/laporan/${report}/foto/${photo.kunci}?dari=${from}&ukuran=${photo.blob.size}`, { method: "PUT", body: piece });
    if (done.status !== 200 && done.status !== 409) return done;
    if (done.siap) return done;
    from = done.ada;
    toldOf(photo.kunci, state ? `${state.dataset.foto} ${Math.round((100 * from) / photo.blob.size)} %` : "");
  }
  return { status: 500 };
}

function toldOf(key, text) {
  const row = document.querySelector(`[data-foto="${key}"] .unggah`);
  if (row) row.textContent = text;
}

// -- the form -------------------------------------------------------------------------------------------------------

let draft = null, saving = 0, sending = 0, busy = false, wait = 2000;

function say(text, link) {
  state.textContent = text + (link ? " " : "");
  if (!link) return;
  const way = document.createElement("a");
  way.href = link.href;
  way.textContent = link.text;
  state.append(way);
}

function controls() {
  return [...form.elements].filter((one) => one.name && !("bukanIsian" in one.dataset) && one.type !== "submit" && !one.closest("[data-foto]"));
}

function read() {
  const said = {};
  for (const one of controls()) said[one.name] = one.type === "checkbox" ? (one.checked ? "ya" : "") : one.value;
  const part = (row, name) => row.querySelector(`[name$="-${name}"]`);
  const photos = [...document.querySelectorAll("#foto > [data-foto]")].map((row) => ({
    kunci: row.dataset.foto, keterangan: part(row, "keterangan").value, alt: part(row, "alt").value,
    izin: part(row, "izin").checked, anak: part(row, "anak").checked,
  }));
  return { isian: said, foto: photos };
}

async function fill(said) {
  for (const one of controls()) {
    if (!(one.name in said.isian)) continue;
    if (one.type === "checkbox") one.checked = Boolean(said.isian[one.name]);
    else one.value = said.isian[one.name];
  }
  const list = document.getElementById("foto");
  if (!list) return;
  const wanted = new Set(said.foto.map((one) => one.kunci));
  for (const row of [...list.children]) if (!wanted.has(row.dataset.foto)) row.remove();
  for (const one of said.foto) await row(one);
}

async function row(one) {
  let found = document.querySelector(`[data-foto="${one.kunci}"]`);
  if (!found) {
    const shape = document.getElementById("foto-baru");
    document.getElementById("foto").append(shape.content.cloneNode(true));
    found = document.getElementById("foto").lastElementChild;
    for (const node of [found, ...found.querySelectorAll("*")])
      for (const { name, value } of [...node.attributes]) if (value.includes("KUNCI")) node.setAttribute(name, value.replace("KUNCI", one.kunci));
  }
  const part = (name) => found.querySelector(`[name$="-${name}"]`);
  part("keterangan").value = one.keterangan;
  part("alt").value = one.alt;
  part("izin").checked = one.izin;
  part("anak").checked = one.anak;
  const image = found.querySelector("img");
  if (!image.getAttribute("src")) {
    const photo = await get("foto", one.kunci);
    image.src = photo ? URL.createObjectURL(photo.blob) : `/laporan/${draft.id}/foto/${one.kunci}`;
    image.hidden = false;
  }
}

async function keep() {
  clearTimeout(saving);
  saving = 0;
  Object.assign(draft, read(), { kotor: true, pada: Date.now() });
  try {
    await put("laporan", draft);
    if (!navigator.onLine) say(state.dataset.ponsel);
  } catch {
    say(state.dataset.penuh);
  }
}

// The page is going: the last words are kept where that is done at once, for no other store is waited for any more.
function last() {
  if (!saving || draft.berhenti) return;
  keep();
  try { localStorage.setItem(`laporan-${draft.id}`, JSON.stringify(draft)); } catch { /* full: the other store has nearly all */ }
}

// Returns the draft as it was kept last, by either way.
async function recalled(id) {
  const known = await get("laporan", id);
  const late = JSON.parse(localStorage.getItem(`laporan-${id}`) || "null");
  localStorage.removeItem(`laporan-${id}`);
  if (!late || (known && known.pada >= late.pada)) return known;
  await put("laporan", late);
  return late;
}

function typed() {
  clearTimeout(saving);
  saving = setTimeout(keep, SAVE_AFTER);
  soon(SEND_AFTER);
}

function soon(after) {
  clearTimeout(sending);
  sending = setTimeout(flush, after);
}

// One at a time; what is typed meanwhile is sent next.
async function flush() {
  if (busy) return soon(500);
  busy = true;
  try {
    await keep();
    const before = JSON.stringify(read());
    say(draft.kirim ? state.dataset.mengirim : state.dataset.menyimpan);
    const done = await send(draft);
    await answered(done, before);
  } catch {
    say(draft.kirim ? `${state.dataset.ponsel} ${state.dataset.mengirim}` : state.dataset.ponsel);
    later();
  } finally {
    busy = false;
  }
}

async function answered(done, before) {
  if (done.status === 401) {
    await put("laporan", draft);
    const back = `/tulis?laporan=${draft.id}`;
    return say(state.dataset.masuk, { href: `/masuk?ke=${encodeURIComponent(back)}`, text: state.dataset.tautanMasuk });
  }
  if (done.status >= 500 || done.status === 429) { say(state.dataset.gagal); return later(); }
  if (done.status !== 200) { draft.kirim = false; await put("laporan", draft); return say(done.pesan || state.dataset.gagal); }
  wait = 2000;
  if (done.cabang) {
    await drop("laporan", draft.id);
    draft.berhenti = true;
    return say(state.dataset.cabang, { href: `/laporan/${draft.id}/banding`, text: state.dataset.tautanCabang });
  }
  draft.dasar = done.versi;
  const same = before === JSON.stringify(read());
  if (done.sent && same) {
    await drop("laporan", draft.id);
    draft.berhenti = true;
    say(state.dataset.terkirim);
    return void location.assign(`/laporan/${draft.id}`);
  }
  draft.kotor = !same;
  await put("laporan", draft);
  say(state.dataset.tersimpan);
  remarks(done);
  if (!same) soon(SEND_AFTER);
}

function later() {
  soon(wait);
  wait = Math.min(wait * 2, AGAIN_MOST);
}

// As text, never as markup: it repeats what somebody wrote.
function remarks(said) {
  for (const list of document.querySelectorAll("ul.saran[id]")) {
    const mine = list.id === "saran-umum" ? said.umum : said.saran[list.id.slice("saran-".length)];
    list.replaceChildren(...(mine || []).map((one) => {
      const item = document.createElement("li");
      item.dataset.tingkat = one.tingkat;
      item.textContent = one.pesan;
      return item;
    }));
  }
}

// Smaller, and without what cameras write into a photo (places, names); what cannot be read is sent as it is.
async function shrunk(file) {
  try {
    const seen = await createImageBitmap(file, { imageOrientation: "from-image" });
    const scale = Math.min(1, LONGEST_SIDE / Math.max(seen.width, seen.height));
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(seen.width * scale);
    canvas.height = Math.round(seen.height * scale);
    canvas.getContext("2d").drawImage(seen, 0, 0, canvas.width, canvas.height);
    return (await new Promise((done) => canvas.toBlob(done, "image/jpeg", 0.85))) || file;
  } catch {
    return file;
  }
}

async function chosen(input) {
  for (const file of [...input.files]) {
    const one = { kunci: token(), keterangan: "", alt: "", izin: false, anak: false };
    try {
      await put("foto", { kunci: one.kunci, laporan: draft.id, blob: await shrunk(file) });
    } catch {
      return say(state.dataset.penuh);
    }
    await row(one);
    await keep();
  }
  input.value = ""; // a form without this script would send them once more
  soon(0);
}

async function begin() {
  // Where the service worker gave this page from its store, the address knows which report it is, and not the page.
  const given = new URLSearchParams(location.search).get("laporan") || (location.pathname.match(/^\/laporan\/([\w-]+)$/) || [])[1];
  const id = given || token();
  const known = await recalled(id);
  if (!given) history.replaceState(null, "", `/tulis?laporan=${id}`);
  const fresh = form.dataset.laporan === id;
  if (known && known.orang === person) {
    draft = known;
    if (draft.kotor || !fresh) await fill(draft);
    if (!draft.kotor && fresh) Object.assign(draft, { dasar: Number(form.dataset.dasar), sunting: token() });
  } else {
    draft = { id, orang: person, dasar: fresh ? Number(form.dataset.dasar) : 0, sunting: token(), kirim: false };
  }
  draft.perpustakaan = draft.perpustakaan || form.elements.perpustakaan.value;
  form.elements.laporan.value = id;
  form.elements.perpustakaan.addEventListener("change", () => { draft.perpustakaan = form.elements.perpustakaan.value; typed(); });
  form.addEventListener("input", (event) => { if (event.target.id !== "berkas") typed(); });
  const berkas = document.getElementById("berkas");
  if (berkas) berkas.addEventListener("change", () => chosen(berkas));
  form.addEventListener("change", (event) => {
    if (!event.target.name || !event.target.name.endsWith("-hapus")) return;
    const gone = event.target.closest("[data-foto]");
    drop("foto", gone.dataset.foto);
    gone.remove();
    typed();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    draft.kirim = Boolean(event.submitter && event.submitter.value === "kirim");
    flush();
  });
  addEventListener("online", () => soon(0));
  addEventListener("pagehide", last);
  document.addEventListener("visibilitychange", () => { if (document.hidden) last(); });
  form.dataset.siap = "ya";
  if (draft.kotor) soon(0);
}

// -- elsewhere: what waits on this phone is sent from any page ----------------------------------------------------

async function waiting() {
  const mine = (await all("laporan")).filter((one) => one.orang === person);
  for (const one of mine) if (!one.kotor && Date.now() - one.pada > MONTH) await drop("laporan", one.id);
  const left = mine.filter((one) => one.kotor);
  const section = document.getElementById("di-ponsel");
  const list = section.querySelector("ul");
  list.replaceChildren(...left.map((one) => {
    const item = document.createElement("li"), way = document.createElement("a");
    way.href = `/tulis?laporan=${one.id}`;
    way.textContent = one.isian.judul || section.dataset.tanpaJudul;
    item.append(way);
    return item;
  }));
  section.hidden = !left.length;
  return left;
}

async function home() {
  let before = -1;
  for (let left = await waiting(); left.length && left.length !== before; left = await waiting()) {
    before = left.length;
    for (const one of left) {
      const done = await send(one).catch(() => null);
      if (!done || done.status !== 200) continue;
      if (done.cabang || done.sent) await drop("laporan", one.id);
      else await put("laporan", { ...one, kotor: false });
    }
  }
}

if (navigator.serviceWorker) navigator.serviceWorker.register("/sw.js").catch(() => {});
if (person && form) begin();
if (person && document.getElementById("di-ponsel")) { home(); addEventListener("online", home); }
document.addEventListener("submit", async (event) => {
  if (event.target.getAttribute("action") !== "/keluar" || event.target.dataset.bersih) return;
  // Whoever leaves leaves nothing behind that the newsroom has; what it does not have yet stays.
  event.preventDefault();
  for (const one of await all("laporan")) if (!one.kotor) await drop("laporan", one.id);
  await caches.delete("halaman");
  event.target.dataset.bersih = "ya";
  event.target.submit();
});
