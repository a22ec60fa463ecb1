"use strict";
// Search without a server: reads the index that lies beside this page. How it is laid out: docs/decisions/search.md.
(() => {
  const form = document.querySelector("form.search");
  const said = document.querySelector("#found [role=status]");
  const hint = document.querySelector("#found .hint");
  const list = document.querySelector("#found ol");
  const more = document.querySelector("#found button");
  const item = document.querySelector("#result").content;
  const say = document.querySelector("#found").dataset;
  const selects = [...form.querySelectorAll("select")];
  const language = document.documentElement.lang;
  const date = new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC" });
  const number = new Intl.NumberFormat(language);
  const STEP = 10;
  const loaded = new Map();
  let known, turn = 0, hits = [], shown = 0, asked = new Set(), begun = "";

  // -- files ---------------------------------------------------------------------------------------------------------

  const load = (path, options) => {
    if (!loaded.has(path)) {
      const answer = fetch(path, options).then((response) => {
        if (response.ok) return response.json();
        throw new Error(response.status);
      });
      answer.catch(() => loaded.delete(path));
      loaded.set(path, answer);
    }
    return loaded.get(path);
  };

  const contents = async () => {
    const index = await load("index.json", { cache: "no-cache" });
    if (known?.index !== index) {
      known = {
        index,
        stops: new Set(index.stops.split(" ")),
        roots: new Set(index.roots.split(" ")),
        rules: index.rules.map(([pattern, before]) => [new RegExp(pattern), before]),
        values: new Map([...index.letters].map((letter, value) => [letter, value])),
        stems: new Map(),
      };
      for (const volume of index.years) {
        volume.names = volume.blocks.split(" ");
        volume.stories = volume.months.reduce((sum, { stories }) => sum + stories, 0);
      }
      offer(index);
    }
    return index;
  };

  const offer = (index) => {
    const words = (slug) => slug[0].toUpperCase() + slug.slice(1).replaceAll("-", " ");
    const choices = {
      wilayah: index.regions.map(([code, name]) => [code, (code.includes(".") ? "\u2003" : "") + name]),
      topik: index.topics.map((slug) => [slug, words(slug)]),
      perpustakaan: index.libraries,
      tahun: index.years.map(({ year }) => [year, year]).reverse(),
    };
    for (const select of selects) {
      select.length = 1;
      for (const [value, name] of choices[select.name]) select.add(new Option(name, value));
      select.closest("label").hidden = select.length < 3;
      select.value = asks()[select.name];
    }
  };

  // -- words: the same as pipeline/desks/search/tokens.py and stem.py ---------------------------------------------------

  const words = (text) => text.normalize("NFKD").replace(/\p{M}+/gu, "").toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

  const DEEP = 6;
  const reduce = (word) => {
    if (!/^[a-z]{4,}$/.test(word)) return word;
    let forms = [word];
    for (let deep = 0; deep < DEEP; deep++) {
      const root = forms.find((form) => known.roots.has(form));
      if (root) return root;
      const next = new Set();
      for (const form of forms)
        for (const [rule, before] of known.rules) {
          const match = rule.exec(form);
          if (match) next.add(before.replace("|", "") + match[1]);
        }
      if (!next.size) break;
      forms = [...next];
    }
    for (let deep = 0; deep < DEEP; deep++) {
      const found = known.rules.find(([rule, before]) => before !== "|" && rule.test(word));
      if (!found) break;
      word = found[1] + found[0].exec(word)[1];
    }
    return word;
  };
  const stem = (word) => {
    if (!known.stems.has(word)) known.stems.set(word, reduce(word));
    return known.stems.get(word);
  };

  // -- the index -----------------------------------------------------------------------------------------------------

  const place = (volume, term) => {
    let low = 0, high = volume.names.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (volume.names[middle] <= term) low = middle;
      else high = middle;
    }
    return low;
  };
  const block = (volume, at) =>
    load(`${volume.year}/k-${encodeURIComponent(volume.names[at])}.json?${volume.version}`);

  // The postings of *term* in a year; with *open*, those of all terms that begin with it.
  const postings = async (volume, term, open) => {
    const first = place(volume, term);
    const last = open ? Math.min(place(volume, `${term}\uffff`), first + 2) : first;
    const found = new Map();
    for (let at = first; at <= last; at++) {
      const terms = await block(volume, at);
      const names = open ? Object.keys(terms).filter((name) => name.startsWith(term) && !name.includes("-")) : [term];
      for (const name of names) if (Object.hasOwn(terms, name)) read(terms[name], found);
    }
    return found;
  };

  const read = (text, found) => {
    let story = -1;
    for (let at = 0; at < text.length; at++) {
      const value = known.values.get(text[at]);
      let gap = value & 7;
      for (let shift = 0, more = gap === 7; more; shift += 5) {
        const group = known.values.get(text[++at]);
        gap += (group & 31) << shift;
        more = group > 31;
      }
      story += gap + 1;
      const weight = known.index.levels[value >> 3];
      if (weight >= (found.get(story) ?? 0)) found.set(story, weight);
    }
  };

  const distance = (a, b) => {
    let row = [...Array(b.length + 1).keys()];
    for (let i = 1; i <= a.length; i++) {
      const next = [i];
      for (let j = 1; j <= b.length; j++)
        next[j] = Math.min(next[j - 1] + 1, row[j] + 1, row[j - 1] + (a[i - 1] !== b[j - 1]));
      row = next;
    }
    return row[b.length];
  };

  // The known word that is nearest to *term*, among those of the blocks where it would stand.
  const nearest = async (volumes, term) => {
    let best = "", rank = [3, 0];
    for (const volume of volumes)
      for (const [name, text] of Object.entries(await block(volume, place(volume, term)))) {
        const far = name.includes("-") ? 9 : distance(name, term);
        if (far * 3 > term.length) continue;
        if (far < rank[0] || (far === rank[0] && text.length > rank[1])) [best, rank] = [name, [far, text.length]];
      }
    return best;
  };

  const search = async (wanted) => {
    const { years } = await contents();
    const volumes = years.filter(({ year }) => !wanted.tahun || year === wanted.tahun);
    const given = words(wanted.q);
    const terms = [...new Set(given.filter((word) => !known.stops.has(word)).map(stem))];
    const facets = [["wilayah", "w-"], ["topik", "t-"], ["perpustakaan", "p-"]]
      .filter(([name]) => wanted[name]).map(([name, sign]) => sign + wanted[name]);
    const all = (term, open) => Promise.all(volumes.map((volume) => postings(volume, term, open)));
    const [narrowed, columns] = await Promise.all([Promise.all(facets.map((term) => all(term))),
      Promise.all(terms.map((term) => all(term)))]);
    const count = (column) => column.reduce((sum, found) => sum + found.size, 0);
    // The last word may not be finished.
    let open = "";
    const last = terms.length - 1;
    if (last >= 0 && !count(columns[last]) && terms[last].length > 2 && stem(given.at(-1)) === terms[last]) {
      columns[last] = await all(terms[last], true);
      if (count(columns[last])) open = terms[last];
    }
    const total = volumes.reduce((sum, volume) => sum + volume.stories, 0);
    const rarity = columns.map((column) => Math.round(16 * Math.log2(1 + total / (count(column) || 1))));
    const found = [];
    volumes.forEach((volume, at) => {
      const inside = (story) => narrowed.every((column) => column[at].has(story));
      const stories = new Map();
      if (!given.length)
        for (const story of narrowed.length ? narrowed[0][at].keys() : Array(volume.stories).keys())
          stories.set(story, [0, 0]);
      columns.forEach((column, i) => {
        for (const [story, weight] of column[at]) {
          const [words, score] = stories.get(story) ?? [0, 0];
          stories.set(story, [words + 1, score + weight * rarity[i]]);
        }
      });
      for (const [story, [words, score]] of stories)
        if (inside(story)) found.push({ volume, at, story, words, score });
    });
    const best = found.reduce((most, { words }) => Math.max(most, words), 0);
    const missing = terms.filter((_, i) => !count(columns[i]));
    return {
      terms, open, best,
      near: missing.length ? [missing[0], await nearest(volumes, missing[0])] : [],
      hits: found.filter(({ words }) => words === best)
        .sort((a, b) => b.score - a.score || b.at - a.at || b.story - a.story),
    };
  };

  // -- the page ------------------------------------------------------------------------------------------------------

  const asks = () => Object.fromEntries(
    ["q", ...selects.map((select) => select.name)].map((name) => [name, (new URLSearchParams(location.search).get(name) ?? "").trim()]));

  const restore = () => {
    for (const [name, value] of Object.entries(asks())) form.elements[name].value = value;
  };

  const address = (wanted) => {
    const query = new URLSearchParams(Object.entries(wanted).filter(([, value]) => value));
    return query.size === 0 || !`${query}` ? location.pathname : `?${query}`;
  };

  const write = (node, text) => {
    node.replaceChildren(...text.split(/([\p{L}\p{N}\p{M}]+)/u).map((part, i) => {
      const meant = i % 2 ? words(part).filter((word) => !known.stops.has(word)).map(stem) : [];
      if (!meant.some((term) => asked.has(term) || (begun && term.startsWith(begun)))) return part;
      const mark = document.createElement("mark");
      mark.textContent = part;
      return mark;
    }));
  };

  const row = async ({ year, months }, story) => {
    for (const { month, stories, version } of months) {
      if (story < stories) {
        const { shown } = known.index;
        return (await load(`hasil/${year}/${month}/${Math.floor(story / shown)}.json?${version}`))[story % shown];
      }
      story -= stories;
    }
  };

  const show = async (mine) => {
    const next = hits.slice(shown, shown + STEP);
    const rows = await Promise.all(next.map(({ volume, story }) => row(volume, story)));
    if (mine !== turn) return;
    const nodes = rows.map(([path, title, summary, library, where, day, sample]) => {
      const node = item.cloneNode(true);
      const link = node.querySelector("a");
      link.href = `../${path.split("/").map(encodeURIComponent).join("/")}/`;
      write(link, title);
      write(node.querySelector(".told"), summary);
      node.querySelector(".library").textContent = [library, where].filter(Boolean).join(" · ");
      const time = node.querySelector("time");
      time.dateTime = day;
      time.textContent = date.format(new Date(day));
      node.querySelector(".tag").hidden = !sample;
      return node.firstElementChild;
    });
    list.append(...nodes);
    shown += nodes.length;
    more.hidden = shown >= hits.length;
    return nodes[0];
  };

  const suggest = (wanted, [missing, near]) => {
    hint.hidden = !near;
    if (!near) return;
    const q = wanted.q.split(/\s+/).map((word) => (words(word).map(stem).includes(missing) ? near : word)).join(" ");
    const link = document.createElement("a");
    link.href = address({ ...wanted, q });
    link.textContent = near;
    const [before, after] = say.near.split("{word}");
    hint.replaceChildren(before, link, after);
  };

  const run = async (again) => {
    const wanted = asks();
    const mine = ++turn;
    if (!Object.values(wanted).some(Boolean)) {
      list.replaceChildren();
      said.textContent = "";
      more.hidden = hint.hidden = true;
      return;
    }
    said.textContent = say.loading;
    try {
      const found = await search(wanted);
      if (mine !== turn) return;
      [hits, shown, asked, begun] = [found.hits, 0, new Set(found.terms), found.open];
      list.replaceChildren();
      more.hidden = true;
      suggest(wanted, found.near);
      await show(mine);
      if (mine !== turn) return;
      const told = hits.length === 0 ? say.none : hits.length === 1 ? say.one : say.many.replace("{n}", number.format(hits.length));
      said.textContent = found.best < found.terms.length && hits.length ? `${told} ${say.some}` : told;
    } catch (error) {
      if (mine !== turn) return;
      // A file is gone: the site was built anew since this page was opened.
      if (/^4/.test(error.message) && !again) {
        loaded.clear();
        return run(true);
      }
      said.textContent = say.offline;
    }
  };

  const go = () => {
    const wanted = Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, value.trim()]));
    if (address(wanted) !== location.search) history.pushState(null, "", address(wanted));
    run();
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    go();
  });
  form.addEventListener("focusin", () => contents().catch(() => {}), { once: true });
  for (const select of selects) select.addEventListener("change", go);
  more.addEventListener("click", async () => {
    try {
      (await show(turn))?.querySelector("a").focus();
    } catch {
      said.textContent = say.offline;
    }
  });
  addEventListener("popstate", () => {
    restore();
    run();
  });
  restore();
  run();
})();
