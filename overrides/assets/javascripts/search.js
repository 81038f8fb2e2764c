// The search page. Nothing of the index is loaded before the visitor types or comes with `?q=`.
// Texts of the index carry seams for its indexer (macros/search/text.py); readers never see them.

const root = document.getElementById("search");
const form = root.querySelector("form");
const input = form.querySelector("input[name=q]");
const status = root.querySelector("[role=status]");
const results = root.querySelector(".search-results");
const groups = new Map([...results.children].map((group) => [group.dataset.kind, group]));
const lang = document.documentElement.lang;
const pageTitle = document.title;

const BEST = 3; // shown first, whatever their kind
const FIRST = 3; // of each kind
const MORE = 10;
const PAUSE = 200; // milliseconds without a key before a search
const EXCERPT = 28; // words
const BEFORE = 8; // words before the first match
const AKIN = 0.6; // share of a word that it has in common with its other forms
const SHORT = 5; // letters of a word that may hold a slip, and
const LONG = 10; // of one that may hold two
const END_OF_TEXT = "¶";
const RANKING = {
  termFrequency: 0.8,
  termSaturation: 1.2,
  pageLength: 0.5,
  termSimilarity: 2,
  diacriticSimilarity: 0.2,
  metaWeights: { title: 5, words: 4, date: 0 },
};
// Among results that say as much, what one can do comes before what one can read about it.
const WEIGHTS = { page: 1.3, action: 1.2, group: 1.1, event: 1, news: 1, resource: 0.85, term: 0.75 };
const STOP_WORDS = {
  fr: "a à ai au aux avec ce ces cet cette comment dans de des du elle en est et faire il ils je la le les leur ma me mes mon ne nos notre nous on ou où par pas peut peux pour puis quand que quel quelle quelles quels qui quoi sa se ses si son sont sur trouver un une vos votre vous y",
  nl: "aan als bij dan dat de deze die dit doen een en er gaan haar heb het hij hoe hun ik in is kan kunnen met mij mijn naar niet of om ons onze op over te tot u uw van vind vinden voor waar wanneer wat we welke wie wij worden zich zijn zo",
};
const ELIDED = /(?:^|[^\p{L}])(?:[cdjlmnst]|(?:jus|lors|puis|quoi)?qu)’$/iu;
const stopWords = new Set(STOP_WORDS[lang].split(" "));

let engine;
let vocabulary;
let turn = 0;
let timer;

// All at once, by a function: what somebody typed is neither a place to fill nor a pattern.
const label = (name, values = {}) =>
  root.dataset[name].replace(/\{(\w+)\}/g, (_, key) => values[key]);

async function load() {
  const [pagefind, kinds] = await Promise.all([
    import("./pagefind.js"),
    fetch(new URL("kinds.json", import.meta.url)).then((answer) => answer.json()),
  ]);
  // Without a worker the first search is 12 kB lighter; a search takes a few milliseconds.
  await pagefind.options({ ranking: RANKING, noWorker: true });
  await pagefind.init();
  const kindOf = new Map();
  for (const [kind, ids] of Object.entries(kinds)) {
    for (const id of ids.split(" ")) kindOf.set(`${lang}_${id}`, kind);
  }
  return { pagefind, kindOf };
}

function wordsOf(query) {
  const plain = query.toLowerCase().normalize("NFC").replace(/['ʼ]/g, "’");
  const apart = lang === "fr"
    ? plain.replace(/(^|[^\p{L}\p{M}])(?:[cdjlmnst]|(?:jus|lors|puis|quoi)?qu)’/gu, "$1")
    : plain;
  const words = apart
    .replace(/œ/g, "oe")
    .replace(/æ/g, "ae")
    .split(/[\s/,;:?!()«»“”]+/u)
    .filter(Boolean);
  const telling = words.filter((word) => !stopWords.has(word));
  return telling.length ? telling : words;
}

// Pagefind answers a word that it does not know with the longest word that begins it. Such a
// match tells nothing, so a word counts as known only when the best results really show it.
async function find(pagefind, words) {
  const whole = (await pagefind.search(words.join(" "))).results;
  const best = await Promise.all(whole.slice(0, BEST).map((result) => result.data()));
  const seen = best.flatMap(hitWords);
  const known = words.filter((word) => seen.some((hit) => akin(folded(word), hit)));
  if (whole.length && known.length === words.length) {
    return { found: whole, partial: false, unknown: [] };
  }
  if (words.length === 1) return { found: [], partial: false, unknown: words };
  return findAny(pagefind, words);
}

async function findAny(pagefind, words) {
  const sums = new Map();
  const unknown = [];
  for (const word of words) {
    const { found } = await find(pagefind, [word]);
    if (!found.length) unknown.push(word);
    for (const result of found) {
      const sum = sums.get(result.id) ?? { ...result, hits: 0, score: 0 };
      sum.hits += 1;
      sum.score += result.score;
      sums.set(result.id, sum);
    }
  }
  const found = [...sums.values()].sort((a, b) => b.hits - a.hits || b.score - a.score);
  return { found, partial: true, unknown };
}

// What was meant by words that nothing contains: the nearest word of the site for each of them.
async function respelled(words, unknown) {
  vocabulary ??= fetch(new URL("words.txt", import.meta.url))
    .then((answer) => answer.text())
    .then((text) => text.split(" "));
  const known = await vocabulary;
  const meant = words.map((word) => (unknown.includes(word) ? nearest(word, known) : word));
  return meant.includes(undefined) ? [] : meant;
}

function nearest(word, known) {
  const wanted = folded(word);
  let least = wanted.length < SHORT ? 0 : wanted.length < LONG ? 1 : 2;
  let found;
  for (const other of known) {
    if (Math.abs(other.length - wanted.length) > least) continue;
    const count = slips(wanted, folded(other));
    if (count > least || (found && count === least)) continue;
    // Nobody slips twice at the start: that is another word, as "pression" for "dépression".
    if (count > 1 && folded(other)[0] !== wanted[0]) continue;
    found = other;
    least = count;
  }
  return found;
}

// Letters left out, added, changed or swapped (optimal string alignment distance).
function slips(from, to) {
  const rows = [[...Array(to.length + 1).keys()]];
  for (let i = 1; i <= from.length; i += 1) {
    rows[i] = [i];
    for (let j = 1; j <= to.length; j += 1) {
      const swapped = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1];
      rows[i][j] = Math.min(
        rows[i - 1][j] + 1,
        rows[i][j - 1] + 1,
        rows[i - 1][j - 1] + (from[i - 1] === to[j - 1] ? 0 : 1),
        swapped ? rows[i - 2][j - 2] + 1 : Infinity,
      );
    }
  }
  return rows[from.length][to.length];
}

const folded = (text) => text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");

function hitWords({ content, locations }) {
  const words = content.split(/\s+/);
  return locations.flatMap((place) => {
    const word = folded(words[place] ?? "");
    return [word, ...word.split(/[^\p{L}\d]+/u)].map((part) => part.replace(/[^\p{L}\d]/gu, ""));
  });
}

function akin(word, hit) {
  const bare = word.replace(/[^\p{L}\d]/gu, "");
  let same = 0;
  while (same < bare.length && bare[same] === hit[same]) same += 1;
  return same > 0 && same >= Math.min(bare.length, Math.max(3, Math.ceil(bare.length * AKIN)));
}

async function search(query) {
  const mine = ++turn;
  const words = wordsOf(query);
  if (!words.length) return clear("");
  const slow = setTimeout(() => { if (mine === turn) status.textContent = label("busy"); }, 400);
  try {
    engine ??= load();
    const { pagefind, kindOf } = await engine;
    let answer = await find(pagefind, words);
    const meant = answer.unknown.length ? await respelled(words, answer.unknown) : [];
    const better = meant.length ? await find(pagefind, meant) : answer;
    const isMended = meant.length > 0 && !better.unknown.length;
    if (isMended) answer = better;
    const piles = pile(answer.found, kindOf);
    const shown = await Promise.all(
      piles.map(async ({ kind, found, count }) => ({
        kind, found, count, data: await read(found.slice(0, count)),
      })),
    );
    if (mine !== turn) return undefined;
    shown.forEach((group) => show(group));
    groups.forEach((group, kind) => { group.hidden = !piles.some((pile) => pile.kind === kind); });
    results.append(...shown.map(({ kind }) => groups.get(kind)));
    status.textContent = isMended
      ? label("respelled", { query, meant: meant.join(" ") })
      : tell(query, answer.found.length, answer.partial);
    document.title = `${query} – ${pageTitle}`;
  } catch (error) {
    engine = vocabulary = undefined;
    if (mine === turn) clear(label("failed"));
    console.error(error);
  } finally {
    clearTimeout(slow);
  }
  return undefined;
}

function pile(found, kindOf) {
  const weighed = (one) => one.score * WEIGHTS[kindOf.get(one.id)];
  const ranked = [...found].sort(
    (a, b) => (b.hits ?? 0) - (a.hits ?? 0) || weighed(b) - weighed(a),
  );
  const piles = new Map();
  const put = (kind, count, result) => {
    if (!piles.has(kind)) piles.set(kind, { kind, count, found: [] });
    piles.get(kind).found.push({ ...result, kind: kindOf.get(result.id) });
  };
  ranked.slice(0, BEST).forEach((result) => put("best", BEST, result));
  ranked.slice(BEST).forEach((result) => put(kindOf.get(result.id), FIRST, result));
  return [...piles.values()];
}

const read = (some) =>
  Promise.all(some.map(async (result) => ({ ...(await result.data()), kind: result.kind })));

function tell(query, count, partial) {
  if (!count) return label("none", { query });
  if (partial) return label("partial", { query });
  return count === 1 ? label("one", { query }) : label("many", { query, count });
}

function clear(message) {
  turn += 1;
  groups.forEach((group) => { group.hidden = true; });
  status.textContent = message;
  document.title = pageTitle;
}

function show({ kind, found, count, data }) {
  const group = groups.get(kind);
  const list = group.querySelector("ol");
  const more = group.querySelector("button");
  let next = count;
  list.replaceChildren(...data.map((one) => item(one, kind)));
  if (!more) return;
  more.hidden = found.length <= next;
  const mine = turn;
  more.onclick = async () => {
    const added = (await read(found.slice(next, next + MORE))).map((one) => item(one, kind));
    if (mine !== turn) return; // the list is that of another search by now
    next += MORE;
    more.hidden = found.length <= next;
    list.append(...added);
    added[0].querySelector("a").focus();
  };
}

function item(data, group) {
  const link = document.createElement("a");
  const title = data.meta.title.split(/\s+/);
  link.append(...marked(title, 0, title.length, new Set(data.locations)));
  link.href = data.url;
  const line = element("li", link);
  const about = [group === "best" && groups.get(data.kind).dataset.one, data.meta.date];
  const meta = about.filter(Boolean).join(" · ");
  if (meta) line.append(" ", element("span", meta, "search-about"));
  line.append(excerpt(data));
  return line;
}

function excerpt({ content, meta, locations }) {
  const words = content.split(/\s+/);
  const start = meta.title.split(/\s+/).length;
  const end = words.indexOf(END_OF_TEXT);
  const first = Math.min(...locations.filter((place) => place >= start && place < end));
  const from = first > start + EXCERPT - BEFORE && first < end ? first - BEFORE : start;
  const to = Math.min(from + EXCERPT, end);
  const text = document.createElement("p");
  if (from > start) text.append("… ");
  text.append(...marked(words, from, to, new Set(locations)));
  if (to < end) text.append(" …");
  return text;
}

function marked(words, from, to, hits) {
  const pieces = [];
  for (let place = from; place < to; place += 1) {
    const word = restored(words[place]);
    pieces.push(hits.has(place) ? element("mark", word) : word);
    if (place + 1 < to) pieces.push(space(words[place], words[place + 1]));
  }
  return pieces;
}

function space(word, next) {
  if (lang === "fr" && ELIDED.test(word)) return "";
  return word === "«" || /^[:;?!»]/.test(next) ? "\u00a0" : " ";
}

function restored(word) {
  return word
    .replace(/o\u00ade/g, "œ")
    .replace(/O\u00ade/g, "Œ")
    .replace(/a\u00ade/g, "æ")
    .replace(/A\u00ade/g, "Æ")
    .replace(/[\u00ad|]/g, "");
}

function element(name, content, style) {
  const made = document.createElement(name);
  made.append(content);
  if (style) made.className = style;
  return made;
}

const queryOf = () => new URLSearchParams(location.search).get("q")?.trim() ?? "";
const addressOf = (query) =>
  query ? `?${new URLSearchParams({ q: query })}` : location.pathname;

input.addEventListener("input", () => {
  clearTimeout(timer);
  timer = setTimeout(() => {
    const query = input.value.trim();
    if (query === queryOf()) return;
    history.replaceState(null, "", addressOf(query));
    search(query);
  }, PAUSE);
});

form.addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(timer);
  const query = input.value.trim();
  if (query !== queryOf()) history.pushState(null, "", addressOf(query));
  search(query);
});

addEventListener("popstate", () => {
  input.value = queryOf();
  search(input.value);
});

root.addEventListener("keydown", (event) => {
  if (!["ArrowDown", "ArrowUp", "Escape"].includes(event.key)) return;
  const stops = [input, ...results.querySelectorAll("section:not([hidden]) a")];
  const at = stops.indexOf(document.activeElement);
  if (at < 0 || (event.key === "Escape" && at === 0)) return;
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Escape: 0 }[event.key];
  if (!stops[to]) return;
  event.preventDefault();
  stops[to].focus();
});

input.value = queryOf();
if (input.value) search(input.value);
