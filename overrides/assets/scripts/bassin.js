/* Small helps for pages that work without them. */
(() => {
  const plain = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[’'-]/g, " ").toLowerCase().trim();

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
    const show = () => {
      const wanted = plain(input.value);
      let count = 0;
      for (const { row, words } of rows) {
        row.hidden = !words.includes(wanted);
        count += row.hidden ? 0 : 1;
      }
      find.querySelector("table").hidden = count === 0;
      const told = count ? find.dataset.found.replace("{count}", count) : find.dataset.none;
      status.textContent = wanted ? told : "";
    };
    form.hidden = false;
    form.addEventListener("submit", (event) => event.preventDefault());
    input.addEventListener("input", show);
    input.value = new URLSearchParams(location.search).get("q") ?? "";
    show();
  }

  /* Filters: say which one is on. */
  const filters = document.querySelector(".filters");
  if (filters) {
    const mark = () => {
      const links = [...filters.querySelectorAll("a")];
      const chosen = links.find((link) => link.hash === location.hash) ?? links[0];
      for (const link of links) {
        if (link === chosen) link.setAttribute("aria-current", "true");
        else link.removeAttribute("aria-current");
      }
    };
    addEventListener("hashchange", mark);
    mark();
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
