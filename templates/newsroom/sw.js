"use strict";
// Gives the form where there is no signal: pages from the network first, from the phone's store where it does not answer.
const PAGES = "halaman", ASSETS = "aset-1", PATIENCE = 4000;
const SHELL = "/tulis", KEPT = ["/", SHELL], FILES = ["/aset/redaksi.css", "/aset/tulis.js"];

self.addEventListener("install", (event) => {
  self.skipWaiting();
  event.waitUntil(
    Promise.all([
      caches.open(ASSETS).then((store) => store.addAll(FILES)),
      fetch(SHELL).then((answer) => keep(SHELL, answer)).catch(() => {}),
    ]),
  );
});

self.addEventListener("activate", (event) => {
  event.waitUntil(
    caches.keys().then((names) => Promise.all(names.filter((name) => name !== PAGES && name !== ASSETS).map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  );
});

// Only what somebody at work was shown: a way to the PIN is no form.
async function keep(name, answer) {
  if (answer.ok && !answer.redirected) await (await caches.open(PAGES)).put(name, answer.clone());
}

async function page(request, name) {
  const network = fetch(request).then(async (answer) => {
    await keep(name, answer);
    return answer;
  });
  const late = new Promise((_done, failed) => setTimeout(failed, PATIENCE));
  try {
    return await Promise.race([network, late]);
  } catch {
    return (await (await caches.open(PAGES)).match(name)) || network;
  }
}

async function asset(request) {
  const store = await caches.open(ASSETS);
  const known = await store.match(request);
  const fresh = fetch(request).then(async (answer) => {
    if (answer.ok) await store.put(request, answer.clone());
    return answer;
  });
  if (known) fresh.catch(() => {});
  return known || fresh;
}

self.addEventListener("fetch", (event) => {
  const { request } = event, { pathname, origin } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin) return;
  if (FILES.includes(pathname)) return event.respondWith(asset(request));
  if (request.mode !== "navigate") return;
  if (KEPT.includes(pathname)) return event.respondWith(page(request, pathname));
  // The form of any report: the page itself from the network, an empty form where there is none.
  if (/^\/laporan\/[\w-]+$/.test(pathname))
    event.respondWith(fetch(request).catch(async () => (await (await caches.open(PAGES)).match(SHELL)) || Response.error()));
});
