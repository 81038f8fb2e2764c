/* Small helps for pages that work without them. */
(() => {
  const plain = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[’'.-]+ ?/g, " ").toLowerCase()
    .replace(/\b(?:sainte?|ste|sint)\b/g, "st").trim();

  /* The menu of a phone: what has the focus is never behind it (WCAG 2.2, 2.4.11). */
  const menu = document.getElementById("site-menu");
  menu?.addEventListener("focusout", ({ relatedTarget }) => {
    const stays = !relatedTarget || menu.contains(relatedTarget) || relatedTarget.matches(".menu-button");
    if (!stays && menu.matches(":popover-open")) menu.hidePopover();
  });

  /* Find my bassin: hide the rows that do not match what is typed. */
  const find = document.querySelector(".find");
  if (find) {
    const form = find.querySelector("form");
    const input = form.elements.q;
    const status = find.querySelector("[role=status]");
    const rows = [...find.querySelectorAll("tbody tr")].map((row) => {
      const cells = [row.cells[0], row.cells[1]].map((cell) => cell.textContent);
      return { row, words: plain([...cells, row.dataset.also].join(" ")) };
    });
    const begins = (words, part) => ` ${words}`.includes(` ${part}`);
    /* What is typed, or where nothing has it, the longest beginning of a name in it: a slip comes late in a word. */
    const beginning = (wanted) => {
      if (rows.some(({ words }) => words.includes(wanted)) || /^\d/.test(wanted)) return wanted;
      for (let end = wanted.length - 1; end >= 3; end -= 1) {
        const part = wanted.slice(0, end);
        if (rows.some(({ words }) => begins(words, part))) return part;
      }
      return wanted;
    };
    const show = () => {
      const wanted = plain(input.value);
      const found = beginning(wanted);
      const isExact = found === wanted;
      const shown = rows.filter(({ row, words }) => {
        row.hidden = !(isExact ? words.includes(found) : begins(words, found));
        return !row.hidden;
      });
      find.querySelector("table").hidden = !shown.length;
      const { dataset } = find;
      let told = shown.length === 1 ? dataset.one : dataset.found.replace("{count}", shown.length);
      if (!isExact) told = dataset.near;
      status.textContent = !wanted ? "" : shown.length ? told : dataset.none;
    };
    form.hidden = false;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      input.blur(); // the keyboard of a phone makes room for what was found
    });
    input.addEventListener("input", show);
    input.value = new URLSearchParams(location.search).get("q") ?? "";
    show();
  }

  /* Filters: say how many are left; that they are left is the work of the stylesheet. */
  const filters = document.querySelector(".filters");
  if (filters) {
    const status = filters.querySelector("[role=status]");
    const cards = [...document.querySelectorAll(".filtered .card")];
    const count = () => {
      const shown = cards.filter((card) => card.checkVisibility()).length;
      const all = [...filters.querySelectorAll(":checked")].every(({ value }) => value === "all");
      status.textContent = all ? "" : status.dataset.shown.replace("{shown}", shown).replace("{total}", cards.length);
    };
    filters.addEventListener("change", count);
    addEventListener("pageshow", count);
  }

  /* Share an example: write the mail that the visitor then sends, or not. */
  const example = document.querySelector(".example");
  if (example) {
    const form = example.querySelector("form");
    form.hidden = false;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const parts = [...new FormData(form)].map(([name, value]) => `${name}\r\n${value.trim() || "–"}`);
      const { mail, subject } = example.dataset;
      location.href = `mailto:${mail}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(parts.join("\r\n\r\n"))}`;
    });
  }
})();
